import type { TicketListName } from '../api/agent-api';
import { isOpen, type Ticket } from '../chat-core/ticket';
import type { BoardState } from './board-state';
import { customerName } from '../ui/person';

/** Questions that the page asks of the board. Pure. */

export function isMine(state: Pick<BoardState, 'agent'>, ticket: Ticket): boolean {
  return ticket.owner.type === 'AGENT' && ticket.owner.id === state.agent?.id && isOpen(ticket);
}

/** The inbox has the longest wait first, "mine" the one whose next move is due first, "all" the latest change first with open ones before resolved. */
export function ticketsIn(state: BoardState, list: TicketListName): readonly Ticket[] {
  const tickets = [...state.known.values()].map(({ ticket }) => ticket);
  switch (list) {
    case 'inbox':
      return tickets
        .filter(({ status }) => status === 'QUEUED')
        .sort(by(({ queuedAt, createdAt }) => queuedAt ?? createdAt));
    case 'mine':
      return tickets.filter((ticket) => isMine(state, ticket)).sort(by(dueFirst));
    case 'all':
      return tickets
        .sort(by(({ updatedAt }) => updatedAt))
        .reverse()
        .sort(by((ticket) => (isOpen(ticket) ? '0' : '1')));
  }
}

const dueFirst = ({ next, updatedAt }: Ticket): string =>
  next?.who === 'AGENT' ? `0${next.dueAt ?? updatedAt}` : `1${updatedAt}`;

function by(key: (ticket: Ticket) => string): (a: Ticket, b: Ticket) => number {
  return (a, b) => {
    const left = key(a);
    const right = key(b);
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

export function visibleTickets(state: BoardState): readonly Ticket[] {
  const words = state.search.toLowerCase().split(/\s+/).filter(Boolean);
  return ticketsIn(state, state.list).filter((ticket) => {
    const text = [
      ticket.subject,
      ticket.preview,
      ticket.customer,
      customerName(ticket.customer),
      ticket.owner.name,
      ticket.id,
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The id `step` places from the selected one in what is visible; the nearest end when there is none. */
export function neighbour(state: BoardState, step: 1 | -1): string | null {
  const visible = visibleTickets(state);
  const at = visible.findIndex(({ id }) => id === state.selected);
  const next = at === -1 ? (step === 1 ? 0 : visible.length - 1) : Math.min(Math.max(at + step, 0), visible.length - 1);
  return visible[next]?.id ?? null;
}

export function selectedTicket(state: BoardState): Ticket | null {
  return state.selected === null ? null : (state.known.get(state.selected)?.ticket ?? null);
}

export function windowTitle(state: BoardState): string {
  const waiting = state.phase === 'ready' ? ticketsIn(state, 'inbox').length : 0;
  return waiting > 0 ? `(${waiting}) Deskhand` : 'Deskhand';
}
