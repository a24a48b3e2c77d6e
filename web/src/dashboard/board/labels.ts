import type { AgentTicket } from '../../api/contract';
import type { TicketStatus } from '../../chat-core/ticket';

const REASONS: Readonly<Record<NonNullable<AgentTicket['reason']>, string>> = {
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
  return new Map(Object.entries(REASONS)).get(code) ?? words.charAt(0).toUpperCase() + words.slice(1);
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

export function ownerLabel(ticket: AgentTicket, me: string | undefined): string {
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

/** @param most the most urgent one, as far as it is known */
export function priorityLabel(priority: number, most?: number): string {
  if (priority === 0) return 'Normal';
  return priority === most ? `${most}, the most urgent` : String(priority);
}

export const titleOf = (ticket: AgentTicket): string => ticket.subject || ticket.preview || 'No subject yet';
