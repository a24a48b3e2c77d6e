import { describe, expect, it } from 'vitest';
import { Problem } from '../src/chat-core/problem';
import { sessionWith, FakeService, identities, settled } from './fake-service';
import { customerTicket as ticket } from './fixtures';

describe("the customer's session", () => {
  it('opens no ticket before there is something to say', async () => {
    const service = new FakeService();
    const { session } = sessionWith(service, identities());
    await session.start();
    expect(session.store.get()).toMatchObject({ phase: 'ready', follower: null });
    expect(service.opened).toBe(0);
  });

  it('shows the first words at once and delivers them when the ticket is there', async () => {
    const service = new FakeService();
    const { session, view } = sessionWith(service, identities());
    await session.start();
    session.say('Where is my parcel?');
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
    const { session, view } = sessionWith(service, identities({ customer: 'c_7', token: 'c_7' }));
    await session.start();
    await settled();
    expect(view()?.entries.map(({ text }) => text)).toEqual(['Hello']);
    expect(service.opened).toBe(0);
  });

  it('does not bring back a ticket that was resolved long ago', async () => {
    const service = new FakeService();
    service.customers.add('c_7');
    service.last = ticket({ status: 'RESOLVED', resolvedAt: '2026-03-01T09:00:00Z' });
    const { session } = sessionWith(service, identities({ customer: 'c_7', token: 'c_7' }));
    await session.start();
    expect(session.store.get().follower).toBeNull();
  });

  it('becomes a new customer when the stored identity is refused', async () => {
    const service = new FakeService();
    const identity = identities({ customer: 'c_old', token: 'forged' });
    const { session } = sessionWith(service, identity);
    await session.start();
    expect(session.store.get().phase).toBe('ready');
    session.say('hi');
    await settled();
    expect(identity.load()?.customer).toBe('c_1');
    expect(service.sent).toEqual(['hi']);
  });

  it('asks for a person at once, also as the very first thing', async () => {
    const service = new FakeService();
    const { session, view } = sessionWith(service, identities());
    await session.start();
    await session.ask('ESCALATE');
    expect(view()?.ticket?.status).toBe('QUEUED');
    expect(service.actions).toEqual(['ESCALATE']);
    expect(session.store.get().asking).toBeNull();
  });

  it('goes back to the assistant while waiting, and says that the matter is settled', async () => {
    const service = new FakeService();
    const { session, view } = sessionWith(service, identities());
    await session.start();
    await session.ask('ESCALATE');
    await session.ask('RETURN');
    expect(view()?.ticket).toMatchObject({ status: 'BOT', placeUntil: '2026-03-02T09:12:00Z' });
    await session.ask('RESOLVE');
    expect(view()?.ticket?.status).toBe('RESOLVED');
  });

  it('looks again when it is too late to go back, as a person has joined', async () => {
    const service = new FakeService();
    const { session, view } = sessionWith(service, identities());
    await session.start();
    await session.ask('ESCALATE');
    service.refusing = new Problem(409, 'not_now', 'unable to go back to the assistant; the ticket stands at HUMAN');
    service.last = ticket({ status: 'HUMAN', epoch: 3, rev: 20 });
    await session.ask('RETURN');
    await settled();
    expect(view()?.ticket?.status).toBe('HUMAN');
  });

  it('says why when a person cannot be asked, and can be asked again', async () => {
    const service = new FakeService();
    service.failing = new Problem(503, 'unavailable', 'unable to open a ticket; the store is away');
    const { session, view } = sessionWith(service, identities());
    await session.start();
    await session.ask('ESCALATE');
    expect(session.store.get().error).toBe('Unable to open a ticket; the store is away.');
    service.failing = null;
    await session.ask('ESCALATE');
    expect(view()?.ticket?.status).toBe('QUEUED');
  });

  it('keeps words that could not be sent for another try', async () => {
    const service = new FakeService();
    service.failing = new Problem(0, 'unreachable', 'The server cannot be reached right now.');
    const { session, view } = sessionWith(service, identities());
    await session.start();
    session.say('hi');
    await settled();
    expect(view()?.outbox).toMatchObject([{ text: 'hi', phase: 'failed' }]);
    service.failing = null;
    session.store.get().follower?.retry('local-1');
    await settled();
    expect(service.sent).toEqual(['hi']);
  });

  it('starts afresh after a resolved ticket', async () => {
    const service = new FakeService();
    const { session } = sessionWith(service, identities());
    await session.start();
    session.say('one');
    await settled();
    session.startNew();
    expect(session.store.get().follower).toBeNull();
    session.say('two');
    await settled();
    expect(service.opened).toBe(2);
  });
});
