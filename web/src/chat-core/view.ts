import type { Entry, PresenceMember } from './ticket';
import type { TicketState } from './ticket-state';

/** Questions that a page asks of a ticket's state. Pure. */

/** Whether the answer is growing right now; a text left behind by a former owner never is. */
export function isGrowing(state: TicketState, entry: Entry): boolean {
  return (
    entry.state === 'STREAMING' &&
    state.ticket !== null &&
    state.ticket.status === 'BOT' &&
    entry.epoch === state.ticket.epoch
  );
}

/** Whether the bot is at work on an answer of which no text is visible yet. */
export function botIsThinking(state: TicketState): boolean {
  if (state.ticket?.status !== 'BOT') return false;
  const last = state.entries.at(-1);
  if (last !== undefined && isGrowing(state, last)) return false;
  return state.presence.some((member) => member.clientId.startsWith('bot:') && member.status === 'answering');
}

export function typingAgentName(state: TicketState): string | null {
  const clientId = state.typing.find((candidate) => candidate.startsWith('agent:'));
  if (clientId === undefined || clientId === `agent:${state.self.id}`) return null;
  return nameOf(state, clientId);
}

export function customerIsTyping(state: TicketState): boolean {
  return state.typing.some((clientId) => clientId.startsWith('customer:'));
}

export function customerIsHere(state: TicketState): boolean {
  return state.presence.some((member) => member.clientId.startsWith('customer:'));
}

export function agentsHere(state: TicketState): readonly PresenceMember[] {
  return state.presence.filter((member) => member.clientId.startsWith('agent:'));
}

function nameOf(state: TicketState, clientId: string): string {
  const present = state.presence.find((member) => member.clientId === clientId);
  const id = clientId.slice(clientId.indexOf(':') + 1);
  const owner = state.ticket?.owner;
  return present?.name || (owner?.id === id ? owner.name : id);
}

/** Newest words of others that came after `sinceAt`, for an unread badge. */
export function countUnread({ self, entries }: Pick<TicketState, 'self' | 'entries'>, sinceAt: string): number {
  return entries.filter((entry) => entry.author.role !== self.role && entry.kind !== 'PACKET' && entry.at > sinceAt)
    .length;
}
