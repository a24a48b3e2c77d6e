import { describe, expect, it } from 'vitest';
import { Problem } from '../src/chat-core/problem';
import { chatWith, FakeService, identities, settled } from './fake-chat';
import { customerTicket as ticket } from './fixtures';

describe("the customer's chat", () => {
  it('opens no ticket before there is something to say', async () => {
    const service = new FakeService();
    const { chat } = chatWith(service, identities());
    await chat.start();
    expect(chat.store.get()).toMatchObject({ phase: 'ready', follower: null });
    expect(service.opened).toBe(0);
  });

  it('shows the first words at once and delivers them when the ticket is there', async () => {
    const service = new FakeService();
    const { chat, view } = chatWith(service, identities());
    await chat.start();
    chat.say('Where is my parcel?');
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
    const { chat, view } = chatWith(service, identities({ customer: 'c_7', token: 'c_7' }));
    await chat.start();
    await settled();
    expect(view()?.entries.map(({ text }) => text)).toEqual(['Hello']);
    expect(service.opened).toBe(0);
  });

  it('does not bring back a ticket that was resolved long ago', async () => {
    const service = new FakeService();
    service.customers.add('c_7');
    service.last = ticket({ status: 'RESOLVED', resolvedAt: '2026-03-01T09:00:00Z' });
    const { chat } = chatWith(service, identities({ customer: 'c_7', token: 'c_7' }));
    await chat.start();
    expect(chat.store.get().follower).toBeNull();
  });

  it('becomes a new customer when the stored identity is refused', async () => {
    const service = new FakeService();
    const identity = identities({ customer: 'c_old', token: 'forged' });
    const { chat } = chatWith(service, identity);
    await chat.start();
    expect(chat.store.get().phase).toBe('ready');
    chat.say('hi');
    await settled();
    expect(identity.load()?.customer).toBe('c_1');
    expect(service.sent).toEqual(['hi']);
  });

  it('asks for a person at once, also as the very first thing', async () => {
    const service = new FakeService();
    const { chat, view } = chatWith(service, identities());
    await chat.start();
    await chat.ask('ESCALATE');
    expect(view()?.ticket?.status).toBe('QUEUED');
    expect(service.actions).toEqual(['ESCALATE']);
    expect(chat.store.get().asking).toBeNull();
  });

  it('goes back to the assistant while waiting, and says that the matter is settled', async () => {
    const service = new FakeService();
    const { chat, view } = chatWith(service, identities());
    await chat.start();
    await chat.ask('ESCALATE');
    await chat.ask('RETURN');
    expect(view()?.ticket).toMatchObject({ status: 'BOT', placeUntil: '2026-03-02T09:12:00Z' });
    await chat.ask('RESOLVE');
    expect(view()?.ticket?.status).toBe('RESOLVED');
  });

  it('looks again when it is too late to go back, as a person has joined', async () => {
    const service = new FakeService();
    const { chat, view } = chatWith(service, identities());
    await chat.start();
    await chat.ask('ESCALATE');
    service.refusing = new Problem(409, 'not_now', 'unable to go back to the assistant; the ticket stands at HUMAN');
    service.last = ticket({ status: 'HUMAN', epoch: 3, rev: 20 });
    await chat.ask('RETURN');
    await settled();
    expect(view()?.ticket?.status).toBe('HUMAN');
  });

  it('says why when a person cannot be asked, and can be asked again', async () => {
    const service = new FakeService();
    service.failing = new Problem(503, 'unavailable', 'unable to open a ticket; the store is away');
    const { chat, view } = chatWith(service, identities());
    await chat.start();
    await chat.ask('ESCALATE');
    expect(chat.store.get().error).toBe('Unable to open a ticket; the store is away.');
    service.failing = null;
    await chat.ask('ESCALATE');
    expect(view()?.ticket?.status).toBe('QUEUED');
  });

  it('keeps words that could not be sent for another try', async () => {
    const service = new FakeService();
    service.failing = new Problem(0, 'unreachable', 'The server cannot be reached right now.');
    const { chat, view } = chatWith(service, identities());
    await chat.start();
    chat.say('hi');
    await settled();
    expect(view()?.outbox).toMatchObject([{ text: 'hi', phase: 'failed' }]);
    service.failing = null;
    chat.store.get().follower?.retry('local-1');
    await settled();
    expect(service.sent).toEqual(['hi']);
  });

  it('starts afresh after a resolved ticket', async () => {
    const service = new FakeService();
    const { chat } = chatWith(service, identities());
    await chat.start();
    chat.say('one');
    await settled();
    chat.startNew();
    expect(chat.store.get().follower).toBeNull();
    chat.say('two');
    await settled();
    expect(service.opened).toBe(2);
  });
});
