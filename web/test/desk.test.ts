import { describe, expect, it } from 'vitest';
import type { BotInfo, CustomerAction, CustomerApi, CustomerIdentity } from '../src/api/customer-api';
import type { RoomListener } from '../src/chat-core/follower';
import { Problem } from '../src/chat-core/problem';
import type { Snapshot, Ticket } from '../src/chat-core/ticket';
import { createDesk } from '../src/widget/desk';
import type { IdentityStore } from '../src/widget/identity';
import { entry, fromCustomer, ticket } from './fixtures';

const BOT: BotInfo = {
  id: 'demo-store',
  name: 'Fern',
  greeting: 'Hello',
  brain: 'extractive',
  notice: '',
  suggestions: [],
};
const NOW = new Date('2026-03-02T09:10:00Z');

/** The service and the room in memory; identities that it did not hand out are refused. */
class FakeService implements CustomerApi {
  readonly customers = new Set<string>();
  readonly sent: string[] = [];
  last: Ticket | null = null;
  opened = 0;
  readonly actions: CustomerAction[] = [];
  refusing: Problem | null = null;
  failing: Problem | null = null;
  readonly signedIn: string[] = [];

  bot = async () => BOT;
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
      escalate: ticket({ status: 'QUEUED', epoch: 2, rev, queuedAt: '2026-03-02T09:00:00Z' }),
      return: ticket({ status: 'BOT', epoch: 3, rev, placeUntil: '2026-03-02T09:12:00Z' }),
      resolve: ticket({ status: 'RESOLVED', epoch: 4, rev, resolvedAt: '2026-03-02T09:10:00Z' }),
    }[action];
    return this.known(token, this.snapshot());
  };

  private snapshot(): Snapshot {
    return { ticket: this.last ?? ticket(), entries: [entry({ pos: 1, serial: 's000', text: 'Hello' })] };
  }

  private known<T>(token: string, answer: T): T {
    if (!this.customers.has(token)) throw new Problem(401, 'token_invalid', 'unable to read the token; unknown');
    return answer;
  }
}

