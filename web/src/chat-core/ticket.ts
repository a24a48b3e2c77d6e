/**
 * The shapes of docs/api.md as the browser sees them. Times are ISO-8601 UTC strings, `rev`, `epoch`, `pos` and `seq` are whole numbers.
 */

export type TicketStatus = 'BOT' | 'QUEUED' | 'OFFERED' | 'HUMAN' | 'RESOLVED' | 'CLOSED';

/** OFFERED carries the agent to whom the ticket is offered. */
export interface Owner {
  readonly type: 'BOT' | 'QUEUE' | 'OFFERED' | 'AGENT' | 'NOBODY' | 'CLOSED';
  readonly id: string;
  readonly name: string;
}

export interface NextMove {
  readonly who: 'CUSTOMER' | 'BOT' | 'QUEUE' | 'AGENT' | 'NOBODY';
  readonly dueAt: string | null;
}

export interface Ticket {
  readonly id: string;
  readonly customer: string;
  /** Empty when nobody has said it. */
  readonly customerName: string;
  readonly bot: string;
  readonly room: string;
  readonly subject: string | null;
  readonly language: string | null;
  readonly team: string | null;
  readonly priority: number;
  readonly tags: readonly string[];
  readonly status: TicketStatus;
  readonly owner: Owner;
  readonly epoch: number;
  readonly rev: number;
  readonly next: NextMove | null;
  readonly reason: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly queuedAt: string | null;
  /** Until when a customer who went back to the bot keeps their place in the queue. */
  readonly placeUntil: string | null;
  readonly claimedAt: string | null;
  readonly resolvedAt: string | null;
  /** Before all others in its queue. */
  readonly front: boolean;
  /** How often somebody was alerted that the next move is overdue. */
  readonly alerts: number;
  /** Put aside by its owner until the next move is due. */
  readonly snoozed: boolean;
  readonly counsel: Counsel;
  readonly preview: string | null;
}

/** What is between the assistant and colleagues; nothing for customers. */
export interface Counsel {
  /** Whether an agent wants to approve what the assistant says. */
  readonly approval: boolean;
  /** What the assistant waits for from colleagues: the newest proposal, or question, in the log. */
  readonly pending: 'PROPOSAL' | 'QUESTION' | null;
}

export type Role = 'CUSTOMER' | 'BOT' | 'AGENT' | 'SYSTEM';
export type EntryKind = 'MESSAGE' | 'NOTICE' | 'MARKER' | 'PACKET' | 'NOTE' | 'PROPOSAL';
export type EntryState = 'FINAL' | 'STREAMING' | 'STOPPED';

export interface Author {
  readonly role: Role;
  readonly id: string;
  readonly name: string;
}

export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly url?: string | undefined;
  readonly quote?: string | undefined;
}

/**
 * One line of the timeline. `pos` is null for a customer's message that has been seen in the room but not yet in the log;
 * `serial` is null for an entry of the log that the room has not carried yet, and for packets and notes, which it never carries.
 */
export interface Entry {
  readonly pos: number | null;
  readonly serial: string | null;
  readonly at: string;
  readonly epoch: number;
  readonly kind: EntryKind;
  readonly author: Author;
  readonly text: string;
  readonly state: EntryState;
  readonly seq: number;
  readonly citations: readonly Citation[];
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Snapshot {
  readonly ticket: Ticket;
  readonly entries: readonly Entry[];
}

export interface PresenceMember {
  readonly clientId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whether a ticket can still change hands or be written to. */
export function isOpen(ticket: Ticket): boolean {
  return ticket.status !== 'RESOLVED' && ticket.status !== 'CLOSED';
}
