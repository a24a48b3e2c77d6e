import type { Outgoing } from './outbox';
import { Problem, wordsFor } from './problem';
import { reduce } from './reduce';
import type { RoomMessage } from './room-message';
import { createStore, type Store } from './store';
import type { Entry, PresenceMember, Side, Snapshot } from './ticket';
import { initialState, type Connection, type TicketEvent, type TicketState } from './ticket-state';

/** What a room tells. Delivery may repeat, reorder and skip; the reducer copes. */
export interface RoomListener {
  message(message: RoomMessage): void;
  presence(members: readonly PresenceMember[]): void;
  typing(clientIds: readonly string[]): void;
  connection(connection: Connection): void;
  discontinuity(): void;
}

export interface TicketPorts<S extends Side> {
  snapshot(): Promise<Snapshot<S>>;
  /** Starts following the ticket's room; returns the way to stop. */
  follow(listener: RoomListener): () => void;
  /** Sends the user's words; `localId` is the same on every retry. Resolves to the entry as far as it is known. */
  send(
    text: string,
    localId: string,
    kind: Outgoing['kind'],
  ): Promise<{ readonly entry: Entry; readonly ticket: S['ticket'] | null }>;
}

/** Time and randomness, so that tests can hold them. */
export interface Surroundings {
  now(): Date;
  newId(): string;
  after(ms: number, task: () => void): () => void;
}

export interface TicketFollower<S extends Side = Side> {
  readonly store: Pick<Store<TicketState<S>, never>, 'get' | 'watch'>;
  start(): void;
  stop(): void;
  send(text: string, kind?: Outgoing['kind']): void;
  retry(localId: string): void;
  discard(localId: string): void;
  /** Takes in what another call or channel said about the ticket. */
  hear(event: Extract<TicketEvent<S>, { type: 'ticket' | 'snapshot' }>): void;
  /** Something may have been missed: fetches a snapshot now. */
  refresh(): void;
  /** Called once with the problem when the ticket cannot be read any more (401, 403, 404). */
  onLost(listener: (problem: Problem) => void): void;
}

/** Changes of a ticket come in bursts; one snapshot serves them all. */
const CALM_MS = 120;
const RETRY_DELAYS_MS = [500, 1_000, 2_000, 5_000, 10_000] as const;

/**
 * Runs the view of one ticket: follows its room first and then fetches the snapshot, so that nothing falls between the two, and
 * fetches again whenever the state says that something may be missing. One snapshot is on its way at a time.
 */
export function createFollower<S extends Side>(
  self: TicketState['self'],
  ports: TicketPorts<S>,
  surroundings: Surroundings,
  known: S['ticket'] | null = null,
): TicketFollower<S> {
  const store = createStore<TicketState<S>, TicketEvent<S>>(reduce, initialState<S>(self, known));
  let running = false;
  let fetch: 'idle' | 'underway' | 'waiting' = 'idle';
  let failures = 0;
  let sending: Promise<void> = Promise.resolve();
  let unfollow: () => void = () => undefined;
  let cancelRetry: () => void = () => undefined;
  let calming: (() => void) | null = null;
  let lost: (problem: Problem) => void = () => undefined;

  const apply = (event: TicketEvent<S>): void => {
    store.dispatch(event);
    catchUp();
  };

  const catchUpSoon = (): void => {
    calming ??= surroundings.after(CALM_MS, () => {
      calming = null;
      catchUp();
    });
  };

  const catchUp = (): void => {
    const { stale, fresh } = store.get();
    if (!running || fetch !== 'idle' || fresh >= stale) return;
    fetch = 'underway';
    ports.snapshot().then(
      (snapshot) => {
        fetch = 'idle';
        failures = 0;
        if (running) apply({ type: 'snapshot', snapshot, asOf: stale });
      },
      (error: unknown) => {
        fetch = 'idle';
        if (running) afterFailure(error);
      },
    );
  };

  const afterFailure = (error: unknown): void => {
    if (error instanceof Problem && !error.passing) {
      running = false;
      unfollow();
      lost(error);
      return;
    }
    const delay = RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length - 1)] ?? 10_000;
    failures += 1;
    fetch = 'waiting';
    cancelRetry = surroundings.after(delay, wakeUp);
  };

  /** Ends a pause between two attempts. */
  const wakeUp = (): void => {
    if (fetch !== 'waiting') return;
    cancelRetry();
    fetch = 'idle';
    catchUp();
  };

  /** One message at a time, so that they arrive in the order in which they were written. */
  const deliver = (localId: string, text: string, kind: Outgoing['kind']): void => {
    sending = sending.then(() =>
      ports.send(text, localId, kind).then(
        ({ entry, ticket }) => apply({ type: 'delivered', localId, entry, ticket }),
        (error: unknown) => apply({ type: 'undelivered', localId, reason: wordsFor(error) }),
      ),
    );
  };

  return {
    store,
    start: () => {
      if (running) return;
      running = true;
      unfollow = ports.follow({
        message: (message) => apply({ type: 'message', message }),
        presence: (members) => apply({ type: 'presence', members }),
        typing: (clientIds) => apply({ type: 'typing', clientIds }),
        connection: (connection) => apply({ type: 'connection', connection }),
        discontinuity: () => apply({ type: 'discontinuity' }),
      });
      catchUp();
    },
    stop: () => {
      running = false;
      cancelRetry();
      calming?.();
      unfollow();
    },
    send: (text, kind = 'MESSAGE') => {
      const localId = surroundings.newId();
      apply({ type: 'composed', localId, kind, text, at: surroundings.now().toISOString() });
      deliver(localId, text, kind);
    },
    retry: (localId) => {
      const item = store.get().outbox.find((candidate) => candidate.localId === localId);
      if (item === undefined || item.phase === 'sending') return;
      apply({ type: 'retried', localId });
      deliver(localId, item.text, item.kind);
    },
    discard: (localId) => apply({ type: 'discarded', localId }),
    hear: (event) => {
      store.dispatch(event);
      if (event.type === 'ticket') catchUpSoon();
      else catchUp();
    },
    refresh: () => {
      apply({ type: 'discontinuity' });
      wakeUp();
    },
    onLost: (listener) => {
      lost = listener;
    },
  };
}
