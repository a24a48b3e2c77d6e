import type {
  AgentAction,
  AgentEntry,
  AgentTicket,
  CustomerAction,
  CustomerEntry,
  CustomerTicket,
  OwnerView,
} from '../api/contract';

/** What a view of a ticket is made of, whoever looks at it. */

/** What both sides see of a ticket: an agent's has more. */
export type Ticket = Readonly<CustomerTicket>;
export type TicketStatus = Ticket['status'];
export type Owner = Readonly<OwnerView>;

/** What differs between the views of customers and agents. */
export interface Side {
  readonly ticket: Ticket;
  readonly action: string;
}

export interface CustomerSide extends Side {
  readonly ticket: Readonly<CustomerTicket>;
  readonly action: CustomerAction;
}

export interface AgentSide extends Side {
  readonly ticket: Readonly<AgentTicket>;
  readonly action: AgentAction;
}

/**
 * One line of the timeline. `pos` is null for a customer's message that has been seen in the room but not yet in the log;
 * `serial` is null for an entry of the log that the room has not carried yet, and for packets and notes, which it never carries.
 * `data` is for agents alone, and comes with snapshots.
 */
export type Entry = Readonly<Omit<AgentEntry, 'pos'>> & { readonly pos: number | null };

/** A ticket, its log, and what the viewer may do now: the service says so, and pages offer nothing else. */
export interface Snapshot<S extends Side = Side> {
  readonly ticket: S['ticket'];
  readonly entries: readonly Entry[];
  readonly actions: readonly S['action'][];
}

/** The line that a customer's entry is. */
export const lineOf = (entry: CustomerEntry): Entry => ({ ...entry, data: null });

export interface PresenceMember {
  readonly clientId: string;
  readonly name: string;
  readonly status: string;
}

/** Whether a ticket can still change hands or be written to. */
export function isOpen({ status }: Pick<Ticket, 'status'>): boolean {
  return status !== 'RESOLVED' && status !== 'CLOSED';
}
