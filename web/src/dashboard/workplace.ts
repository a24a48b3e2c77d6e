import type { Agent, AgentApi, Colleague, TicketListName } from '../api/agent-api';
import type { TicketAction } from '../api/ticket-action';
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
import { doneWords } from './labels';
import { newsOf } from './news';
import { reduceBoard } from './reduce-board';
import { refusalOf, type Refusal } from './refusals';

export interface WorkplacePorts {
  readonly api: AgentApi;
  connect(agent: Agent, watched: () => readonly string[]): Promise<AgentRealtime>;
  readonly surroundings: Surroundings;
  /** Tells the agent about a ticket also when they do not look at the page, as far as they allowed it. */
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
  /** Does it to this ticket, or to the selected one; resolves to null, or to why it was not taken. */
  act(action: TicketAction, id?: string): Promise<Refusal | null>;
  /** Shows the agent what went wrong. */
  complain(words: string): void;
  colleagues(): Promise<readonly Colleague[]>;
  typing(): void;
  dismiss(toast: number): void;
  /** Shows a sign of life, when signed in. */
  beat(): void;
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
    const news = newsOf(store.get(), ticket);
    dispatch({ type: 'ticket', ticket });
    if (news !== null) ports.notify(news.text);
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

  const act = async (action: TicketAction, id = store.get().selected): Promise<Refusal | null> => {
    if (id === null || store.get().busy !== null) return { code: 'busy', words: 'One thing at a time, please.' };
    dispatch({ type: 'busy', busy: { type: action.type, ticket: id } });
    try {
      const snapshot = await api.act(id, action);
      rooms?.take(snapshot);
      hear(snapshot.ticket);
      const done = doneWords(action, snapshot.ticket);
      if (done !== null) dispatch({ type: 'toast', tone: 'info', text: done });
      return null;
    } catch (error) {
      if (error instanceof Problem && error.unauthenticated) leave();
      // What the page showed may be old.
      rooms?.follower()?.refresh();
      void refreshLists();
      return refusalOf(error, action);
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
    act,
    complain: (text) => dispatch({ type: 'toast', tone: 'error', text }),
    colleagues: api.colleagues,
    typing: () => {
      const ticket = selectedTicket(store.get());
      const now = surroundings.now().getTime();
      if (ticket === null || !isMine(store.get(), ticket) || now - typedAt < TYPING_EVERY_MS) return;
      typedAt = now;
      api.typing(ticket.id).catch(() => undefined);
    },
    dismiss: (id) => dispatch({ type: 'dismiss', id }),
    beat: () => heartbeat?.beat(),
    wakeUp: () => {
      heartbeat?.beat();
      void refreshLists();
      rooms?.follower()?.refresh();
    },
  };
}
