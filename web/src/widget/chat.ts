import type { BotProfile, CustomerAction } from '../api/contract';
import { createFollower, type RoomListener, type Surroundings, type TicketFollower } from '../chat-core/follower';
import { Problem, wordsFor } from '../chat-core/problem';
import { entryOf } from '../chat-core/room-message';
import { createStore, type Store } from '../chat-core/store';
import { isOpen, type CustomerSide, type Ticket } from '../chat-core/ticket';
import type { TicketState } from '../chat-core/ticket-state';
import { createCustomer, type CustomerPorts } from './customer';
import { ANONYMOUS } from './identity';
import { createPresence } from './presence';
import { strings } from './strings';

export interface ChatState {
  /** `sign-in`: the site has signed nobody in, and anonymous visitors are not served. */
  readonly phase: 'loading' | 'ready' | 'sign-in' | 'unavailable';
  readonly bot: BotProfile | null;
  /** The view of the customer's ticket; null until there is something to say. */
  readonly follower: TicketFollower<CustomerSide> | null;
  /** What the customer has asked for and does not have yet. */
  readonly asking: CustomerAction | null;
  readonly error: string | null;
}

export interface ChatPorts extends CustomerPorts {
  readonly surroundings: Surroundings;
}

export interface Chat {
  readonly store: Pick<Store<ChatState, never>, 'get' | 'watch'>;
  start(): Promise<void>;
  say(text: string): void;
  /** Asks for it; asking for a person opens a ticket if need be. */
  ask(action: CustomerAction): Promise<void>;
  startNew(): void;
  typing(active: boolean): void;
  /** Whether the customer looks at the panel: others see the customer's presence only then. */
  setVisible(visible: boolean): void;
  wakeUp(): void;
  dismissError(): void;
}

const SHOW_RESOLVED_FOR_MS = 60 * 60 * 1000;
const RETRY_MS = 2_000;

/**
 * The customer's side of everything. A ticket is opened with the first words (or the wish for a person), not before; the words show
 * at once and wait in the outbox until the ticket is there.
 */
export function createChat(bot: string, ports: ChatPorts): Chat {
  const initial: ChatState = { phase: 'loading', bot: null, follower: null, asking: null, error: null };
  const store = createStore((state: ChatState, change: Partial<ChatState>) => ({ ...state, ...change }), initial);
  const { surroundings } = ports;
  const customer = createCustomer(bot, ports);
  const presence = createPresence(async () => {
    const { name, rooms } = await customer.room();
    return () => rooms.enter(name);
  });

  const begin = (known: Ticket | null = null): TicketFollower<CustomerSide> => {
    const running = store.get().follower;
    if (running !== null) return running;
    const follower = createFollower<CustomerSide>(
      { role: 'CUSTOMER', id: '' },
      {
        snapshot: customer.snapshot,
        follow,
        send: async (text, localId) => {
          const { name, rooms } = await customer.room();
          const sent = await rooms.send(name, text, localId);
          if (sent === null) throw new Problem(0, 'unreadable', 'The message was sent, but its echo cannot be read.');
          return { entry: entryOf(sent), ticket: null };
        },
      },
      surroundings,
      known,
    );
    follower.onLost((problem) => {
      if (problem.unauthenticated) customer.forget();
      leaveTicket();
      store.dispatch({ error: strings.lost });
    });
    let held = follower.store.get();
    follower.store.watch(() => {
      const view = follower.store.get();
      const before = held;
      held = view;
      presence.know(view.ticket !== null);
      // What the customer may do depends on whether their words have an answer, and only a snapshot says that.
      if (before.fresh > 0 && newestAnswer(view) !== newestAnswer(before)) follower.refresh();
    });
    store.dispatch({ follower });
    follower.start();
    return follower;
  };

  const follow = (listener: RoomListener): (() => void) => {
    let stopped = false;
    let unfollow: () => void = () => undefined;
    const attempt = (): void => {
      customer.room().then(
        ({ name, rooms }) => {
          if (!stopped) unfollow = rooms.follow(name, listener);
        },
        () => {
          if (!stopped) unfollow = surroundings.after(RETRY_MS, attempt);
        },
      );
    };
    attempt();
    return () => {
      stopped = true;
      unfollow();
    };
  };

  const leaveTicket = (): void => {
    store.get().follower?.stop();
    presence.know(false);
    customer.leaveTicket();
    store.dispatch({ follower: null, asking: null });
  };

  /** Takes up the customer's last ticket: an open one, or one resolved so recently that they may still be reading. */
  const resume = async (): Promise<void> => {
    const last = await customer.last();
    if (last === null || store.get().follower !== null || !isWorthShowing(last, surroundings.now())) return;
    customer.adopt(last);
    begin(last);
  };

  return {
    store,
    start: async () => {
      store.dispatch({ phase: 'loading', error: null });
      try {
        const [info] = await Promise.all([ports.api.bot(bot), resume()]);
        const anonymous = ports.signed === ANONYMOUS && ports.identity.load() === null;
        store.dispatch({ phase: anonymous && info.signIn === 'required' ? 'sign-in' : 'ready', bot: info });
      } catch (error) {
        store.dispatch({ phase: 'unavailable', error: wordsFor(error) });
      }
    },
    say: (text) => begin().send(text),
    ask: async (action) => {
      if (store.get().asking !== null) return;
      store.dispatch({ asking: action, error: null });
      const follower = begin();
      try {
        follower.hear({ type: 'snapshot', snapshot: await customer.act(action), asOf: 0 });
      } catch (error) {
        store.dispatch({ error: wordsFor(error) });
        // Perhaps somebody has joined just now.
        if (action !== 'ESCALATE') follower.refresh();
      } finally {
        store.dispatch({ asking: null });
      }
    },
    startNew: leaveTicket,
    typing: (active) => {
      if (store.get().follower?.store.get().ticket == null) return;
      customer.room().then(
        ({ name, rooms }) => (active ? rooms.keystroke(name) : rooms.stopTyping(name)),
        () => undefined,
      );
    },
    setVisible: presence.show,
    wakeUp: () => store.get().follower?.refresh(),
    dismissError: () => store.dispatch({ error: null }),
  };
}

/** The line that is the newest finished answer of the assistant. */
function newestAnswer({ entries }: TicketState): number | null {
  return entries.findLast(({ author, state }) => author.role === 'BOT' && state !== 'STREAMING')?.pos ?? null;
}

function isWorthShowing(last: Ticket, now: Date): boolean {
  return isOpen(last) || now.getTime() - Date.parse(last.resolvedAt ?? '') < SHOW_RESOLVED_FOR_MS;
}
