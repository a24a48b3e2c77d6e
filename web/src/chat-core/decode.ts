import type {
  Author,
  Citation,
  Counsel,
  Entry,
  EntryKind,
  EntryState,
  Owner,
  Role,
  Snapshot,
  Ticket,
  TicketStatus,
} from './ticket';

/** Readers for what arrives from outside. They fill gaps with harmless defaults and never throw on a missing optional field. */

type Json = Readonly<Record<string, unknown>>;

export function asRecord(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function asText(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise;
}

export function asCount(value: unknown, otherwise = 0): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function asTextOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((candidate) => candidate === value) ?? otherwise;
}

const KINDS: readonly EntryKind[] = ['MESSAGE', 'NOTICE', 'MARKER', 'PACKET', 'NOTE', 'PROPOSAL'];
const STATES: readonly EntryState[] = ['FINAL', 'STREAMING', 'STOPPED'];
const STATUSES: readonly TicketStatus[] = ['BOT', 'QUEUED', 'OFFERED', 'HUMAN', 'RESOLVED', 'CLOSED'];
const OWNERS: readonly Owner['type'][] = ['BOT', 'QUEUE', 'OFFERED', 'AGENT', 'NOBODY', 'CLOSED'];
const MATTERS: readonly (Counsel['pending'] & string)[] = ['PROPOSAL', 'QUESTION'];
const ROLES: readonly Role[] = ['CUSTOMER', 'BOT', 'AGENT', 'SYSTEM'];

export const decodeKind = (value: unknown): EntryKind => oneOf(value, KINDS, 'MESSAGE');
export const decodeState = (value: unknown): EntryState => oneOf(value, STATES, 'FINAL');

export function decodeCitations(value: unknown): readonly Citation[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const record = asRecord(item);
    const id = asText(record['id']);
    if (id === '') return [];
    return [
      {
        id,
        title: asText(record['title'], id),
        url: asTextOrNull(record['url']) ?? undefined,
        quote: asTextOrNull(record['quote']) ?? undefined,
      },
    ];
  });
}

function decodeAuthor(value: unknown): Author {
  const record = asRecord(value);
  const id = asText(record['id']);
  return { role: oneOf(record['role'], ROLES, 'SYSTEM'), id, name: asText(record['name'], id) };
}

export function decodeEntry(value: unknown): Entry {
  const record = asRecord(value);
  return {
    pos: typeof record['pos'] === 'number' ? record['pos'] : null,
    serial: asTextOrNull(record['serial']),
    at: asText(record['at']),
    epoch: asCount(record['epoch']),
    kind: decodeKind(record['kind']),
    author: decodeAuthor(record['author']),
    text: asText(record['text']),
    state: decodeState(record['state']),
    seq: asCount(record['seq']),
    citations: decodeCitations(record['citations']),
    data: asRecord(record['data']),
  };
}

export function decodeTicket(value: unknown): Ticket {
  const record = asRecord(value);
  const owner = asRecord(record['owner']);
  const next = record['next'] == null ? null : asRecord(record['next']);
  const ownerId = asText(owner['id']);
  return {
    id: asText(record['id']),
    customer: asText(record['customer']),
    customerName: asText(record['customerName']),
    bot: asText(record['bot']),
    room: asText(record['room']),
    subject: asTextOrNull(record['subject']),
    language: asTextOrNull(record['language']),
    team: asTextOrNull(record['team']),
    priority: asCount(record['priority']),
    tags: asTexts(record['tags']),
    status: oneOf(record['status'], STATUSES, 'BOT'),
    owner: {
      type: oneOf(owner['type'], OWNERS, 'NOBODY'),
      id: ownerId,
      name: asText(owner['name'], ownerId),
    },
    epoch: asCount(record['epoch']),
    rev: asCount(record['rev']),
    next:
      next === null
        ? null
        : {
            who: oneOf(next['who'], ['CUSTOMER', 'BOT', 'QUEUE', 'AGENT', 'NOBODY'] as const, 'NOBODY'),
            dueAt: asTextOrNull(next['dueAt']),
          },
    reason: asTextOrNull(record['reason']),
    createdAt: asText(record['createdAt']),
    updatedAt: asText(record['updatedAt']),
    queuedAt: asTextOrNull(record['queuedAt']),
    placeUntil: asTextOrNull(record['placeUntil']),
    claimedAt: asTextOrNull(record['claimedAt']),
    resolvedAt: asTextOrNull(record['resolvedAt']),
    front: record['front'] === true,
    alerts: asCount(record['alerts']),
    snoozed: record['snoozed'] === true,
    counsel: decodeCounsel(record['counsel']),
    preview: asTextOrNull(record['preview']),
  };
}

function decodeCounsel(value: unknown): Counsel {
  const counsel = asRecord(value);
  const { matter } = asRecord(counsel['pending']);
  return {
    approval: counsel['approval'] === true,
    pending: MATTERS.find((candidate) => candidate === matter) ?? null,
  };
}

export function decodeSnapshot(value: unknown): Snapshot {
  const record = asRecord(value);
  const entries: readonly unknown[] = Array.isArray(record['entries']) ? record['entries'] : [];
  return { ticket: decodeTicket(record['ticket']), entries: entries.map(decodeEntry) };
}
