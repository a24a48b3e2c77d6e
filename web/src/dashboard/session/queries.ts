import type { QueryClient } from '@tanstack/react-query';
import type { AgentApi, TicketListName } from '../../api/agent-api';
import type { AgentSnapshot, AgentTicket, Colleague } from '../../api/contract';
import { hereFirst } from '../board/colleagues';

/** What the desk asks of the service: two who ask for the same at once share one answer. */
export interface Queries {
  tickets(list: TicketListName): Promise<readonly AgentTicket[]>;
  snapshot(ticket: string): Promise<AgentSnapshot>;
  /** Everybody who works here, those who are there first. */
  readonly colleagues: { readonly queryKey: readonly string[]; readonly queryFn: () => Promise<readonly Colleague[]> };
  /** Lets go of every answer, as at sign-out. */
  forget(): void;
}

/** A failed attempt is repeated by those who asked, by their own clock; an answer is asked for again each time. */
const FRESH = { staleTime: 0, retry: false, networkMode: 'always' } as const;

export function createQueries(client: QueryClient, api: AgentApi): Queries {
  return {
    tickets: (list) => client.fetchQuery({ queryKey: ['tickets', list], queryFn: () => api.tickets(list), ...FRESH }),
    snapshot: (ticket) =>
      client.fetchQuery({ queryKey: ['ticket', ticket], queryFn: () => api.ticket(ticket), ...FRESH }),
    colleagues: { queryKey: ['colleagues'], queryFn: async () => hereFirst(await api.colleagues()) },
    forget: () => client.clear(),
  };
}
