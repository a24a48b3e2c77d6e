import type { BotInfo, CustomerApi, CustomerIdentity } from '../api/customer-api';
import { createFollower, type RoomListener, type Surroundings, type TicketFollower } from '../chat-core/follower';
import { Problem, wordsFor } from '../chat-core/problem';
import { entryOf, type RoomMessage } from '../chat-core/room-message';
import { createStore, type Store } from '../chat-core/store';
import { isOpen, type Ticket } from '../chat-core/ticket';
import type { IdentityStore } from './identity';

export interface DeskState {
  readonly phase: 'loading' | 'ready' | 'unavailable';
  readonly bot: BotInfo | null;
  /** The view of the customer's ticket; null until there is something to say. */
  readonly follower: TicketFollower | null;
  readonly escalating: boolean;
  readonly error: string | null;
}

/** The room side, made once there is an identity. */
export interface CustomerRooms {
  follow(room: string, listener: RoomListener): () => void;
  send(room: string, text: string, localId: string): Promise<RoomMessage>;
  keystroke(room: string): void;
  stopTyping(room: string): void;
  enter(room: string): () => void;
}

export interface DeskPorts {
  readonly api: CustomerApi;
  readonly identity: IdentityStore;
  /** Connects; `token` gives a fresh realtime token whenever asked. */
  connect(identity: CustomerIdentity, token: () => Promise<string>): Promise<CustomerRooms>;
  readonly surroundings: Surroundings;
}

export interface Desk {
  readonly store: Pick<Store<DeskState, never>, 'get' | 'watch'>;
  start(): Promise<void>;
  say(text: string): void;
  talkToPerson(): Promise<void>;
  startNew(): void;
  typing(active: boolean): void;
  /** Whether the customer looks at the panel: others see the customer's presence only then. */
  setVisible(visible: boolean): void;
  wakeUp(): void;
  dismissError(): void;
}

const SHOW_RESOLVED_FOR_MS = 60 * 60 * 1000;

/**
 * The customer's side of everything: who they are, their ticket and its view. A ticket is opened with the first words (or the wish for a person), not before;
 * the words show at once and wait in the outbox until the ticket is there. An identity that the server no longer takes is replaced by a new one.
 */
