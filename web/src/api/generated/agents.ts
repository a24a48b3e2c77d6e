/* Temporary: what openapi-typescript makes of docs/openapi/agents.json stands here. */
import type { components as shared, Get, Post, Delete } from './shared';

export interface components {
  schemas: shared['schemas'] & {
    AgentTicket: {
      id: string;
      customer: string;
      customerName: string;
      bot: string;
      botName: string;
      room: string;
      subject: string;
      language: string;
      team: string;
      priority: number;
      tags: string[];
      status: 'BOT' | 'QUEUED' | 'OFFERED' | 'HUMAN' | 'RESOLVED' | 'CLOSED';
      owner: shared['schemas']['OwnerView'];
      epoch: number;
      rev: number;
      next: shared['schemas']['NextMove'] | null;
      reason:
        | 'ASKED'
        | 'SENSITIVE'
        | 'RULE'
        | 'WEAK_EVIDENCE'
        | 'LOOP'
        | 'TOOL_FAILED'
        | 'OUTAGE'
        | 'BUDGET'
        | 'OVERDUE'
        | null;
      createdAt: string;
      updatedAt: string;
      queuedAt: string | null;
      placeUntil: string | null;
      claimedAt: string | null;
      resolvedAt: string | null;
      queueRank: number;
      front: boolean;
      alerts: number;
      snoozed: boolean;
      lastAgent: shared['schemas']['OwnerView'] | null;
      customerPos: number;
      answeredPos: number;
      review: {
        approval: boolean;
        guidanceGiven: number;
        guidanceApplied: number;
        pending: 'PROPOSAL' | 'QUESTION' | null;
      };
      preview: string;
    };
    AgentEntry: {
      pos: number;
      at: string;
      epoch: number;
      kind: 'MESSAGE' | 'NOTICE' | 'MARKER' | 'PACKET' | 'NOTE' | 'PROPOSAL';
      author: shared['schemas']['Author'];
      text: string;
      state: 'FINAL' | 'STREAMING' | 'STOPPED';
      seq: number;
      serial: string | null;
      citations: shared['schemas']['Citation'][];
      data: components['schemas']['EntryData'] | null;
    };
    BotDecision: {
      outcome: 'ANSWERED' | 'CLARIFY' | 'OFFER_HUMAN' | 'REFUSED' | 'ASK_COLLEAGUE' | 'ESCALATE' | 'REFINED';
      rules: string[];
      evidence: number;
      retrieved: string[];
      policy: string;
      promptVersion: string;
      variant: string;
      model: string;
      millis: number;
      tokens: { input: number; output: number } | null;
      cost: { amount: string; currency: string } | null;
      pending: { tool: string; arguments: string; turn: number } | null;
      review: { agent: string; name: string; edited: boolean } | null;
    };
    HandoffPacket: {
      reason:
        'ASKED' | 'SENSITIVE' | 'RULE' | 'WEAK_EVIDENCE' | 'LOOP' | 'TOOL_FAILED' | 'OUTAGE' | 'BUDGET' | 'OVERDUE';
      customer: {
        trust: 'ANONYMOUS' | 'IDENTIFIED' | 'VERIFIED';
        attributes: { [key: string]: string };
      } | null;
      wants: string;
      tried: string[];
      facts: string[];
      question: string;
      suggestedReply: string;
      decision: components['schemas']['BotDecision'] | null;
    };
    EntryData:
      | { type: 'GREETING'; promptVersion: string }
      | ({ type: 'DECISION' } & components['schemas']['BotDecision'])
      | { type: 'PROPOSAL'; turn: number; guidance: number; decision: components['schemas']['BotDecision'] }
      | { type: 'QUESTION'; turn: number; guidance: number; decision: components['schemas']['BotDecision'] }
      | { type: 'GUIDANCE'; source: 'WHISPER' | 'ANSWER' | 'REJECTION' | 'UNANSWERED'; number: number }
      | { type: 'APPROVAL_REQUIRED' }
      | { type: 'APPROVAL_WAIVED' }
      | ({ type: 'PACKET' } & components['schemas']['HandoffPacket'])
      | { type: 'CLAIMED'; agent: string; reason: string | null }
      | { type: 'OFFERED'; agent: string }
      | { type: 'NOT_ACCEPTED'; agent: string }
      | { type: 'DECLINED'; agent: string }
      | { type: 'RELEASED'; agent: string }
      | { type: 'AGENT_GONE'; agent: string }
      | { type: 'TRANSFERRED'; agent: string }
      | { type: 'HANDED_BACK'; agent: string; note: string; summary: string }
      | { type: 'RETURNED' }
      | { type: 'RESOLVED'; by: 'CUSTOMER' | 'AGENT' | 'QUIET' }
      | { type: 'REOPENED'; agent: string | null }
      | { type: 'CLOSED' }
      | { type: 'TRIAGED'; agent: string; team: string; priority: number; tags: string[] }
      | { type: 'SNOOZED'; until: string }
      | { type: 'WOKEN' }
      | { type: 'ALERT'; number: number };
    AgentAction:
      | 'CLAIM'
      | 'ACCEPT'
      | 'DECLINE'
      | 'REPLY'
      | 'NOTE'
      | 'OFFER'
      | 'TRANSFER'
      | 'HAND_BACK'
      | 'SNOOZE'
      | 'RELEASE'
      | 'TAKE_OVER'
      | 'TRIAGE'
      | 'WHISPER'
      | 'REQUIRE_APPROVAL'
      | 'WAIVE_APPROVAL'
      | 'APPROVE'
      | 'REJECT'
      | 'ANSWER'
      | 'RESOLVE'
      | 'REOPEN';
    AgentSnapshot: {
      ticket: components['schemas']['AgentTicket'];
      entries: components['schemas']['AgentEntry'][];
      actions: components['schemas']['AgentAction'][];
    };
    AgentTicketList: { tickets: components['schemas']['AgentTicket'][] };
    Said: { entry: components['schemas']['AgentEntry']; ticket: components['schemas']['AgentTicket'] };
    Person: { id: string; name: string; teams: string[]; capacity: number; supervisor: boolean };
    Session: { agent: components['schemas']['Person']; limits: shared['schemas']['InputLimits'] };
    Colleague: { id: string; name: string; teams: string[]; here: boolean };
  };
}

