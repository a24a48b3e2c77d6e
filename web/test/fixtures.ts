import type { RoomMessage } from '../src/chat-core/room-message';
import type { Entry, Ticket } from '../src/chat-core/ticket';

export function ticket(change: Partial<Ticket> = {}): Ticket {
  return {
    id: '01K0',
    customer: 'c_1',
    customerName: '',
    bot: 'demo-store',
    room: 'ticket:c_1:01K0',
    subject: 'Where is my parcel?',
    language: 'en',
    team: 'general',
    priority: 0,
    tags: [],
    status: 'BOT',
    owner: { type: 'BOT', id: 'demo-store', name: 'Assistant' },
    epoch: 1,
    rev: 1,
    next: { who: 'CUSTOMER', dueAt: '2026-03-02T10:00:00Z' },
    reason: null,
    createdAt: '2026-03-02T09:00:00Z',
    updatedAt: '2026-03-02T09:00:00Z',
    queuedAt: null,
    placeUntil: null,
    claimedAt: null,
    resolvedAt: null,
    front: false,
    alerts: 0,
    snoozed: false,
    counsel: { approval: false, pending: null },
    preview: null,
    ...change,
  };
}

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
    data: {},
    ...change,
  };
}

export function fromBot(
  pos: number,
  change: Partial<RoomMessage> & { seq?: number; state?: string; epoch?: number } = {},
): RoomMessage {
  const { seq = 1, state = 'FINAL', epoch = 1, ...message } = change;
  return {
    serial: `s${String(pos).padStart(3, '0')}`,
    clientId: 'bot:demo-store',
    text: `answer ${pos}`,
    at: '2026-03-02T09:00:02Z',
    headers: { pos, epoch, kind: 'MESSAGE', state, seq, name: 'Assistant' },
    metadata: {},
    ...message,
  };
}

export function fromCustomer(serial: string, text: string, localId?: string): RoomMessage {
  return {
    serial,
    clientId: 'customer:c_1',
    text,
    at: '2026-03-02T09:00:02Z',
    headers: {},
    metadata: localId === undefined ? {} : { localId },
  };
}

export function marker(pos: number, epoch: number, text = 'Anna has joined'): RoomMessage {
  return {
    serial: `s${String(pos).padStart(3, '0')}`,
    clientId: 'system',
    text,
    at: '2026-03-02T09:00:03Z',
    headers: { pos, epoch, kind: 'MARKER', state: 'FINAL', seq: 0 },
    metadata: {},
  };
}
