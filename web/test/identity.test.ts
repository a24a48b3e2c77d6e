import { describe, expect, it } from 'vitest';
import { browserIdentity, personIn, ANONYMOUS } from '../src/widget/identity';

/** As much of a browser's storage as is used. */
function storage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    get length() {
      return items.size;
    },
  } as Storage;
}

const signed = (claims: unknown): string =>
  `e30.${btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.c2ln`;

const anna = { customer: 'c_a', token: 'token of Anna' };

describe('the stored identity', () => {
  it('is found again by the same person', () => {
    const shared = storage();
    browserIdentity(() => shared, 'anna').save(anna);
    expect(browserIdentity(() => shared, 'anna').load()).toMatchObject(anna);
  });

  it.each(['ben', ANONYMOUS])('is deleted, not shown, when "%s" comes instead', (next) => {
    const shared = storage();
    browserIdentity(() => shared, 'anna').save(anna);
    expect(browserIdentity(() => shared, next).load()).toBeNull();
    expect(shared.length).toBe(0);
    expect(browserIdentity(() => shared, 'anna').load()).toBeNull();
  });

  it("of an anonymous visitor is not a known customer's", () => {
    const shared = storage();
    browserIdentity(() => shared, ANONYMOUS).save({ customer: 'c_1', token: 't' });
    expect(browserIdentity(() => shared, ANONYMOUS).load()).toMatchObject({ customer: 'c_1' });
    expect(browserIdentity(() => shared, 'anna').load()).toBeNull();
    expect(shared.length).toBe(0);
  });

  it('lasts as long as the page where storage is forbidden', () => {
    const store = browserIdentity(() => {
      throw new Error('forbidden');
    }, 'anna');
    expect(store.load()).toBeNull();
    store.save(anna);
    expect(store.load()).toEqual(anna);
  });
});

describe('who a signed identity is about', () => {
  it('is its subject', () => {
    expect(personIn(signed({ sub: 'shop-42', name: 'Zo\u00eb?>~' }))).toBe('shop-42');
  });

  it('is nobody else when it cannot be read, and an anonymous visitor only without any', () => {
    expect(personIn('rubbish')).toBe('rubbish');
    expect(personIn(signed({ sub: 42 }))).not.toBe(ANONYMOUS);
    expect(personIn(signed({}))).not.toBe(ANONYMOUS);
    expect(personIn(ANONYMOUS)).toBe(ANONYMOUS);
  });
});