type Snapshot = components['schemas']['AgentSnapshot'];
type Said = components['schemas']['Said'];
type Ticket = { path: { id: string } };
type Keyed = Ticket & { header: { 'Idempotency-Key': string } };
type Proposal = { path: { id: string; pos: number } };

export interface paths {
  '/api/session': {
    get: Get<components['schemas']['Session']>;
    post: Post<object, components['schemas']['Session'], { username: string; password: string }>;
    delete: Delete;
  };
  '/api/session/heartbeat': { post: Post<object, never> };
  '/api/agents': { get: Get<{ agents: components['schemas']['Colleague'][] }> };
  '/api/realtime': { get: Get<shared['schemas']['RealtimeAddress']> };
  '/api/realtime/token': { get: Get<shared['schemas']['TokenAnswer'], { query?: { watch?: string[] } }> };
  '/api/tickets': {
    get: Get<components['schemas']['AgentTicketList'], { query: { view: string } }>;
  };
  '/api/tickets/{id}': { get: Get<Snapshot, Ticket> };
  '/api/tickets/{id}/messages': { post: Post<Keyed, Said, { text: string }> };
  '/api/tickets/{id}/notes': { post: Post<Keyed, Said, { text: string }> };
  '/api/tickets/{id}/whispers': { post: Post<Keyed, Said, { text: string }> };
  '/api/tickets/{id}/answers': { post: Post<Keyed, Said, { text: string; question: number }> };
  '/api/tickets/{id}/typing': { post: Post<Ticket, never> };
  '/api/tickets/{id}/claim': { post: Post<Ticket, Snapshot> };
  '/api/tickets/{id}/accept': { post: Post<Ticket, Snapshot> };
  '/api/tickets/{id}/decline': { post: Post<Ticket, Snapshot> };
  '/api/tickets/{id}/release': { post: Post<Ticket, Snapshot> };
  '/api/tickets/{id}/reopen': { post: Post<Ticket, Snapshot> };
  '/api/tickets/{id}/offer': { post: Post<Ticket, Snapshot, { agent: string }> };
  '/api/tickets/{id}/transfer': { post: Post<Ticket, Snapshot, { agent?: string; team?: string; note?: string }> };
  '/api/tickets/{id}/takeover': { post: Post<Ticket, Snapshot, { reason?: string }> };
  '/api/tickets/{id}/hand-back': { post: Post<Ticket, Snapshot, { note?: string; continueNow?: boolean }> };
  '/api/tickets/{id}/snooze': { post: Post<Ticket, Snapshot, { until: string }> };
  '/api/tickets/{id}/triage': {
    post: Post<Ticket, Snapshot, { team?: string; priority?: number; tags?: string[] }>;
  };
  '/api/tickets/{id}/resolve': { post: Post<Ticket, Snapshot, { force?: boolean }> };
  '/api/tickets/{id}/approval': { post: Post<Ticket, Snapshot, { required: boolean }> };
  '/api/tickets/{id}/proposals/{pos}/approve': { post: Post<Proposal, Snapshot, { text?: string }> };
  '/api/tickets/{id}/proposals/{pos}/reject': { post: Post<Proposal, Snapshot, { note: string }> };
}
