import type { Author } from '../api/contract';
import type { Outbox, Outgoing } from './outbox';
import type { RoomMessage } from './room-message';
import type { Entry, PresenceMember, Side, Snapshot } from './ticket';

export type Connection = 'connecting' | 'online' | 'reconnecting' | 'failed';

/** All that a view of one ticket needs. Only `reduce` makes a new one. */
export interface TicketState<S extends Side = Side> {
  /** Who looks at it; an echo of this author settles the outbox. */
  readonly self: Pick<Author, 'role' | 'id'>;
  readonly ticket: S['ticket'] | null;
  /** What the viewer may do, as of the newest snapshot. */
  readonly actions: readonly S['action'][];
  readonly entries: readonly Entry[];
  readonly outbox: Outbox;
  readonly connection: Connection;
  readonly presence: readonly PresenceMember[];
  /** clientIds of those who are typing. */
  readonly typing: readonly string[];
  /** Rises whenever the view may have missed something; a snapshot fetched at that count makes it fresh again. */
  readonly stale: number;
  readonly fresh: number;
  /** Bot entries turned away because they would have stood after a claim marker (I1). */
  readonly refused: number;
}

export type TicketEvent<S extends Side = Side> =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot<S>; readonly asOf: number }
  | { readonly type: 'message'; readonly message: RoomMessage }
  | { readonly type: 'ticket'; readonly ticket: S['ticket'] }
  | { readonly type: 'presence'; readonly members: readonly PresenceMember[] }
  | { readonly type: 'typing'; readonly clientIds: readonly string[] }
  | { readonly type: 'connection'; readonly connection: Connection }
  | { readonly type: 'discontinuity' }
  | ({ readonly type: 'composed' } & Pick<Outgoing, 'localId' | 'kind' | 'text' | 'at'>)
  | { readonly type: 'retried'; readonly localId: string }
  | { readonly type: 'delivered'; readonly localId: string; readonly entry: Entry; readonly ticket: S['ticket'] | null }
  | { readonly type: 'undelivered'; readonly localId: string; readonly reason: string }
  | { readonly type: 'discarded'; readonly localId: string };

export function initialState<S extends Side = Side>(
  self: TicketState['self'],
  ticket: S['ticket'] | null = null,
): TicketState<S> {
  return {
    self,
    ticket,
    actions: [],
    entries: [],
    outbox: [],
    connection: 'connecting',
    presence: [],
    typing: [],
    stale: 1,
    fresh: 0,
    refused: 0,
  };
}
