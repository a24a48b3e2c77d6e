import { describe, expect, it } from 'vitest';
import { Problem } from '../src/chat-core/problem';
import { deskWith, FakeService, identities, settled } from './fake-desk';
import { customerTicket as ticket } from './fixtures';

describe("the customer's desk, for whom the site has signed in", () => {
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

  it('asks a stranger to sign in where strangers are refused, and nobody else', async () => {
    const service = new FakeService();
    service.signIn = 'required';
    const phaseOf = async (known: Parameters<typeof identities>[0], signed: string) => {
      const { desk } = deskWith(service, identities(known), signed);
      await desk.start();
      return desk.store.get().phase;
    };
    expect(await phaseOf(null, '')).toBe('sign-in');
    expect(await phaseOf(null, 'mira')).toBe('ready');
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
});
