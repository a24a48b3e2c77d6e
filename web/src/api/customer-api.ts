import createClient from 'openapi-fetch';
import type { BotProfile, CustomerAction, CustomerSnapshot, CustomerTicket, RealtimeAddress } from './contract';
import { answerOf, fetchOrProblem } from './call';
import { botSchema, customerActionSchema, customerEntrySchema, customerTicketSchema } from './customer-schemas';
import type { paths } from './generated/customers';
import { read, readAll, required } from './read';

export interface CustomerIdentity {
  readonly customer: string;
  readonly token: string;
}

/** The customers' API of docs/api.md. Every call may reject with a `Problem`. */
export interface CustomerApi {
  bot(id: string): Promise<BotProfile>;
  /** @param signed what the site has signed about the customer; empty for an anonymous visitor */
  newCustomer(signed: string): Promise<CustomerIdentity>;
  realtimeAddress(token: string): Promise<RealtimeAddress>;
  realtimeToken(token: string): Promise<string>;
  openTicket(token: string, bot: string): Promise<CustomerSnapshot>;
  tickets(token: string, bot: string): Promise<readonly CustomerTicket[]>;
  ticket(token: string, id: string): Promise<CustomerSnapshot>;
  /** Asks for a person, goes back to the assistant while waiting for one, or says that the matter is settled. */
  act(token: string, id: string, action: CustomerAction): Promise<CustomerSnapshot>;
}

/** The call that does each action. */
const CALLS = {
  ESCALATE: '/api/tickets/{id}/escalate',
  RETURN: '/api/tickets/{id}/return',
  RESOLVE: '/api/tickets/{id}/resolve',
} as const;

export function createCustomerApi(base: string): CustomerApi {
  const client = createClient<paths>({ baseUrl: base, fetch: fetchOrProblem });
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  return {
    bot: async (id) => {
      const bot = await answerOf(client.GET('/api/bots/{id}', { params: { path: { id } } }));
      return required(read(botSchema, 'a bot', bot), 'what the service says of its assistant');
    },
    newCustomer: async (signed) =>
      answerOf(client.POST('/api/customers', { body: signed === '' ? {} : { identity: signed } })),
    realtimeAddress: (token) => answerOf(client.GET('/api/realtime', { headers: bearer(token) })),
    realtimeToken: async (token) =>
      (await answerOf(client.GET('/api/realtime/token', { headers: bearer(token) }))).token,
    openTicket: async (token, bot) =>
      readSnapshot(await answerOf(client.POST('/api/tickets', { headers: bearer(token), body: { bot } }))),
    tickets: async (token, bot) => {
      const list = await answerOf(client.GET('/api/tickets', { headers: bearer(token), params: { query: { bot } } }));
      return readAll(customerTicketSchema, 'a ticket', list.tickets);
    },
    ticket: async (token, id) =>
      readSnapshot(
        await answerOf(client.GET('/api/tickets/{id}', { headers: bearer(token), params: { path: { id } } })),
      ),
    act: async (token, id, action) =>
      readSnapshot(await answerOf(client.POST(CALLS[action], { headers: bearer(token), params: { path: { id } } }))),
  };
}

/** The snapshot with what this page knows of its entries and actions. */
function readSnapshot({ ticket, entries, actions }: CustomerSnapshot): CustomerSnapshot {
  return {
    ticket: required(read(customerTicketSchema, 'a ticket', ticket), 'the ticket'),
    entries: [...readAll(customerEntrySchema, 'an entry', entries)],
    actions: [...readAll(customerActionSchema, 'an action', actions)],
  };
}
