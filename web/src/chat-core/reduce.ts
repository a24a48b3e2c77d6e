import { settle, without, withPhase } from './outbox';
import { entryOf, type RoomMessage } from './room-message';
import type { Entry, Side, Snapshot } from './ticket';
import type { TicketEvent, TicketState } from './ticket-state';
import { isSameLine, lastPosOf, withEntry, withSnapshot } from './timeline';

/**
 * What a view of a ticket knows after an event. Pure. Duplicates and late arrivals change nothing; a gap, a change of owner or a
 * discontinuity raises `stale`, which asks whoever runs the view for a new snapshot.
 */
export function reduce<S extends Side>(state: TicketState<S>, event: TicketEvent<S>): TicketState<S> {
  switch (event.type) {
    case 'snapshot':
      return afterSnapshot(state, event.snapshot, event.asOf);
    case 'message':
      return afterMessage(state, event.message);
    case 'ticket':
      return afterTicket(state, event.ticket);
    case 'presence':
      return { ...state, presence: event.members };
    case 'typing':
      return { ...state, typing: event.clientIds };
    case 'connection':
      return { ...state, connection: event.connection };
    case 'discontinuity':
      return { ...state, stale: state.stale + 1 };
    case 'composed':
      return { ...state, outbox: [...state.outbox, outgoing(event)] };
    case 'retried':
      return { ...state, outbox: withPhase(state.outbox, event.localId, 'sending', null) };
    case 'delivered':
      return afterDelivery(state, event.localId, event.entry, event.ticket);
    case 'undelivered':
      return { ...state, outbox: withPhase(state.outbox, event.localId, 'failed', event.reason) };
    case 'discarded':
      return { ...state, outbox: without(state.outbox, event.localId) };
  }
}

const outgoing = ({ localId, kind, text, at }: Extract<TicketEvent<Side>, { type: 'composed' }>) =>
  ({ localId, kind, text, at, phase: 'sending', reason: null }) as const;

function newer<S extends Side>(held: S['ticket'] | null, incoming: S['ticket'] | null): S['ticket'] | null {
  if (incoming === null || (held !== null && held.id === incoming.id && incoming.rev < held.rev)) return held;
  return incoming;
}

function afterSnapshot<S extends Side>(state: TicketState<S>, snapshot: Snapshot<S>, asOf: number): TicketState<S> {
  const entries = withSnapshot(state.entries, snapshot.entries);
  const appeared = snapshot.entries.filter((entry) => !state.entries.some((held) => isSameLine(held, entry)));
  const outbox = appeared
    .filter((entry) => isOwn(state, entry))
    .reduce((remaining, entry) => settle(remaining, entry, null), state.outbox);
  const ticket = newer<S>(state.ticket, snapshot.ticket);
  return {
    ...state,
    ticket,
    actions: ticket === snapshot.ticket ? snapshot.actions : state.actions,
    entries,
    outbox,
    fresh: Math.max(state.fresh, asOf),
  };
}

function afterMessage<S extends Side>(state: TicketState<S>, message: RoomMessage): TicketState<S> {
  const entry = entryOf(message);
  const held = state.entries.find((candidate) => isSameLine(candidate, entry));
  if (held === undefined && standsAfterClaim(state.entries, entry)) return { ...state, refused: state.refused + 1 };
  return {
    ...state,
    entries: withEntry(state.entries, entry),
    outbox: held === undefined && isOwn(state, entry) ? settle(state.outbox, entry, message.localId) : state.outbox,
    typing: state.typing.filter((clientId) => clientId !== message.clientId),
    stale: held === undefined && tellsOfMore(state, entry) ? state.stale + 1 : state.stale,
  };
}

/** I1: the write path refuses such an entry; a view that sees one all the same does not show it. */
function standsAfterClaim(entries: readonly Entry[], entry: Entry): boolean {
  const { pos, epoch } = entry;
  if (entry.author.role !== 'BOT' || pos === null) return false;
  return entries.some(
    (other) => other.kind === 'MARKER' && other.pos !== null && other.pos < pos && other.epoch > epoch,
  );
}

/** Whether a new entry says that there is more than it says: an owner changed, or positions before it were not seen. */
function tellsOfMore(state: Pick<TicketState, 'ticket' | 'entries'>, entry: Entry): boolean {
  if (state.ticket === null || entry.pos === null) return false;
  if (entry.kind !== 'MESSAGE' || entry.epoch > state.ticket.epoch) return true;
  const unnumbered = state.entries.filter((other) => other.pos === null).length;
  return entry.pos > lastPosOf(state.entries) + unnumbered + 1;
}

function afterTicket<S extends Side>(state: TicketState<S>, ticket: S['ticket']): TicketState<S> {
  if (state.ticket !== null && ticket.rev <= state.ticket.rev) return state;
  const changedHands = state.ticket !== null && ticket.epoch !== state.ticket.epoch;
  // Neither notes nor what may be done come by the room: for colleagues each change may have brought either.
  const more = changedHands || state.self.role === 'AGENT';
  return { ...state, ticket, stale: more ? state.stale + 1 : state.stale };
}

function afterDelivery<S extends Side>(
  state: TicketState<S>,
  localId: string,
  entry: Entry,
  ticket: S['ticket'] | null,
): TicketState<S> {
  return {
    ...(ticket === null ? state : afterTicket(state, ticket)),
    entries: withEntry(state.entries, entry),
    outbox: without(state.outbox, localId),
  };
}

/** A ticket has one customer, so the role says it all for them; agents are several. */
function isOwn({ self }: Pick<TicketState, 'self'>, { kind, author }: Entry): boolean {
  return (
    (kind === 'MESSAGE' || kind === 'NOTE') &&
    author.role === self.role &&
    (self.role === 'CUSTOMER' || author.id === self.id)
  );
}