export function createDesk(bot: string, ports: DeskPorts): Desk {
  const initial: DeskState = { phase: 'loading', bot: null, follower: null, escalating: false, error: null };
  const store = createStore((state: DeskState, change: Partial<DeskState>) => ({ ...state, ...change }), initial);
  let ticket: Promise<Ticket> | null = null;
  let rooms: Promise<CustomerRooms> | null = null;
  let visible = false;
  let leave: (() => void) | null = null;

  const identify = async (): Promise<CustomerIdentity> => {
    const known = ports.identity.load();
    if (known !== null) return known;
    const fresh = await ports.api.newCustomer();
    ports.identity.save(fresh);
    return fresh;
  };

  const forget = (): void => {
    ports.identity.forget();
    rooms = null;
    ticket = null;
  };

  /** Runs `call` as the customer, once more as a new one when the server refuses the identity. */
  const asCustomer = async <T>(call: (identity: CustomerIdentity) => Promise<T>): Promise<T> => {
    try {
      return await call(await identify());
    } catch (error) {
      if (!(error instanceof Problem) || !error.unauthenticated) throw error;
      forget();
      return call(await identify());
    }
  };

  const theTicket = (): Promise<Ticket> => {
    if (ticket === null) {
      const opening = asCustomer(async ({ token }) => (await ports.api.openTicket(token, bot)).ticket);
      ticket = opening;
      opening.catch(() => {
        if (ticket === opening) ticket = null;
      });
    }
    return ticket;
  };

  const theRooms = (): Promise<CustomerRooms> => {
    if (rooms === null) {
      const connecting = identify().then((identity) =>
        ports.connect(identity, () => ports.api.realtimeToken(identity.token)),
      );
      rooms = connecting;
      connecting.catch(() => {
        if (rooms === connecting) rooms = null;
      });
    }
    return rooms;
  };

  const updatePresence = (): void => {
    const wanted = visible && store.get().follower?.store.get().ticket != null;
    if (!wanted) {
      leave?.();
      leave = null;
    } else if (leave === null) {
      let gone = false;
      let leaveRoom: (() => void) | null = null;
      leave = () => {
        gone = true;
        leaveRoom?.();
      };
      Promise.all([theTicket(), theRooms()]).then(
        ([{ room }, ready]) => {
          if (!gone) leaveRoom = ready.enter(room);
        },
        () => undefined,
      );
    }
  };

  const begin = (known: Ticket | null = null): TicketFollower => {
    const running = store.get().follower;
    if (running !== null) return running;
    const follower = createFollower(
      { role: 'CUSTOMER', id: ports.identity.load()?.customer ?? '' },
      {
        snapshot: async () => {
          const { id } = await theTicket();
          return asHolder(({ token }) => ports.api.ticket(token, id));
        },
        follow: (listener) => followWhenReady(listener),
        send: async (text, localId) => {
          const { room } = await theTicket();
          const message = await (await theRooms()).send(room, text, localId);
          return { entry: entryOf(message), ticket: null };
        },
      },
      ports.surroundings,
      known,
    );
    follower.onLost((problem) => {
      if (problem.unauthenticated) forget();
      stop();
      store.dispatch({ error: 'Your earlier ticket is no longer available. You can start a new one.' });
    });
    follower.store.watch(updatePresence);
    store.dispatch({ follower });
    follower.start();
    return follower;
  };

  const asHolder = async <T>(call: (identity: CustomerIdentity) => Promise<T>): Promise<T> => call(await identify());

  const followWhenReady = (listener: RoomListener): (() => void) => {
    let stopped = false;
    let unfollow: () => void = () => undefined;
    const attempt = (): void => {
      Promise.all([theTicket(), theRooms()]).then(
        ([{ room }, ready]) => {
          if (!stopped) unfollow = ready.follow(room, listener);
        },
        () => {
          if (!stopped) cancel = ports.surroundings.after(2_000, attempt);
        },
      );
    };
    let cancel: () => void = () => undefined;
    attempt();
    return () => {
      stopped = true;
      cancel();
      unfollow();
    };
  };

  const stop = (): void => {
    store.get().follower?.stop();
    leave?.();
    leave = null;
    ticket = null;
    store.dispatch({ follower: null, escalating: false });
  };

  /** Takes up the customer's last ticket: an open one, or one resolved so recently that they may still be reading. */
  const resume = async (): Promise<void> => {
    const identity = ports.identity.load();
    if (identity === null) return;
    try {
      const [last] = await ports.api.tickets(identity.token, bot);
      if (last === undefined || !worthShowing(last)) return;
      ticket = Promise.resolve(last);
      begin(last);
    } catch (error) {
      if (error instanceof Problem && error.unauthenticated) forget();
      else throw error;
    }
  };

  const worthShowing = (last: Ticket): boolean => {
    if (isOpen(last)) return true;
    const resolvedAt = Date.parse(last.resolvedAt ?? '');
    return ports.surroundings.now().getTime() - resolvedAt < SHOW_RESOLVED_FOR_MS;
  };

  return {
    store,
    start: async () => {
      store.dispatch({ phase: 'loading', error: null });
      try {
        const [info] = await Promise.all([ports.api.bot(bot), resume()]);
        store.dispatch({ phase: 'ready', bot: info });
      } catch (error) {
        store.dispatch({ phase: 'unavailable', error: wordsFor(error) });
      }
    },
    say: (text) => begin().send(text),
    talkToPerson: async () => {
      if (store.get().escalating) return;
      store.dispatch({ escalating: true, error: null });
      const follower = begin();
      try {
        const { id } = await theTicket();
        const snapshot = await asHolder(({ token }) => ports.api.escalate(token, id));
        follower.hear({ type: 'snapshot', snapshot, asOf: 0 });
      } catch (error) {
        store.dispatch({ error: wordsFor(error) });
      } finally {
        store.dispatch({ escalating: false });
      }
    },
    startNew: stop,
    typing: (active) => {
      const room = store.get().follower?.store.get().ticket?.room;
      if (room === undefined || rooms === null) return;
      rooms.then(
        (ready) => (active ? ready.keystroke(room) : ready.stopTyping(room)),
        () => undefined,
      );
    },
    setVisible: (next) => {
      visible = next;
      updatePresence();
    },
    wakeUp: () => store.get().follower?.refresh(),
    dismissError: () => store.dispatch({ error: null }),
  };
}
