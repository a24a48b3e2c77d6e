import type { CustomerIdentity } from '../api/customer-api';
import { asRecord, asText } from '../chat-core/json';

/** Where one person's identity stays between visits. */
export interface IdentityStore {
  load(): CustomerIdentity | null;
  save(identity: CustomerIdentity): void;
  forget(): void;
}

/** For an anonymous visitor, who is not signed in with the site. */
export const ANONYMOUS = '';

const KEY = 'deskhand.customer';

/**
 * Who the site's signed identity is about. The signature is the service's business: this only tells people who share a browser apart. An identity that
 * cannot be read is about nobody else.
 */
export function personIn(signed: string): string {
  const claims = attempt(() => JSON.parse(atob(fromUrl(signed.split('.')[1] ?? ''))) as unknown);
  const subject = asText(asRecord(claims)['sub']);
  return subject === '' ? signed : subject;
}

/**
 * Keeps the identity of one person at a time: what was kept for another is deleted, so that nobody sees the tickets of whoever used the browser before.
 * Browsers may forbid storage inside a frame; the identity then lasts as long as the page.
 */
export function browserIdentity(storage: () => Storage, person: string): IdentityStore {
  let held: CustomerIdentity | null = null;
  const clear = (): void => void attempt(() => storage().removeItem(KEY));
  return {
    load: () => {
      if (held !== null) return held;
      const kept = read(storage);
      if (kept !== null && kept.person !== person) clear();
      else held = kept;
      return held;
    },
    save: ({ customer, token }) => {
      held = { customer, token };
      attempt(() => storage().setItem(KEY, JSON.stringify({ customer, token, person })));
    },
    forget: () => {
      held = null;
      clear();
    },
  };
}

function read(storage: () => Storage): (CustomerIdentity & { readonly person: string }) | null {
  const record = asRecord(attempt(() => JSON.parse(storage().getItem(KEY) ?? 'null') as unknown));
  const customer = asText(record['customer']);
  const token = asText(record['token']);
  return customer === '' || token === '' ? null : { customer, token, person: asText(record['person'], ANONYMOUS) };
}

const fromUrl = (base64: string): string => base64.replaceAll('-', '+').replaceAll('_', '/');

/** The outcome, or undefined where storage is refused or holds something else. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
