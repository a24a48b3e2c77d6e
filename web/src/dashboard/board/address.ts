import { useHashLocation } from 'wouter/use-hash-location';
import type { TicketListName } from '../../api/agent-api';

/** What the page's address says: a list, and a ticket or none. */
export interface Place {
  readonly list: TicketListName;
  readonly ticket: string | null;
}

export interface Address extends Place {
  /** Shows the list, beside the ticket that is open. */
  show(list: TicketListName): void;
  open(ticket: string): void;
  close(): void;
}

const LISTS: readonly TicketListName[] = ['inbox', 'mine', 'all'];

/** `/inbox/01K…`; whatever else it says is the inbox. */
export function placeAt(path: string): Place {
  const [, first, ticket = ''] = path.split('/');
  const list = LISTS.find((name) => name === first);
  return { list: list ?? 'inbox', ticket: list === undefined || ticket === '' ? null : decodeURIComponent(ticket) };
}

export function pathOf({ list, ticket }: Place): string {
  return ticket === null ? `/${list}` : `/${list}/${encodeURIComponent(ticket)}`;
}

/** The address after the hash, so that the service has one page to serve. */
export function useAddress(): Address {
  const [path, go] = useHashLocation();
  const place = placeAt(path);
  return {
    ...place,
    show: (list) => go(pathOf({ ...place, list })),
    open: (ticket) => go(pathOf({ ...place, ticket })),
    close: () => go(pathOf({ ...place, ticket: null })),
  };
}
