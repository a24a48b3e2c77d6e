import { asRecord, asText, asTexts, decodeSnapshot, decodeTicket } from '../chat-core/decode';
import type { Snapshot, Ticket } from '../chat-core/ticket';
import type { RealtimeAddress } from '../realtime/connect';
import { callJson } from './call';
import { decodeAddress } from './decode-address';

export interface BotInfo {
  readonly id: string;
  readonly name: string;
  readonly greeting: string;
  readonly brain: 'llm' | 'extractive';
  readonly notice: string;
  readonly suggestions: readonly string[];
  /** Whether only those are served whom the site has signed in. */
  readonly signIn: 'optional' | 'required';
}

export interface CustomerIdentity {
  readonly customer: string;
  readonly token: string;
}

/** The last part of the call's path. */
export type CustomerAction = 'escalate' | 'return' | 'resolve';

/** The customers' API of docs/api.md. Every call may reject with a `Problem`. */
export interface CustomerApi {
  bot(id: string): Promise<BotInfo>;
  /** @param signed what the site has signed about the customer; empty for a stranger */
  newCustomer(signed: string): Promise<CustomerIdentity>;
  realtimeAddress(token: string): Promise<RealtimeAddress>;
  realtimeToken(token: string): Promise<string>;
  openTicket(token: string, bot: string): Promise<Snapshot>;
  tickets(token: string, bot: string): Promise<readonly Ticket[]>;
  ticket(token: string, id: string): Promise<Snapshot>;
  /** Asks for a person, goes back to the assistant while waiting for one, or says that the matter is settled. */
  act(token: string, id: string, action: CustomerAction): Promise<Snapshot>;
}

export function createCustomerApi(base: string): CustomerApi {
  const get = (path: string, token?: string) => callJson({ path: base + path, headers: bearer(token) });
  const post = (path: string, body: unknown, token?: string) =>
    callJson({ method: 'POST', path: base + path, body, headers: bearer(token) });
  return {
    bot: async (id) => decodeBot(await get(`/api/bots/${encodeURIComponent(id)}`)),
    newCustomer: async (signed) => {
      const answer = asRecord(await post('/api/customers', signed === '' ? {} : { identity: signed }));
      return { customer: asText(answer['customer']), token: asText(answer['token']) };
    },
    realtimeAddress: async (token) => decodeAddress(await get('/api/realtime', token)),
    realtimeToken: async (token) => asText(asRecord(await get('/api/realtime/token', token))['token']),
    openTicket: async (token, bot) => decodeSnapshot(await post('/api/tickets', { bot }, token)),
    tickets: async (token, bot) => {
      const { tickets } = asRecord(await get(`/api/tickets?bot=${encodeURIComponent(bot)}`, token));
      return Array.isArray(tickets) ? tickets.map(decodeTicket) : [];
    },
    ticket: async (token, id) => decodeSnapshot(await get(`/api/tickets/${encodeURIComponent(id)}`, token)),
    act: async (token, id, action) =>
      decodeSnapshot(await post(`/api/tickets/${encodeURIComponent(id)}/${action}`, {}, token)),
  };
}

const bearer = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { Authorization: `Bearer ${token}` };

function decodeBot(value: unknown): BotInfo {
  const record = asRecord(value);
  return {
    id: asText(record['id']),
    name: asText(record['name'], 'Assistant'),
    greeting: asText(record['greeting']),
    brain: record['brain'] === 'llm' ? 'llm' : 'extractive',
    notice: asText(record['notice']),
    suggestions: asTexts(record['suggestions']),
    signIn: record['signIn'] === 'required' ? 'required' : 'optional',
  };
}
