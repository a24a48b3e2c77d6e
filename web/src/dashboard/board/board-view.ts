import type { TicketListName } from '../../api/agent-api';
import type { AgentTicket } from '../../api/contract';
import { isOpen, type TicketStatus } from '../../chat-core/ticket';
import type { BoardState } from './board-state';
import { customerOf } from '../../ui/person';

/** Questions that the page asks of the board. Pure. */

export function isMine(state: Pick<BoardState, 'agent'>, ticket: AgentTicket): boolean {
  return ticket.owner.type === 'AGENT' && ticket.owner.id === state.agent?.id && isOpen(ticket);
}

export function isOfferedToMe(state: Pick<BoardState, 'agent'>, ticket: AgentTicket): boolean {
  return ticket.status === 'OFFERED' && ticket.owner.id === state.agent?.id;
}

/** What waits for the agent's yes or no, the one that ends first before the others. */
export function offersToMe(state: BoardState): readonly AgentTicket[] {
  return [...state.known.values()]
    .map(({ ticket }) => ticket)
    .filter((ticket) => isOfferedToMe(state, ticket))
    .sort(by(({ next }) => next?.dueAt ?? ''));
}

/** Whether it is for a team that the agent is in; somebody in no team looks after all. */
export function isForMyTeams({ agent }: Pick<BoardState, 'agent'>, { team }: AgentTicket): boolean {
  return agent === null || agent.teams.length === 0 || agent.teams.includes(team);
}

/** Whether the assistant waits for a colleague, whoever that is. */
export function needsColleague({ review }: AgentTicket): boolean {
  return review.pending !== null;
}

/**
 * The inbox begins with what is offered to the agent and what the assistant waits for, and then has the order that the service gives it
 * (`queueRank`); what other teams look after comes last. "Mine" has the one whose next move is due first, and last what is put aside; "all" the
 * latest change first, with open ones before settled ones.
 */
export function ticketsIn(state: BoardState, list: TicketListName): readonly AgentTicket[] {
  const tickets = [...state.known.values()].map(({ ticket }) => ticket);
  switch (list) {
    case 'inbox':
      return tickets
        .filter((ticket) => ticket.status === 'QUEUED' || needsColleague(ticket) || isOfferedToMe(state, ticket))
        .sort(
          inTurn((ticket) => [Number(isOtherTeams(state, ticket)), RANKS[ticket.status] ?? QUEUED, ticket.queueRank]),
        );
    case 'mine':
      return tickets.filter((ticket) => isMine(state, ticket)).sort(by(dueFirst));
    case 'all':
      return tickets
        .sort(by(({ updatedAt }) => updatedAt))
        .reverse()
        .sort(by((ticket) => (isOpen(ticket) ? '0' : '1')));
  }
}

/** What waits for this agent, or for any, ends soon: it goes before all that is queued. */
const RANKS: Partial<Record<TicketStatus, number>> = { OFFERED: 0, BOT: 1 };
const QUEUED = 2;

const dueFirst = ({ next, snoozed, updatedAt }: AgentTicket): string => {
  if (snoozed) return `2${next?.dueAt ?? updatedAt}`;
  return next?.who === 'AGENT' ? `0${next.dueAt ?? updatedAt}` : `1${updatedAt}`;
};

/** By the first of the numbers that differs. */
function inTurn(keys: (ticket: AgentTicket) => readonly number[]): (a: AgentTicket, b: AgentTicket) => number {
  return (a, b) => {
    const right = keys(b);
    return (
      keys(a)
        .map((key, index) => key - (right[index] ?? 0))
        .find((difference) => difference !== 0) ?? 0
    );
  };
}

function by(key: (ticket: AgentTicket) => string): (a: AgentTicket, b: AgentTicket) => number {
  return (a, b) => {
    const left = key(a);
    const right = key(b);
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

export function visibleTickets(state: BoardState): readonly AgentTicket[] {
  const words = state.search.toLowerCase().split(/\s+/).filter(Boolean);
  return ticketsIn(state, state.list).filter((ticket) => {
    const text = [
      ticket.subject,
      ticket.preview,
      ticket.customer,
      customerOf(ticket),
      ticket.owner.name,
      ticket.id,
      ...ticket.tags,
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** How many tickets a list holds for the agent: in the inbox, those of other teams do not count. */
export function countIn(state: BoardState, list: TicketListName): number {
  const tickets = ticketsIn(state, list);
  return list === 'inbox'
    ? tickets.length - tickets.filter((ticket) => isOtherTeams(state, ticket)).length
    : tickets.length;
}

/** Whether it stands in the inbox as something that another team looks after. */
export function isOtherTeams(state: BoardState, ticket: AgentTicket): boolean {
  return !isForMyTeams(state, ticket) && !isOfferedToMe(state, ticket);
}

/** The id `step` places from the selected one in what is visible; the nearest end when there is none. */
export function neighbour(state: BoardState, step: 1 | -1): string | null {
  const visible = visibleTickets(state);
  const at = visible.findIndex(({ id }) => id === state.selected);
  const next = at === -1 ? (step === 1 ? 0 : visible.length - 1) : Math.min(Math.max(at + step, 0), visible.length - 1);
  return visible[next]?.id ?? null;
}

export function selectedTicket(state: BoardState): AgentTicket | null {
  return state.selected === null ? null : (state.known.get(state.selected)?.ticket ?? null);
}

/** Every tag that a known ticket has, in alphabetical order. */
export function tagsInUse(state: BoardState): readonly string[] {
  return [...new Set([...state.known.values()].flatMap(({ ticket }) => ticket.tags))].sort();
}

export function windowTitle(state: BoardState): string {
  const waiting = state.phase === 'ready' ? countIn(state, 'inbox') : 0;
  return waiting > 0 ? `(${waiting}) Deskhand` : 'Deskhand';
}
