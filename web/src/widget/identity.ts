import type { CustomerIdentity } from '../api/customer-api';
import { asRecord, asText } from '../chat-core/decode';

/** Where the anonymous customer's identity stays between visits. */
export interface IdentityStore {
  load(): CustomerIdentity | null;
  save(identity: CustomerIdentity): void;
  forget(): void;
}

const KEY = 'deskhand.customer';

/** Browsers may forbid storage inside a frame; the identity then lasts as long as the page. */
export function browserIdentity(storage: () => Storage): IdentityStore {
  let held: CustomerIdentity | null = null;
  return {
    load: () => held ?? (held = read(storage)),
    save: (identity) => {
      held = identity;
      attempt(() => storage().setItem(KEY, JSON.stringify(identity)));
    },
    forget: () => {
      held = null;
      attempt(() => storage().removeItem(KEY));
    },
  };
}

function read(storage: () => Storage): CustomerIdentity | null {
  const record = asRecord(attempt(() => JSON.parse(storage().getItem(KEY) ?? 'null') as unknown));
  const customer = asText(record['customer']);
  const token = asText(record['token']);
  return customer === '' || token === '' ? null : { customer, token };
}

/** The outcome, or undefined where storage is refused or holds something else. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
