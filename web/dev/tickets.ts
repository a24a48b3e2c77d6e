import type { AgentAction, AgentTicket } from '../src/api/contract';
import { ago, BEN_OWNS } from './entries';

/** The tickets of the scenes. */
export function aTicket(change: Partial<AgentTicket> = {}): AgentTicket {
  return {
    id: '01K8',
    customer: 'c_8fkq2m7x',
    customerName: '',
    bot: 'demo-store',
    botName: 'Fern',
    room: 'ticket:c_8fk:01K8',
    subject: 'My boots have not arrived',
    language: 'en',
    team: 'general',
    priority: 0,
    tags: [],
    status: 'BOT',
    owner: { type: 'BOT', id: 'demo-store', name: 'Fern' },
    epoch: 1,
    rev: 4,
    next: { who: 'CUSTOMER', dueAt: ago(-900) },
    reason: null,
    createdAt: ago(400),
    updatedAt: ago(30),
    queuedAt: null,
    placeUntil: null,
    claimedAt: null,
    resolvedAt: null,
    queueRank: 0,
    front: false,
    alerts: 0,
    snoozed: false,
    lastAgent: null,
    customerPos: 4,
    answeredPos: 3,
    review: { approval: false, guidanceGiven: 0, guidanceApplied: 0, pending: null },
    preview: 'Order FF-20418, it says delivered on Tuesday',
    ...change,
  };
}

export const owned = {
  status: 'HUMAN',
  epoch: 3,
  owner: { type: 'AGENT', id: 'anna', name: 'Anna Berg' },
  reason: 'ASKED',
  claimedAt: ago(120),
} as const;
export const queued = {
  status: 'QUEUED',
  epoch: 2,
  owner: { type: 'QUEUE', id: 'general', name: 'General' },
  reason: 'ASKED',
  queuedAt: ago(95),
} as const;

/** What the service would list for Anna, who is a supervisor. */
export function actionsOn({ status, owner, review }: AgentTicket): readonly AgentAction[] {
  const mine = owner.id === 'anna';
  switch (status) {
    case 'BOT':
      return [
        'CLAIM',
        'NOTE',
        'TRIAGE',
        'WHISPER',
        review.approval ? 'WAIVE_APPROVAL' : 'REQUIRE_APPROVAL',
        ...(review.pending === 'PROPOSAL' ? (['APPROVE', 'REJECT'] as const) : []),
        ...(review.pending === 'QUESTION' ? (['ANSWER'] as const) : []),
      ];
    case 'QUEUED':
      return ['CLAIM', 'NOTE', 'OFFER', 'TRIAGE'];
    case 'OFFERED':
      return mine ? ['ACCEPT', 'DECLINE', 'NOTE', 'TRIAGE'] : ['CLAIM', 'NOTE', 'TRIAGE'];
    case 'HUMAN':
      return mine
        ? ['REPLY', 'NOTE', 'TRANSFER', 'HAND_BACK', 'SNOOZE', 'RELEASE', 'TRIAGE', 'RESOLVE']
        : ['NOTE', 'TRANSFER', 'TAKE_OVER', 'TRIAGE'];
    case 'RESOLVED':
      return ['NOTE', 'TRIAGE', 'REOPEN'];
    case 'CLOSED':
      return [];
  }
}

export function board(): readonly AgentTicket[] {
  return [
    aTicket(),
    aTicket({
      id: '01K1',
      customer: 'c_77aaqq3d',
      subject: 'Refund for a tent with a torn zip',
      preview: 'I sent the photos on Monday',
      reason: 'SENSITIVE',
      ...{ status: 'QUEUED', owner: queued.owner, queuedAt: ago(460), alerts: 2, front: true, queueRank: -1 },
      updatedAt: ago(460),
    }),
    aTicket({
      id: '01K2',
      customer: 'c_19zzb0w2',
      subject: 'Which size in the Skar boots?',
      preview: 'I am between 41 and 42',
      reason: 'WEAK_EVIDENCE',
      ...{ status: 'QUEUED', owner: queued.owner, queuedAt: ago(42), queueRank: 2 },
      updatedAt: ago(42),
    }),
    aTicket({
      id: '01K6',
      customer: 'c_31aakk0t',
      customerName: 'Jonas Vik',
      subject: 'Two pallets for the Bergen shop',
      preview: 'When does the lorry come?',
      team: 'warehouse',
      reason: 'ASKED',
      ...{
        status: 'QUEUED',
        owner: { type: 'QUEUE', id: 'warehouse', name: 'warehouse' },
        queuedAt: ago(900),
        queueRank: 1,
      },
      updatedAt: ago(900),
    }),
    aTicket({
      id: '01K3',
      customer: 'c_55tr81nv',
      subject: 'Gift card does not work',
      preview: 'It says that the code is unknown',
      ...owned,
      owner: BEN_OWNS,
      updatedAt: ago(200),
    }),
    aTicket({
      id: '01K4',
      customer: 'c_02mmlo9p',
      subject: 'Is the Regn shell free of PFAS?',
      preview: 'Is the Regn shell free of PFAS?',
      updatedAt: ago(15),
    }),
    aTicket({
      id: '01K5',
      customer: 'c_90xyzw4k',
      subject: 'Change of address',
      preview: 'Thank you!',
      status: 'RESOLVED',
      owner: { type: 'NOBODY', id: '', name: '' },
      resolvedAt: ago(4000),
      updatedAt: ago(4000),
      next: null,
    }),
  ];
}