function identities(first: CustomerIdentity | null = null): IdentityStore {
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

function deskWith(service: FakeService, identity: IdentityStore, signed = '') {
  let count = 0;
  const listeners: RoomListener[] = [];
  const desk = createDesk('demo-store', {
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
  const view = () => desk.store.get().follower?.store.get();
  return { desk, view };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

describe("the customer's desk", () => {
  it('opens no ticket before there is something to say', async () => {
    const service = new FakeService();
    const { desk } = deskWith(service, identities());
    await desk.start();
    expect(desk.store.get()).toMatchObject({ phase: 'ready', follower: null });
    expect(service.opened).toBe(0);
  });

  it('shows the first words at once and delivers them when the ticket is there', async () => {
    const service = new FakeService();
    const { desk, view } = deskWith(service, identities());
    await desk.start();
    desk.say('Where is my parcel?');
    expect(view()?.outbox.map(({ text }) => text)).toEqual(['Where is my parcel?']);
    await settled();
    expect(service.sent).toEqual(['Where is my parcel?']);
    expect(view()?.outbox).toEqual([]);
    expect(service.opened).toBe(1);
  });

  it('takes up an open ticket again', async () => {
    const service = new FakeService();
    service.customers.add('c_7');
    service.last = ticket({ customer: 'c_7' });
    const { desk, view } = deskWith(service, identities({ customer: 'c_7', token: 'c_7' }));
    await desk.start();
    await settled();
    expect(view()?.entries.map(({ text }) => text)).toEqual(['Hello']);
    expect(service.opened).toBe(0);
  });

  it('does not bring back a ticket that was resolved long ago', async () => {
    const service = new FakeService();
    service.customers.add('c_7');
    service.last = ticket({ status: 'RESOLVED', resolvedAt: '2026-03-01T09:00:00Z' });
    const { desk } = deskWith(service, identities({ customer: 'c_7', token: 'c_7' }));
    await desk.start();
    expect(desk.store.get().follower).toBeNull();
  });

  it('becomes a new customer when the stored identity is refused', async () => {
    const service = new FakeService();
    const identity = identities({ customer: 'c_old', token: 'forged' });
    const { desk } = deskWith(service, identity);
    await desk.start();
    expect(desk.store.get().phase).toBe('ready');
    desk.say('hi');
    await settled();
    expect(identity.load()?.customer).toBe('c_1');
    expect(service.sent).toEqual(['hi']);
  });

  it('signs in whom the site has signed in, at each visit, and takes up their ticket from another device', async () => {
    const service = new FakeService();
    service.customers.add('c_of_mira');
    service.last = ticket({ customer: 'c_of_mira' });
    const { desk, view } = deskWith(service, identities({ customer: 'c_of_mira', token: 'earlier' }), 'mira');
    await desk.start();
    await settled();
    expect(view()?.ticket?.customer).toBe('c_of_mira');
    expect(service.signedIn).toEqual(['mira']);
  });

  it('keeps to the last sign-in when the identity is not taken any more', async () => {
    const service = new FakeService();
    service.customers.add('c_of_mira');
    service.failing = new Problem(401, 'identity_invalid', 'unable to sign the customer in; the identity has expired');
    const { desk } = deskWith(service, identities({ customer: 'c_of_mira', token: 'c_of_mira' }), 'mira');
    await desk.start();
    desk.say('hi');
    await settled();
    expect(service.sent).toEqual(['hi']);
  });

  it('says so when somebody cannot be signed in, and makes no stranger of them', async () => {
    const service = new FakeService();
    service.failing = new Problem(401, 'identity_invalid', 'unable to sign the customer in; the identity has expired');
    const { desk } = deskWith(service, identities(), 'mira');
    await desk.start();
    expect(desk.store.get()).toMatchObject({ phase: 'unavailable' });
    expect(desk.store.get().error).toContain('the identity has expired');
    expect(service.customers.size).toBe(0);
  });

  it('asks for a person at once, also as the very first thing', async () => {
    const service = new FakeService();
    const { desk, view } = deskWith(service, identities());
    await desk.start();
    await desk.ask('escalate');
    expect(view()?.ticket?.status).toBe('QUEUED');
    expect(service.actions).toEqual(['escalate']);
    expect(desk.store.get().asking).toBeNull();
  });

  it('goes back to the assistant while waiting, and says that the matter is settled', async () => {
    const service = new FakeService();
    const { desk, view } = deskWith(service, identities());
    await desk.start();
    await desk.ask('escalate');
    await desk.ask('return');
    expect(view()?.ticket).toMatchObject({ status: 'BOT', placeUntil: '2026-03-02T09:12:00Z' });
    await desk.ask('resolve');
    expect(view()?.ticket?.status).toBe('RESOLVED');
  });

  it('looks again when it is too late to go back, as a person has joined', async () => {
    const service = new FakeService();
    const { desk, view } = deskWith(service, identities());
    await desk.start();
    await desk.ask('escalate');
    service.refusing = new Problem(409, 'not_now', 'unable to go back to the assistant; the ticket stands at HUMAN');
    service.last = ticket({ status: 'HUMAN', epoch: 3, rev: 20 });
    await desk.ask('return');
    await settled();
    expect(view()?.ticket?.status).toBe('HUMAN');
  });

  it('says why when a person cannot be asked, and can be asked again', async () => {
    const service = new FakeService();
    service.failing = new Problem(503, 'unavailable', 'unable to open a ticket; the store is away');
    const { desk, view } = deskWith(service, identities());
    await desk.start();
    await desk.ask('escalate');
    expect(desk.store.get().error).toBe('Unable to open a ticket; the store is away.');
    service.failing = null;
    await desk.ask('escalate');
    expect(view()?.ticket?.status).toBe('QUEUED');
  });

  it('keeps words that could not be sent for another try', async () => {
    const service = new FakeService();
    service.failing = new Problem(0, 'unreachable', 'The server cannot be reached right now.');
    const { desk, view } = deskWith(service, identities());
    await desk.start();
    desk.say('hi');
    await settled();
    expect(view()?.outbox).toMatchObject([{ text: 'hi', phase: 'failed' }]);
    service.failing = null;
    desk.store.get().follower?.retry('local-1');
    await settled();
    expect(service.sent).toEqual(['hi']);
  });

  it('starts afresh after a resolved ticket', async () => {
    const service = new FakeService();
    const { desk } = deskWith(service, identities());
    await desk.start();
    desk.say('one');
    await settled();
    desk.startNew();
    expect(desk.store.get().follower).toBeNull();
    desk.say('two');
    await settled();
    expect(service.opened).toBe(2);
  });
});
