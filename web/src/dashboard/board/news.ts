import type { AgentTicket } from '../../api/contract';
import { isOpen } from '../../chat-core/ticket';
import type { BoardState } from './board-state';
import { isForMyTeams, isMine, isOfferedToMe, needsColleague } from './board-view';
import { titleOf } from './labels';

/** Something that an agent should hear of now. An offer has a banner of its own on the page. */
export interface News {
  readonly kind: 'inbox' | 'offer' | 'lost';
  readonly text: string;
}

/** What an event says that is news for this agent, before the board takes it in; null for all that they did themselves or knew. Pure. */
export function newsOf(state: BoardState, ticket: AgentTicket): News | null {
  const held = state.known.get(ticket.id)?.ticket;
  if (!state.listed || (held !== undefined && ticket.rev <= held.rev) || state.busy?.ticket === ticket.id) return null;
  const title = titleOf(ticket);
  if (isOfferedToMe(state, ticket)) {
    const known = held !== undefined && isOfferedToMe(state, held);
    return known ? null : { kind: 'offer', text: `Offered to you: ${title}` };
  }
  if (held !== undefined && isMine(state, held) && !isMine(state, ticket)) return lost(ticket, title);
  if (!isForMyTeams(state, ticket)) return null;
  if (needsColleague(ticket) && state.selected !== ticket.id && !(held !== undefined && needsColleague(held)))
    return { kind: 'inbox', text: `The assistant needs a colleague: ${title}` };
  const entered = ticket.status === 'QUEUED' && held?.status !== 'QUEUED';
  return entered ? { kind: 'inbox', text: `New in the inbox: ${title}` } : null;
}

function lost(ticket: AgentTicket, title: string): News {
  if (ticket.owner.type === 'AGENT') return { kind: 'lost', text: `${ticket.owner.name} took over: ${title}` };
  if (ticket.status === 'QUEUED') return { kind: 'lost', text: `Back in the inbox: ${title}` };
  return { kind: 'lost', text: isOpen(ticket) ? `Passed on: ${title}` : `Settled: ${title}` };
}
