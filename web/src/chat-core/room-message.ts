import { asCount, asText, decodeCitations, decodeKind, decodeState } from './decode';
import type { Author, Entry, Role } from './ticket';

/** A message of the room as a realtime SDK hands it over, before anything about it is believed. */
export interface RoomMessage {
  readonly serial: string;
  readonly clientId: string;
  readonly text: string;
  readonly at: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

const ROLE_OF_PREFIX: Readonly<Record<string, Role>> = { customer: 'CUSTOMER', bot: 'BOT', agent: 'AGENT' };

/**
 * Who wrote it, by the clientId that the token pins; headers and metadata are never asked for a role, since their writer chooses them.
 */
export function authorOf(clientId: string, headers: RoomMessage['headers']): Author {
  const [prefix = '', ...rest] = clientId.split(':');
  const role = ROLE_OF_PREFIX[prefix] ?? 'SYSTEM';
  const id = role === 'SYSTEM' ? clientId : rest.join(':');
  const name = role === 'CUSTOMER' ? '' : asText(headers['name']);
  return { role, id, name: name === '' ? id : name };
}

/** A customer's words carry no headers that count: position and epoch come from the log later. */
export function entryOf(message: RoomMessage): Entry {
  const author = authorOf(message.clientId, message.headers);
  const fromCustomer = author.role === 'CUSTOMER';
  const pos = message.headers['pos'];
  return {
    pos: !fromCustomer && typeof pos === 'number' ? pos : null,
    serial: message.serial,
    at: message.at,
    epoch: fromCustomer ? 0 : asCount(message.headers['epoch']),
    kind: fromCustomer ? 'MESSAGE' : decodeKind(message.headers['kind']),
    author,
    text: message.text,
    state: fromCustomer ? 'FINAL' : decodeState(message.headers['state']),
    seq: fromCustomer ? 0 : asCount(message.headers['seq']),
    citations: fromCustomer ? [] : decodeCitations(message.metadata['citations']),
    data: {},
  };
}

/** The id that this browser gave a message when it sent it, so that its echo settles the right line of the outbox. */
export function localIdOf(message: RoomMessage): string | null {
  const id = message.metadata['localId'];
  return typeof id === 'string' ? id : null;
}
