import { describe, expect, it } from 'vitest';
import { Problem } from '../src/chat-core/problem';
import { sessionWith, FakeService, identities, settled } from './fake-service';
import { customerTicket as ticket } from './fixtures';

describe("the customer's session, for whom the site has signed in", () => {
  it('signs in whom the site has signed in, at each visit, and takes up their ticket from another device', async () => {
    const service = new FakeService();
    service.customers.add('c_of_mira');
    service.last = ticket({ customer: 'c_of_mira' });
    const { session, view } = sessionWith(service, identities({ customer: 'c_of_mira', token: 'earlier' }), 'mira');
    await session.start();
    await settled();
    expect(view()?.ticket?.customer).toBe('c_of_mira');
    expect(service.signedIn).toEqual(['mira']);
  });

  it('keeps to the last sign-in when the identity is not taken any more', async () => {
    const service = new FakeService();
    service.customers.add('c_of_mira');
    service.failing = new Problem(401, 'identity_invalid', 'unable to sign the customer in; the identity has expired');
    const { session } = sessionWith(service, identities({ customer: 'c_of_mira', token: 'c_of_mira' }), 'mira');
    await session.start();
    session.say('hi');
    await settled();
    expect(service.sent).toEqual(['hi']);
  });

  it('asks an anonymous visitor to sign in where those are refused, and nobody else', async () => {
    const service = new FakeService();
    service.signIn = 'required';
    const phaseOf = async (known: Parameters<typeof identities>[0], signed: string) => {
      const { session } = sessionWith(service, identities(known), signed);
      await session.start();
      return session.store.get().phase;
    };
    expect(await phaseOf(null, '')).toBe('sign-in');
    expect(await phaseOf(null, 'mira')).toBe('ready');
  });

  it('says so when somebody cannot be signed in, and makes no anonymous visitor of them', async () => {
    const service = new FakeService();
    service.failing = new Problem(401, 'identity_invalid', 'unable to sign the customer in; the identity has expired');
    const { session } = sessionWith(service, identities(), 'mira');
    await session.start();
    expect(session.store.get()).toMatchObject({ phase: 'unavailable' });
    expect(session.store.get().error).toContain('the identity has expired');
    expect(service.customers.size).toBe(0);
  });
});
