import type { AgentTicket } from '../../api/contract';
import { isOpen } from '../../chat-core/ticket';
import { INITIAL_BOARD, type BoardEvent, type BoardState, type Toast } from './board-state';
import { newsOf } from './news';

const MAX_TOASTS = 4;

/** What the dashboard knows after an event. Pure. A ticket is an upsert by `rev`: older or equal ones change nothing. */
export function reduceBoard(state: BoardState, event: BoardEvent): BoardState {
  switch (event.type) {
    case 'signed-in':
      return { ...state, phase: 'ready', agent: event.agent, limits: event.limits };
    case 'signed-out':
      return { ...INITIAL_BOARD, phase: 'signed-out', toasts: state.toasts, nextToast: state.nextToast };
    case 'asked':
      return { ...state, round: state.round + 1 };
    case 'listed':
      return afterLists(state, event.tickets);
    case 'ticket':
      return afterTicket(state, event.ticket);
    case 'list':
      return { ...state, list: event.list };
    case 'search':
      return { ...state, search: event.search };
    case 'select':
      return { ...state, selected: event.id };
    case 'connection':
      return { ...state, connection: event.connection };
    case 'online':
      return { ...state, online: event.online };
    case 'toast':
      return withToast(state, event.tone, event.text, event.ticket ?? null);
    case 'dismiss':
      return { ...state, toasts: state.toasts.filter(({ id }) => id !== event.id) };
    case 'busy':
      return { ...state, busy: event.busy };
  }
}

/** The lists hold every open ticket: an open one that they lack, and of which nothing was heard since they were asked for, is gone. */
function afterLists(state: BoardState, tickets: readonly AgentTicket[]): BoardState {
  const listed = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const known = new Map(state.known);
  for (const [id, held] of state.known) {
    if (!listed.has(id) && isOpen(held.ticket) && held.round < state.round) known.delete(id);
  }
  for (const ticket of tickets) {
    const held = known.get(ticket.id);
    if (held === undefined || ticket.rev >= held.ticket.rev) known.set(ticket.id, { ticket, round: state.round });
  }
  return { ...state, known, listed: true };
}

function afterTicket(state: BoardState, ticket: AgentTicket): BoardState {
  const held = state.known.get(ticket.id)?.ticket;
  if (held !== undefined && ticket.rev <= held.rev) return state;
  const known = new Map(state.known).set(ticket.id, { ticket, round: state.round });
  const next = { ...state, known };
  const news = newsOf(state, ticket);
  return news === null || news.kind === 'offer' ? next : withToast(next, 'news', news.text, ticket.id);
}

function withToast(state: BoardState, tone: Toast['tone'], text: string, ticket: string | null): BoardState {
  const toast: Toast = { id: state.nextToast, tone, text, ticket };
  return { ...state, toasts: [...state.toasts, toast].slice(-MAX_TOASTS), nextToast: state.nextToast + 1 };
}
