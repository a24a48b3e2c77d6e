import createClient from 'openapi-fetch';
import { agentActionSchema, agentEntrySchema, agentTicketSchema } from './agent-schemas';
import { answerOf, fetchOrProblem } from './call';
import type { AgentSnapshot, AgentTicket, Colleague, RealtimeAddress, WrittenEntry, Session } from './contract';
import type { paths } from './generated/agents';
import { read, readAll, required } from './read';

export type TicketListName = 'inbox' | 'mine' | 'all';

/** Every call of the agents' API by its path, typed by the contract. */
export type AgentClient = ReturnType<typeof createClient<paths>>;

/** What an action calls: it resolves to the ticket as it is afterwards. */
export type ActionCall = (client: AgentClient, ticket: string) => Promise<AgentSnapshot>;

/** The agents' API of docs/api.md, by cookie. Every call may reject with a `Problem`. */
export interface AgentApi {
  signIn(username: string, password: string): Promise<Session>;
  whoAmI(): Promise<Session>;
  signOut(): Promise<void>;
  /** A heartbeat; without one for 90 seconds the agent's tickets go back to the queue. */
  heartbeat(): Promise<void>;
  realtimeAddress(): Promise<RealtimeAddress>;
  realtimeToken(watched: readonly string[]): Promise<string>;
  tickets(view: TicketListName): Promise<readonly AgentTicket[]>;
  ticket(id: string): Promise<AgentSnapshot>;
  colleagues(): Promise<readonly Colleague[]>;
  /** Resolves to the ticket as it is after the action. */
  act(id: string, call: ActionCall): Promise<AgentSnapshot>;
  say(id: string, text: string, idempotencyKey: string): Promise<WrittenEntry>;
  /** A private note: for colleagues alone. */
  note(id: string, text: string, idempotencyKey: string): Promise<WrittenEntry>;
  /** For the assistant, which takes it into account in its next answer, and for colleagues. */
  whisper(id: string, text: string, idempotencyKey: string): Promise<WrittenEntry>;
  typing(id: string): Promise<void>;
}

/** `xsrf` reads the cookie of that name at call time. */
export function createAgentApi(base: string, xsrf: () => string): AgentApi {
  const client = createClient<paths>({ baseUrl: base, fetch: fetchOrProblem });
  client.use({
    onRequest: ({ request }) => {
      if (request.method !== 'GET') request.headers.set('X-XSRF-TOKEN', xsrf());
      return request;
    },
  });
  const words = (id: string, text: string, idempotencyKey: string) => ({
    params: { path: { id }, header: { 'Idempotency-Key': idempotencyKey } },
    body: { text },
  });
  return {
    signIn: (username, password) => answerOf(client.POST('/api/session', { body: { username, password } })),
    whoAmI: () => answerOf(client.GET('/api/session')),
    signOut: async () => {
      await answerOf(client.DELETE('/api/session'));
    },
    heartbeat: async () => {
      await answerOf(client.POST('/api/session/heartbeat'));
    },
    realtimeAddress: () => answerOf(client.GET('/api/realtime')),
    realtimeToken: async (watched) =>
      (await answerOf(client.GET('/api/realtime/token', { params: { query: { watch: [...watched] } } }))).token,
    tickets: async (view) =>
      readAll(
        agentTicketSchema,
        'a ticket',
        (await answerOf(client.GET('/api/tickets', { params: { query: { view } } }))).tickets,
      ),
    ticket: async (id) => readSnapshot(await answerOf(client.GET('/api/tickets/{id}', { params: { path: { id } } }))),
    colleagues: async () => (await answerOf(client.GET('/api/agents'))).agents,
    act: async (id, call) => readSnapshot(await call(client, id)),
    say: async (id, text, key) =>
      readWritten(await answerOf(client.POST('/api/tickets/{id}/messages', words(id, text, key)))),
    note: async (id, text, key) =>
      readWritten(await answerOf(client.POST('/api/tickets/{id}/notes', words(id, text, key)))),
    whisper: async (id, text, key) =>
      readWritten(await answerOf(client.POST('/api/tickets/{id}/whispers', words(id, text, key)))),
    typing: async (id) => {
      await answerOf(client.POST('/api/tickets/{id}/typing', { params: { path: { id } } }));
    },
  };
}

/** The ticket if this page knows its form; null, and counted, if not. */
export const readAgentTicket = (value: unknown): AgentTicket | null => read(agentTicketSchema, 'a ticket', value);

/** The snapshot with what this page knows of its entries and actions. */
function readSnapshot({ ticket, entries, actions }: AgentSnapshot): AgentSnapshot {
  return {
    ticket: required(readAgentTicket(ticket), 'the ticket'),
    entries: [...readAll(agentEntrySchema, 'an entry', entries)],
    actions: [...readAll(agentActionSchema, 'an action', actions)],
  };
}

function readWritten({ entry, ticket }: WrittenEntry): WrittenEntry {
  return {
    entry: required(read(agentEntrySchema, 'an entry', entry), 'what was said'),
    ticket: required(readAgentTicket(ticket), 'the ticket'),
  };
}

/** The value of a cookie in a `document.cookie` string, or the empty string. */
export function cookieValue(cookies: string, name: string): string {
  const pair = cookies.split('; ').find((candidate) => candidate.startsWith(`${name}=`));
  return pair === undefined ? '' : decodeURIComponent(pair.slice(name.length + 1));
}
