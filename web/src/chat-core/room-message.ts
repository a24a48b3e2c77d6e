import { safeParse } from 'valibot';
import type { Author, Citation, RoomHeaders } from '../api/contract';
import { leftOut, type LeftOut } from '../api/left-out';
import { read } from '../api/read';
import { customerMetadataSchema, headersSchema, metadataSchema } from '../api/shared-schemas';
import type { Entry } from './ticket';

/** A message of the room as a realtime SDK hands it over, before anything about it is believed. */
export interface RawMessage {
  readonly serial: string;
  readonly clientId: string;
  readonly text: string;
  readonly at: string;
  readonly headers: unknown;
  readonly metadata: unknown;
}

/** A message of a form that this page knows. */
export interface RoomMessage extends Pick<RawMessage, 'serial' | 'clientId' | 'text' | 'at'> {
  /** Null for a customer's message: their position and epoch come from the log later. */
  readonly headers: Readonly<RoomHeaders> | null;
  readonly citations: readonly Citation[];
  /** The id that this browser gave a message when it sent it, so that its echo settles the right line of the outbox. */
  readonly localId: string | null;
}

const ROLE_OF_PREFIX: Readonly<Record<string, Author['role']>> = { customer: 'CUSTOMER', bot: 'BOT', agent: 'AGENT' };

/** Null, and counted, for a message of an unknown kind or state. A customer's headers are not looked at: their writer chooses them. */
export function readRoomMessage(raw: RawMessage, out: LeftOut = leftOut): RoomMessage | null {
  const { serial, clientId, text, at } = raw;
  if (roleOf(clientId) === 'CUSTOMER') {
    // Not counted: a customer may write by another client than the widget.
    const own = safeParse(customerMetadataSchema, raw.metadata);
    return {
      serial,
      clientId,
      text,
      at,
      headers: null,
      citations: [],
      localId: own.success ? own.output.localId : null,
    };
  }
  const headers = read(headersSchema, 'a message', raw.headers, out);
  if (headers === null) return null;
  const metadata = read(metadataSchema, 'sources', raw.metadata ?? {}, out);
  return { serial, clientId, text, at, headers, citations: metadata?.citations ?? [], localId: null };
}

const roleOf = (clientId: string): Author['role'] => ROLE_OF_PREFIX[clientId.split(':', 1)[0] ?? ''] ?? 'SYSTEM';

/** Who wrote it, by the clientId that the token pins. */
export function authorOf({ clientId, headers }: Pick<RoomMessage, 'clientId' | 'headers'>): Author {
  const role = roleOf(clientId);
  const id = role === 'SYSTEM' ? clientId : clientId.slice(clientId.indexOf(':') + 1);
  const name = headers?.name ?? '';
  return { role, id, name: name === '' ? id : name };
}

export function entryOf(message: RoomMessage): Entry {
  const { serial, at, text, headers } = message;
  const said = headers ?? { pos: null, epoch: 0, kind: 'MESSAGE', state: 'FINAL', seq: 0 };
  return {
    pos: said.pos,
    serial,
    at,
    epoch: said.epoch,
    kind: said.kind,
    author: authorOf(message),
    text,
    state: said.state,
    seq: said.seq,
    citations: [...message.citations],
    data: null,
  };
}
