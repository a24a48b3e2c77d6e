import type { Agent } from '../api/agent-api';
import type { ActionType } from '../api/ticket-action';
import type { Counsel, Ticket } from '../chat-core/ticket';

export type Permission = ActionType | 'reply' | 'note' | 'whisper';

/** What this agent may do with a ticket as it stands. The service decides; the page offers only what it would not refuse. Pure. */
export function permitted(ticket: Ticket, agent: Agent | null): ReadonlySet<Permission> {
  return new Set(agent === null ? [] : list(ticket, agent));
}

function list({ status, owner, counsel }: Ticket, agent: Agent): readonly Permission[] {
  const mine = owner.id === agent.id;
  switch (status) {
    case 'BOT':
      return ['claim', 'whisper', 'approval', ...pending(counsel), 'sort', 'note'];
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

function pending({ pending }: Counsel): readonly Permission[] {
  if (pending === null) return [];
  return pending === 'PROPOSAL' ? ['approve', 'reject'] : ['answers'];
}
