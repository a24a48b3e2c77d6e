import type { Agent, AgentApi, TicketListName } from '../api/agent-api';
import type { Surroundings, TicketFollower } from '../chat-core/follower';
import { Problem, wordsFor } from '../chat-core/problem';
import { createStore, type Store } from '../chat-core/store';
import type { Ticket } from '../chat-core/ticket';
import type { AgentRealtime } from './agent-realtime';
import { INITIAL_BOARD, type BoardEvent, type BoardState } from './board-state';
import { isMine, neighbour, selectedTicket, ticketsIn } from './board-view';
import { coalesce } from './coalesce';
import { createDeskRooms, type DeskRooms } from './desk-rooms';
import { startHeartbeat, type Heartbeat } from './heartbeat';
import { reduceBoard } from './reduce-board';

export interface WorkplacePorts {
  readonly api: AgentApi;
  connect(agent: Agent, watched: () => readonly string[]): Promise<AgentRealtime>;
  readonly surroundings: Surroundings;
  /** Tells the agent about a ticket outside the page, if they allowed it. */
  notify(text: string): void;
}

export interface Workplace {
  readonly store: Pick<Store<BoardState, never>, 'get' | 'watch'>;
  /** The view of the selected ticket. */
  follower(): TicketFollower | null;
  start(): Promise<void>;
  signIn(username: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  show(list: TicketListName): void;
  search(text: string): void;
  select(id: string | null): void;
  move(step: 1 | -1): void;
  claim(): Promise<void>;
  /** Resolves to "waiting" when the customer is owed an answer and `force` is false. */
  resolve(force: boolean): Promise<'done' | 'waiting' | 'failed'>;
  typing(): void;
  dismiss(toast: number): void;
  wakeUp(): void;
}

const TYPING_EVERY_MS = 5_000;

/** The agent's side of everything: who they are, the lists, the open ticket, and what they do. The page only renders and calls. */
export function createWorkplace(ports: WorkplacePorts): Workplace {
  const store = createStore<BoardState, BoardEvent>(reduceBoard, INITIAL_BOARD);
  const { dispatch } = store;
  const { api, surroundings } = ports;
  let rooms: DeskRooms | null = null;
  let heartbeat: Heartbeat | null = null;
  let typedAt = 0;

  const fail = (error: unknown): void => {
    if (error instanceof Problem && error.unauthenticated) leave();
    else dispatch({ type: 'toast', tone: 'error', text: wordsFor(error) });
  };

  const leave = (): void => {
    heartbeat?.stop();
    heartbeat = null;
    rooms?.close();
    rooms = null;
    dispatch({ type: 'signed-out' });
  };

  const hear = (ticket: Ticket): void => {
    const before = store.get().toasts.at(-1)?.id;
    dispatch({ type: 'ticket', ticket });
    const news = store.get().toasts.at(-1);
    if (news?.tone === 'news' && news.id !== before) ports.notify(news.text);
    rooms?.hear(ticket);
  };

  /** Three lists, one picture: "all" may be cut short, the other two never are. */
  const refreshLists = coalesce(async () => {
    if (store.get().phase !== 'ready') return;
    dispatch({ type: 'asked' });
    try {
      const lists = await Promise.all((['inbox', 'mine', 'all'] as const).map((list) => api.tickets(list)));
      dispatch({ type: 'listed', tickets: lists.flat() });
      rooms?.sync();
    } catch (error) {
      if (error instanceof Problem && error.passing) surroundings.after(3_000, () => void refreshLists());
      else fail(error);
    }
  });

  const enter = (agent: Agent): void => {
    dispatch({ type: 'signed-in', agent });
    heartbeat = startHeartbeat(api.heartbeat, surroundings.after, (error) => {
      if (error instanceof Problem && error.unauthenticated) leave();
    });
    void refreshLists();
    const mine = (): readonly Ticket[] => ticketsIn(store.get(), 'mine');
    rooms = createDeskRooms(agent, ports, mine, {
      ticket: hear,
      connection: (connection) => {
        dispatch({ type: 'connection', connection });
        // While the connection was gone, the agent may have counted as gone too.
        if (connection === 'online') heartbeat?.beat();
      },
      online: (online) => dispatch({ type: 'online', online }),
      missed: () => void refreshLists(),
      lost: fail,
    });
    void rooms.connect();
  };

  const select = (id: string | null): void => {
    if (id === store.get().selected) return;
    rooms?.open(id === null ? null : (store.get().known.get(id)?.ticket ?? null));
    dispatch({ type: 'select', id });
  };

  /** Runs one action at a time on the selected ticket. */
  const act = async <T>(busy: 'claim' | 'resolve', action: (id: string) => Promise<T>): Promise<T | null> => {
    const ticket = selectedTicket(store.get());
    if (ticket === null || store.get().busy !== null) return null;
    dispatch({ type: 'busy', busy });
    try {
      return await action(ticket.id);
    } finally {
      dispatch({ type: 'busy', busy: null });
    }
  };

  return {
    store,
    follower: () => rooms?.follower() ?? null,
    start: async () => {
      try {
        enter(await api.whoAmI());
      } catch (error) {
        if (!(error instanceof Problem && error.unauthenticated)) fail(error);
        dispatch({ type: 'signed-out' });
      }
    },
    signIn: async (username, password) => enter(await api.signIn(username, password)),
    signOut: async () => {
      await api.signOut().catch(() => undefined);
      leave();
    },
    show: (list) => dispatch({ type: 'list', list }),
    search: (search) => dispatch({ type: 'search', search }),
    select,
    move: (step) => {
      const id = neighbour(store.get(), step);
      if (id !== null) select(id);
    },
    claim: async () => {
      await act('claim', async (id) => {
        try {
          const snapshot = await api.claim(id);
          rooms?.take(snapshot);
          hear(snapshot.ticket);
        } catch (error) {
          dispatch({ type: 'toast', tone: 'error', text: refusalOf(error) });
          rooms?.follower()?.refresh();
          void refreshLists();
        }
      });
    },
    resolve: async (force) => {
      const outcome = await act('resolve', async (id) => {
        try {
          const snapshot = await api.resolve(id, force);
          rooms?.take(snapshot);
          hear(snapshot.ticket);
          dispatch({ type: 'toast', tone: 'info', text: 'Resolved.' });
          return 'done' as const;
        } catch (error) {
          if (error instanceof Problem && error.code === 'customer_waiting') return 'waiting' as const;
          fail(error);
          return 'failed' as const;
        }
      });
      return outcome ?? 'failed';
    },
    typing: () => {
      const ticket = selectedTicket(store.get());
      const now = surroundings.now().getTime();
      if (ticket === null || !isMine(store.get(), ticket) || now - typedAt < TYPING_EVERY_MS) return;
      typedAt = now;
      api.typing(ticket.id).catch(() => undefined);
    },
    dismiss: (id) => dispatch({ type: 'dismiss', id }),
    wakeUp: () => {
      heartbeat?.beat();
      void refreshLists();
      rooms?.follower()?.refresh();
    },
  };
}

/** Why a claim was refused, with the winner's name (I14). */
export function refusalOf(error: unknown): string {
  if (!(error instanceof Problem)) return wordsFor(error);
  if (error.code === 'already_claimed') {
    const winner = error.body['winner'] as { name?: unknown } | undefined;
    return typeof winner?.name === 'string' ? `${winner.name} claimed this first` : 'Somebody claimed this first';
  }
  if (error.code === 'slots_full') {
    const capacity = error.body['capacity'];
    return `You have all the tickets you can hold${typeof capacity === 'number' ? ` (${capacity})` : ''}. Resolve one first.`;
  }
  return wordsFor(error);
}
