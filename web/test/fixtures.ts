import type { AgentSnapshot, AgentTicket, BotDecision, CustomerTicket, InputLimits } from '../src/api/contract';
import { readRoomMessage, type RawMessage, type RoomMessage } from '../src/chat-core/room-message';
import type { Entry } from '../src/chat-core/ticket';

export const LIMITS: InputLimits = {
  message: 4_000,
  answer: 12_000,
  subject: 200,
  priority: 9,
  tags: 20,
  tag: 40,
  snoozeDays: 90,
};

export const ANNA = { id: 'anna', name: 'Anna', teams: ['general'], capacity: 5, supervisor: false };

export function customerTicket(change: Partial<CustomerTicket> = {}): CustomerTicket {
  return {
    id: '01K0',
    customer: 'c_1',
    bot: 'demo-store',
    botName: 'Assistant',
    room: 'ticket:c_1:01K0',
    subject: 'Where is my parcel?',
    language: 'en',
    status: 'BOT',
    owner: { type: 'BOT', id: 'demo-store', name: 'Assistant' },
    epoch: 1,
    rev: 1,
    next: { who: 'CUSTOMER', dueAt: '2026-03-02T10:00:00Z' },
    createdAt: '2026-03-02T09:00:00Z',
    updatedAt: '2026-03-02T09:00:00Z',
    queuedAt: null,
    placeUntil: null,
    claimedAt: null,
    resolvedAt: null,
    preview: '',
    ...change,
  };
}

export function ticket(change: Partial<AgentTicket> = {}): AgentTicket {
  return {
    ...customerTicket(),
    customerName: '',
    team: 'general',
    priority: 0,
    tags: [],
    reason: null,
    queueRank: 0,
    front: false,
    alerts: 0,
    snoozed: false,
    lastAgent: null,
    customerPos: 0,
    answeredPos: 0,
    review: { approval: false, guidanceGiven: 0, guidanceApplied: 0, pending: null },
    ...change,
  };
}

/** What the agents' API answers. */
export function snapshotOf(of: AgentTicket, actions: AgentSnapshot['actions'] = []): AgentSnapshot {
  return { ticket: of, entries: [{ ...entry(), pos: 1 }], actions };
}

export const DECISION: BotDecision = {
  type: 'DECISION',
  outcome: 'ANSWERED',
  rules: [],
  evidence: 0,
  retrieved: [],
  policy: '',
  promptVersion: '',
  variant: '',
  model: '',
  millis: 0,
  tokens: null,
  cost: null,
  pending: null,
  review: null,
};

export function entry(change: Partial<Entry> = {}): Entry {
  return {
    pos: 1,
    serial: null,
    at: '2026-03-02T09:00:01Z',
    epoch: 1,
    kind: 'MESSAGE',
    author: { role: 'BOT', id: 'demo-store', name: 'Assistant' },
    text: 'Hello',
    state: 'FINAL',
    seq: 0,
    citations: [],
    data: null,
    ...change,
  };
}

/** The message as the page takes it in. */
export function heard(raw: RawMessage): RoomMessage {
  const message = readRoomMessage(raw);
  if (message === null) throw new Error('the page does not know the form of this message');
  return message;
}

export function fromBot(
  pos: number,
  change: Partial<RawMessage> & { seq?: number; state?: string; epoch?: number } = {},
): RoomMessage {
  const { seq = 1, state = 'FINAL', epoch = 1, ...message } = change;
  return heard({
    serial: `s${String(pos).padStart(3, '0')}`,
    clientId: 'bot:demo-store',
    text: `answer ${pos}`,
    at: '2026-03-02T09:00:02Z',
    headers: { pos, epoch, kind: 'MESSAGE', state, seq, name: 'Assistant' },
    metadata: {},
    ...message,
  });
}

export function rawFromCustomer(serial: string, text: string, localId?: string): RawMessage {
  return {
    serial,
    clientId: 'customer:c_1',
    text,
    at: '2026-03-02T09:00:02Z',
    headers: {},
    metadata: localId === undefined ? {} : { localId },
  };
}

export const fromCustomer = (serial: string, text: string, localId?: string): RoomMessage =>
  heard(rawFromCustomer(serial, text, localId));

export function marker(pos: number, epoch: number, text = 'Anna has joined'): RoomMessage {
  return heard({
    serial: `s${String(pos).padStart(3, '0')}`,
    clientId: 'system',
    text,
    at: '2026-03-02T09:00:03Z',
    headers: { pos, epoch, kind: 'MARKER', state: 'FINAL', seq: 0, name: '' },
    metadata: {},
  });
}
