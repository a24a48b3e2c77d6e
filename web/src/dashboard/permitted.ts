import type { Agent } from '../api/agent-api';
import type { ActionType } from '../api/ticket-action';
import type { Ticket } from '../chat-core/ticket';

export type Permission = ActionType | 'reply' | 'note';

/** What this agent may do with a ticket as it stands. The service decides; the page offers only what it would not refuse. Pure. */
export function permitted(ticket: Ticket, agent: Agent | null): ReadonlySet<Permission> {
  return new Set(agent === null ? [] : list(ticket, agent));
}

function list({ status, owner }: Ticket, agent: Agent): readonly Permission[] {
  const mine = owner.id === agent.id;
  switch (status) {
    case 'BOT':
      return ['claim', 'sort', 'note'];
    case 'QUEUED':
      return ['claim', 'offer', 'sort', 'note'];
    case 'OFFERED':
      return mine ? ['accept', 'decline', 'sort', 'note'] : ['claim', 'sort', 'note'];
    case 'HUMAN':
      if (mine) return ['reply', 'note', 'transfer', 'hand-back', 'snooze', 'release', 'sort', 'resolve'];
      return agent.supervisor ? ['takeover', 'transfer', 'sort', 'note'] : ['sort', 'note'];
    case 'RESOLVED':
      return ['reopen', 'sort', 'note'];
    case 'CLOSED':
      return [];
  }
}
