/** A value that changes by events only and tells its watchers. */
export interface Store<S, E> {
  get(): S;
  dispatch(event: E): void;
  /** Calls `watcher` after every change; returns the way to stop that. */
  watch(watcher: () => void): () => void;
}

export function createStore<S, E>(reduce: (state: S, event: E) => S, initial: S): Store<S, E> {
  let state = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => state,
    dispatch: (event) => {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const watcher of [...watchers]) watcher();
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
