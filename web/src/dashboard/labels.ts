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

export const titleOf = (ticket: Ticket): string => ticket.subject ?? ticket.preview ?? 'No subject yet';
