import type { BotProfile, CustomerAction, CustomerSnapshot, CustomerTicket } from '../src/api/contract';
import type { CustomerApi, CustomerIdentity } from '../src/api/customer-api';
import type { RoomListener } from '../src/chat-core/follower';
import { Problem } from '../src/chat-core/problem';
import { createChat } from '../src/widget/chat';
import type { IdentityStore } from '../src/widget/identity';
import { customerTicket as ticket, fromCustomer, LIMITS } from './fixtures';

const BOT: BotProfile = {
  id: 'demo-store',
  name: 'Fern',
  greeting: 'Hello',
  brain: 'extractive',
  notice: '',
  suggestions: [],
  signIn: 'optional',
  limits: LIMITS,
};
const NOW = new Date('2026-03-02T09:10:00Z');

/** The service and the room in memory; identities that it did not hand out are refused. */
export class FakeService implements CustomerApi {
  readonly customers = new Set<string>();
  readonly sent: string[] = [];
  last: CustomerTicket | null = null;
  opened = 0;
  readonly actions: CustomerAction[] = [];
  refusing: Problem | null = null;
  failing: Problem | null = null;
  signIn: BotProfile['signIn'] = 'optional';
  readonly signedIn: string[] = [];

  bot = async () => ({ ...BOT, signIn: this.signIn });
  newCustomer = async (signed: string) => {
    if (this.failing !== null) throw this.failing;
    if (signed !== '') this.signedIn.push(signed);
    const customer = signed === '' ? `c_${this.customers.size + 1}` : `c_of_${signed}`;
    this.customers.add(customer);
    return { customer, token: customer };
  };
  realtimeAddress = async () => ({});
  realtimeToken = async (token: string) => this.known(token, 'jwt');
  openTicket = async (token: string) => {
    this.opened += 1;
    this.last = ticket({ customer: token });
    return this.known(token, this.snapshot());
  };
  tickets = async (token: string) => this.known(token, this.last === null ? [] : [this.last]);
  ticket = async (token: string) => this.known(token, this.snapshot());
  act = async (token: string, _id: string, action: CustomerAction) => {
    if (this.refusing !== null) throw this.refusing;
    this.actions.push(action);
    const rev = 9 + this.actions.length;
    this.last = {
      ESCALATE: ticket({ status: 'QUEUED', epoch: 2, rev, queuedAt: '2026-03-02T09:00:00Z' }),
      RETURN: ticket({ status: 'BOT', epoch: 3, rev, placeUntil: '2026-03-02T09:12:00Z' }),
      RESOLVE: ticket({ status: 'RESOLVED', epoch: 4, rev, resolvedAt: '2026-03-02T09:10:00Z' }),
    }[action];
    return this.known(token, this.snapshot());
  };

  private snapshot(): CustomerSnapshot {
    const greeting = {
      pos: 1,
      serial: 's000',
      at: '2026-03-02T09:00:01Z',
      epoch: 1,
      kind: 'MESSAGE',
      author: { role: 'BOT', id: 'demo-store', name: 'Assistant' },
      text: 'Hello',
      state: 'FINAL',
      seq: 0,
      citations: [],
    } as const;
    return { ticket: this.last ?? ticket(), entries: [{ ...greeting, citations: [] }], actions: ['ESCALATE'] };
  }

  private known<T>(token: string, answer: T): T {
    if (!this.customers.has(token)) throw new Problem(401, 'token_invalid', 'unable to read the token; unknown');
    return answer;
  }
}

export function identities(first: CustomerIdentity | null = null): IdentityStore {
  let held = first;
  return {
    load: () => held,
    save: (identity) => {
      held = identity;
    },
    forget: () => {
      held = null;
    },
  };
}

export function chatWith(service: FakeService, identity: IdentityStore, signed = '') {
  let count = 0;
  const listeners: RoomListener[] = [];
  const chat = createChat('demo-store', {
    api: service,
    identity,
    signed,
    surroundings: { now: () => NOW, newId: () => `local-${(count += 1)}`, after: () => () => undefined },
    connect: async () => ({
      follow: (_room, listener) => {
        listeners.push(listener);
        return () => undefined;
      },
      send: async (_room, text, localId) => {
        service.sent.push(text);
        return fromCustomer(`s00${service.sent.length}`, text, localId);
      },
      keystroke: () => undefined,
      stopTyping: () => undefined,
      enter: () => () => undefined,
      close: () => undefined,
    }),
  });
  const view = () => chat.store.get().follower?.store.get();
  return { chat, view };
}

export const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
