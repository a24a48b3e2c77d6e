import type { TicketAction } from '../api/ticket-action';
import type { Ticket, TicketStatus } from '../chat-core/ticket';

const REASONS: Readonly<Record<string, string>> = {
  ASKED: 'Asked for a person',
  SENSITIVE: 'Sensitive matter',
  RULE: 'Rule on the customer',
  WEAK_EVIDENCE: 'No good answer',
  LOOP: 'Going in circles',
  TOOL_FAILED: 'A tool failed',
  OUTAGE: 'Assistant was down',
  BUDGET: 'Budget used up',
  OVERDUE: 'Assistant was late',
};

/** Why a ticket was escalated, for people; an unknown code is shown in plain letters. */
export function reasonLabel(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return REASONS[code] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

export function statusLabel(status: TicketStatus): string {
  switch (status) {
    case 'BOT':
      return 'With the assistant';
    case 'QUEUED':
      return 'Waiting';
    case 'OFFERED':
      return 'Offered';
    case 'HUMAN':
      return 'With a person';
    case 'RESOLVED':
      return 'Resolved';
    case 'CLOSED':
      return 'Closed';
  }
}

export function ownerLabel(ticket: Ticket, me: string | undefined): string {
  switch (ticket.owner.type) {
    case 'BOT':
      return `${ticket.owner.name} (assistant)`;
    case 'QUEUE':
      return 'Nobody yet';
    case 'AGENT':
      return ticket.owner.id === me ? 'You' : ticket.owner.name;
    case 'OFFERED':
      return ticket.owner.id === me ? 'Offered to you' : `Offered to ${ticket.owner.name}`;
    case 'NOBODY':
    case 'CLOSED':
      return 'Nobody any more';
  }
}

/** What the agent reads when an action is done; null where the page shows it anyway. */
export function doneWords(action: TicketAction, ticket: Ticket): string | null {
  switch (action.type) {
    case 'offer':
    case 'transfer':
      return ticket.status === 'OFFERED' ? `Offered to ${ticket.owner.name}.` : `Passed on to the team ${ticket.team}.`;
    case 'hand-back':
      return `${ticket.owner.name} goes on with it.`;
    case 'release':
    case 'decline':
      return 'Back at the front of the queue.';
    case 'snooze':
      return 'Snoozed. It comes back by itself, or when the customer writes.';
    case 'resolve':
      return 'Resolved.';
    case 'claim':
    case 'accept':
    case 'takeover':
    case 'sort':
    case 'reopen':
    case 'approve':
      return null;
    case 'approval':
      return action.required ? 'You and your colleagues approve its answers now.' : 'It answers by itself again.';
    case 'reject':
      return 'The assistant tries again.';
    case 'answers':
      return 'The assistant goes on with your answer.';
  }
}

export function priorityLabel(priority: number): string {
  if (priority === 0) return 'Normal';
  return priority === 9 ? '9, the most urgent' : String(priority);
}

export const titleOf = (ticket: Ticket): string => ticket.subject ?? ticket.preview ?? 'No subject yet';
