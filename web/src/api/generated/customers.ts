/* Temporary: what openapi-typescript makes of docs/openapi/customers.json stands here. */
import type { components as shared, Get, Post } from './shared';

export interface components {
  schemas: shared['schemas'] & {
    CustomerTicket: {
      id: string;
      customer: string;
      bot: string;
      botName: string;
      room: string;
      subject: string;
      language: string;
      status: 'BOT' | 'QUEUED' | 'OFFERED' | 'HUMAN' | 'RESOLVED' | 'CLOSED';
      owner: shared['schemas']['OwnerView'];
      epoch: number;
      rev: number;
      next: shared['schemas']['NextMove'] | null;
      createdAt: string;
      updatedAt: string;
      queuedAt: string | null;
      placeUntil: string | null;
      claimedAt: string | null;
      resolvedAt: string | null;
      preview: string;
    };
    CustomerEntry: {
      pos: number;
      at: string;
      epoch: number;
      kind: 'MESSAGE' | 'NOTICE' | 'MARKER';
      author: shared['schemas']['Author'];
      text: string;
      state: 'FINAL' | 'STREAMING' | 'STOPPED';
      seq: number;
      serial: string | null;
      citations: shared['schemas']['Citation'][];
    };
    CustomerAction: 'ESCALATE' | 'RETURN' | 'RESOLVE';
    CustomerSnapshot: {
      ticket: components['schemas']['CustomerTicket'];
      entries: components['schemas']['CustomerEntry'][];
      actions: components['schemas']['CustomerAction'][];
    };
    CustomerTicketList: { tickets: components['schemas']['CustomerTicket'][] };
    BotFacts: {
      id: string;
      name: string;
      greeting: string;
      brain: string;
      notice: string;
      suggestions: string[];
      signIn: string;
      limits: shared['schemas']['InputLimits'];
    };
  };
}

type Snapshot = components['schemas']['CustomerSnapshot'];
type Ticket = { path: { id: string } };

export interface paths {
  '/api/bots/{id}': { get: Get<components['schemas']['BotFacts'], { path: { id: string } }> };
  '/api/customers': {
    post: Post<object, { customer: string; token: string; expiresAt: string }, { identity?: string }>;
  };
  '/api/realtime': { get: Get<shared['schemas']['RealtimeAddress']> };
  '/api/realtime/token': { get: Get<shared['schemas']['TokenAnswer']> };
  '/api/tickets': {
    get: Get<components['schemas']['CustomerTicketList'], { query: { bot: string } }>;
    post: Post<object, Snapshot, { bot: string }>;
  };
  '/api/tickets/{id}': { get: Get<Snapshot, Ticket> };
  '/api/tickets/{id}/escalate': { post: Post<Ticket, Snapshot> };
  '/api/tickets/{id}/return': { post: Post<Ticket, Snapshot> };
  '/api/tickets/{id}/resolve': { post: Post<Ticket, Snapshot> };
}
