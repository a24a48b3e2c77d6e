import { asRecord, asText, asTexts, decodeEntry, decodeSnapshot, decodeTicket } from '../chat-core/decode';
import type { Entry, Snapshot, Ticket } from '../chat-core/ticket';
import type { RealtimeAddress } from '../realtime/connect';
import { callJson } from './call';
import { decodeAddress } from './decode-address';

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly teams: readonly string[];
  readonly supervisor: boolean;
}

export type TicketListName = 'inbox' | 'mine' | 'all';

/** The agents' API of docs/api.md, by cookie. Every call may reject with a `Problem`. */
export interface AgentApi {
  signIn(username: string, password: string): Promise<Agent>;
  whoAmI(): Promise<Agent>;
  signOut(): Promise<void>;
  /** A sign of life; without one for 90 seconds the agent's tickets go back to the queue. */
  heartbeat(): Promise<void>;
  realtimeAddress(): Promise<RealtimeAddress>;
  realtimeToken(watched: readonly string[]): Promise<string>;
  tickets(view: TicketListName): Promise<readonly Ticket[]>;
  ticket(id: string): Promise<Snapshot>;
  claim(id: string): Promise<Snapshot>;
  say(id: string, text: string, idempotencyKey: string): Promise<{ readonly entry: Entry; readonly ticket: Ticket }>;
  typing(id: string): Promise<void>;
  resolve(id: string, force: boolean): Promise<Snapshot>;
}

/** `xsrf` reads the cookie of that name at call time. */
export function createAgentApi(base: string, xsrf: () => string): AgentApi {
  const get = (path: string) => callJson({ path: base + path });
  const change = (method: 'POST' | 'DELETE', path: string, body: unknown, headers: Record<string, string> = {}) =>
    callJson({ method, path: base + path, body, headers: { 'X-XSRF-TOKEN': xsrf(), ...headers } });
  const ticketPath = (id: string, action = '') => `/api/tickets/${encodeURIComponent(id)}${action}`;
  return {
    signIn: async (username, password) => decodeAgent(await change('POST', '/api/session', { username, password })),
    whoAmI: async () => decodeAgent(await get('/api/session')),
    signOut: async () => {
      await change('DELETE', '/api/session', undefined);
    },
    heartbeat: async () => {
      await change('POST', '/api/session/heartbeat', undefined);
    },
    realtimeAddress: async () => decodeAddress(await get('/api/realtime')),
    realtimeToken: async (watched) => {
      const query = watched.map((id) => `watch=${encodeURIComponent(id)}`).join('&');
      return asText(asRecord(await get(`/api/realtime/token${query === '' ? '' : `?${query}`}`))['token']);
    },
    tickets: async (view) => {
      const { tickets } = asRecord(await get(`/api/tickets?view=${view}`));
      return Array.isArray(tickets) ? tickets.map(decodeTicket) : [];
    },
    ticket: async (id) => decodeSnapshot(await get(ticketPath(id))),
    claim: async (id) => decodeSnapshot(await change('POST', ticketPath(id, '/claim'), {})),
    say: async (id, text, idempotencyKey) => {
      const answer = asRecord(
        await change('POST', ticketPath(id, '/messages'), { text }, { 'Idempotency-Key': idempotencyKey }),
      );
      return { entry: decodeEntry(answer['entry']), ticket: decodeTicket(answer['ticket']) };
    },
    typing: async (id) => {
      await change('POST', ticketPath(id, '/typing'), {});
    },
    resolve: async (id, force) =>
      decodeSnapshot(await change('POST', ticketPath(id, '/resolve'), force ? { force } : {})),
  };
}

function decodeAgent(value: unknown): Agent {
  const agent = asRecord(asRecord(value)['agent']);
  const id = asText(agent['id']);
  return {
    id,
    name: asText(agent['name'], id),
    teams: asTexts(agent['teams']),
    supervisor: agent['supervisor'] === true,
  };
}

/** The value of a cookie in a `document.cookie` string, or the empty string. */
export function cookieValue(cookies: string, name: string): string {
  const pair = cookies.split('; ').find((candidate) => candidate.startsWith(`${name}=`));
  return pair === undefined ? '' : decodeURIComponent(pair.slice(name.length + 1));
}
