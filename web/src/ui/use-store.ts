import { useEffect, useReducer } from 'react';
import type { Store } from '../chat-core/store';

/** The store's value, rendered again after every change. */
export function useStore<S>(store: Pick<Store<S, never>, 'get' | 'watch'>): S {
  const [, changed] = useReducer((count: number, _: undefined) => count + 1, 0);
  useEffect(() => {
    changed(undefined);
    return store.watch(() => changed(undefined));
  }, [store]);
  return store.get();
}
