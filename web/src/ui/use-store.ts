import { useEffect, useReducer } from 'react';
import type { Store } from '../chat-core/store';

/** The store's value, rendered again after every change. */
export function useStore<S>(store: Pick<Store<S, never>, 'get' | 'watch'>): S {
  const [, changed] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    changed();
    return store.watch(() => changed());
  }, [store]);
  return store.get();
}
