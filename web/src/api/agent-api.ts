import { asRecord, asText, asTexts, decodeEntry, decodeSnapshot, decodeTicket } from '../chat-core/decode';
import type { Entry, Snapshot, Ticket } from '../chat-core/ticket';
import type { RealtimeAddress } from '../realtime/connect';
import { callJson } from './call';
import { decodeAddress } from './decode-address';
import type { TicketAction } from './ticket-action';

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly teams: readonly string[];
  readonly supervisor: boolean;
}

/** Somebody to pass a ticket on to. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly teams: readonly string[];
  /** Whether they are signed in and show signs of life. */
  readonly here: boolean;
}

/** Words that the log took, and the ticket as it was then. */
export interface Said {
  readonly entry: Entry;
  readonly ticket: Ticket;
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
  colleagues(): Promise<readonly Colleague[]>;
  /** Resolves to the ticket as it is after the action. */
  act(id: string, action: TicketAction): Promise<Snapshot>;
  say(id: string, text: string, idempotencyKey: string): Promise<Said>;
  /** A private note: for colleagues alone. */
  note(id: string, text: string, idempotencyKey: string): Promise<Said>;
  /** For the assistant, which heeds it in its next answer, and for colleagues. */
  whisper(id: string, text: string, idempotencyKey: string): Promise<Said>;
  typing(id: string): Promise<void>;
}

/** `xsrf` reads the cookie of that name at call time. */
export function createAgentApi(base: string, xsrf: () => string): AgentApi {
  const get = (path: string) => callJson({ path: base + path });
  const change = (method: 'POST' | 'DELETE', path: string, body: unknown, headers: Record<string, string> = {}) =>
    callJson({ method, path: base + path, body, headers: { 'X-XSRF-TOKEN': xsrf(), ...headers } });
  const write = async (path: string, text: string, idempotencyKey: string): Promise<Said> => {
    const answer = asRecord(await change('POST', path, { text }, { 'Idempotency-Key': idempotencyKey }));
    return { entry: decodeEntry(answer['entry']), ticket: decodeTicket(answer['ticket']) };
  };
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
    colleagues: async () => {
      const { agents } = asRecord(await get('/api/agents'));
      return Array.isArray(agents) ? agents.map(decodeColleague) : [];
    },
    act: async (id, action) => {
      switch (action.type) {
        case 'approve':
        case 'reject': {
          const { type, proposal, ...words } = action;
          return decodeSnapshot(await change('POST', ticketPath(id, `/proposals/${proposal}/${type}`), words));
        }
        case 'answers': {
          const { type, ...words } = action;
          // Answered once, however often it is sent.
          await change('POST', ticketPath(id, `/${type}`), words, { 'Idempotency-Key': `question-${words.question}` });
          return decodeSnapshot(await get(ticketPath(id)));
        }
        default: {
          const { type, ...body } = action;
          return decodeSnapshot(await change('POST', ticketPath(id, `/${type}`), body));
        }
      }
    },
    say: (id, text, idempotencyKey) => write(ticketPath(id, '/messages'), text, idempotencyKey),
    note: (id, text, idempotencyKey) => write(ticketPath(id, '/notes'), text, idempotencyKey),
    whisper: (id, text, idempotencyKey) => write(ticketPath(id, '/whispers'), text, idempotencyKey),
    typing: async (id) => {
      await change('POST', ticketPath(id, '/typing'), {});
    },
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

function decodeColleague(value: unknown): Colleague {
  const agent = asRecord(value);
  const id = asText(agent['id']);
  return { id, name: asText(agent['name'], id), teams: asTexts(agent['teams']), here: agent['here'] === true };
}

/** The value of a cookie in a `document.cookie` string, or the empty string. */
export function cookieValue(cookies: string, name: string): string {
  const pair = cookies.split('; ').find((candidate) => candidate.startsWith(`${name}=`));
  return pair === undefined ? '' : decodeURIComponent(pair.slice(name.length + 1));
}
