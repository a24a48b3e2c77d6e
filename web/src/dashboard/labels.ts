import type { Ticket, TicketStatus } from '../chat-core/ticket';

const REASONS: Readonly<Record<string, string>> = {
  ASKED: 'Asked for a person',
  SENSITIVE: 'Sensitive matter',
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
    case 'HUMAN':
      return 'With a person';
    case 'RESOLVED':
      return 'Resolved';
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
    case 'NOBODY':
      return 'Closed';
  }
}

export const titleOf = (ticket: Ticket): string => ticket.subject ?? ticket.preview ?? 'No subject yet';
