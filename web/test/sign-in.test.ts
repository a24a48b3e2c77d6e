import { describe, expect, it } from 'vitest';
import { Problem } from '../src/chat-core/problem';
import { chatWith, FakeService, identities, settled } from './fake-chat';
import { customerTicket as ticket } from './fixtures';

describe("the customer's chat, of a customer who is signed in with the site", () => {
  it('signs in at each visit who is signed in with the site, and takes up their ticket from another device', async () => {
    const service = new FakeService();
    service.customers.add('c_of_mira');
    service.last = ticket({ customer: 'c_of_mira' });
    const { chat, view } = chatWith(service, identities({ customer: 'c_of_mira', token: 'earlier' }), 'mira');
    await chat.start();
    await settled();
    expect(view()?.ticket?.customer).toBe('c_of_mira');
    expect(service.signedIn).toEqual(['mira']);
  });

  it('keeps to the last sign-in when the identity is not taken any more', async () => {
    const service = new FakeService();
    service.customers.add('c_of_mira');
    service.failing = new Problem(401, 'identity_invalid', 'unable to sign the customer in; the identity has expired');
    const { chat } = chatWith(service, identities({ customer: 'c_of_mira', token: 'c_of_mira' }), 'mira');
    await chat.start();
    chat.say('hi');
    await settled();
    expect(service.sent).toEqual(['hi']);
  });

  it('asks an anonymous visitor to sign in where they are refused, and nobody else', async () => {
    const service = new FakeService();
    service.signIn = 'required';
    const phaseOf = async (known: Parameters<typeof identities>[0], signed: string) => {
      const { chat } = chatWith(service, identities(known), signed);
      await chat.start();
      return chat.store.get().phase;
    };
    expect(await phaseOf(null, '')).toBe('sign-in');
    expect(await phaseOf(null, 'mira')).toBe('ready');
  });

  it('says so when somebody cannot be signed in, and makes no anonymous visitor of them', async () => {
    const service = new FakeService();
    service.failing = new Problem(401, 'identity_invalid', 'unable to sign the customer in; the identity has expired');
    const { chat } = chatWith(service, identities(), 'mira');
    await chat.start();
    expect(chat.store.get()).toMatchObject({ phase: 'unavailable' });
    expect(chat.store.get().error).toContain('the identity has expired');
    expect(service.customers.size).toBe(0);
  });
});
