import { describe, expect, it } from 'vitest';
import { Problem } from '../src/chat-core/problem';
import { deskWith, FakeService, identities, settled } from './fake-desk';
import { customerTicket as ticket } from './fixtures';

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

  it('asks for a person at once, also as the very first thing', async () => {
    const service = new FakeService();
    const { desk, view } = deskWith(service, identities());
    await desk.start();
    await desk.ask('ESCALATE');
    expect(view()?.ticket?.status).toBe('QUEUED');
    expect(service.actions).toEqual(['ESCALATE']);
    expect(desk.store.get().asking).toBeNull();
  });

  it('goes back to the assistant while waiting, and says that the matter is settled', async () => {
    const service = new FakeService();
    const { desk, view } = deskWith(service, identities());
    await desk.start();
    await desk.ask('ESCALATE');
    await desk.ask('RETURN');
    expect(view()?.ticket).toMatchObject({ status: 'BOT', placeUntil: '2026-03-02T09:12:00Z' });
    await desk.ask('RESOLVE');
    expect(view()?.ticket?.status).toBe('RESOLVED');
  });

  it('looks again when it is too late to go back, as a person has joined', async () => {
    const service = new FakeService();
    const { desk, view } = deskWith(service, identities());
    await desk.start();
    await desk.ask('ESCALATE');
    service.refusing = new Problem(409, 'not_now', 'unable to go back to the assistant; the ticket stands at HUMAN');
    service.last = ticket({ status: 'HUMAN', epoch: 3, rev: 20 });
    await desk.ask('RETURN');
    await settled();
    expect(view()?.ticket?.status).toBe('HUMAN');
  });

  it('says why when a person cannot be asked, and can be asked again', async () => {
    const service = new FakeService();
    service.failing = new Problem(503, 'unavailable', 'unable to open a ticket; the store is away');
    const { desk, view } = deskWith(service, identities());
    await desk.start();
    await desk.ask('ESCALATE');
    expect(desk.store.get().error).toBe('Unable to open a ticket; the store is away.');
    service.failing = null;
    await desk.ask('ESCALATE');
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
