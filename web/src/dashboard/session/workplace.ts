import type { QueryClient } from '@tanstack/react-query';
import type { AgentApi, TicketListName } from '../../api/agent-api';
import type { Surroundings, TicketFollower } from '../../chat-core/follower';
import { Problem, wordsFor } from '../../chat-core/problem';
import { createStore, type Store } from '../../chat-core/store';
import type { Agent, AgentTicket, Session } from '../../api/contract';
import type { AgentSide } from '../../chat-core/ticket';
import type { AgentRealtime } from './agent-realtime';
import { INITIAL_BOARD, type BoardEvent, type BoardState } from '../board/board-state';
import { isMine, selectedTicket, ticketsIn } from '../board/board-view';
import { coalesce } from './coalesce';
import { createDeskRooms, type DeskRooms } from './desk-rooms';
import { startHeartbeat, type Heartbeat } from './heartbeat';
import { newsOf } from '../board/news';
import { reduceBoard } from '../board/reduce-board';
import type { Deed } from './deed';
import { createQueries, type Queries } from './queries';
import { refusalOf, type Refusal } from './refusals';

export interface WorkplacePorts {
  readonly api: AgentApi;
  /** Where answers of the service are kept while they are fresh. */
  readonly client: QueryClient;
  connect(agent: Agent, watched: () => readonly string[]): Promise<AgentRealtime>;
  readonly surroundings: Surroundings;
  /** Tells the agent about a ticket also when they do not look at the page, as far as they allowed it. */
  notify(text: string): void;
}

export interface Workplace {
  readonly store: Pick<Store<BoardState, never>, 'get' | 'watch'>;
  /** The view of the selected ticket. */
  follower(): TicketFollower<AgentSide> | null;
  start(): Promise<void>;
  signIn(username: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  show(list: TicketListName): void;
  search(text: string): void;
  select(id: string | null): void;
  /** Does it to this ticket, or to the selected one; resolves to null, or to why it was not taken. */
  act(deed: Deed, id?: string): Promise<Refusal | null>;
  /** Shows the agent what went wrong. */
  complain(words: string): void;
  readonly queries: Queries;
  readonly client: QueryClient;
  /** Learns of a ticket that no list has. */
  learn(id: string): Promise<void>;
  typing(): void;
  dismiss(toast: number): void;
  /** Sends a heartbeat, when signed in. */
  beat(): void;
  wakeUp(): void;
}

const TYPING_EVERY_MS = 5_000;

/** The agent's side of everything: who they are, the lists, the open ticket, and what they do. The page only renders and calls. */
export function createWorkplace(ports: WorkplacePorts): Workplace {
  const store = createStore<BoardState, BoardEvent>(reduceBoard, INITIAL_BOARD);
  const { dispatch } = store;
  const { api, surroundings } = ports;
  const queries = createQueries(ports.client, api);
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
    queries.forget();
    dispatch({ type: 'signed-out' });
  };

  const hear = (ticket: AgentTicket): void => {
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
      const lists = await Promise.all((['inbox', 'mine', 'all'] as const).map(queries.tickets));
      dispatch({ type: 'listed', tickets: lists.flat() });
      rooms?.sync();
    } catch (error) {
      if (error instanceof Problem && error.passing) surroundings.after(3_000, () => void refreshLists());
      else fail(error);
    }
  });

  const enter = ({ agent, limits }: Session): void => {
    dispatch({ type: 'signed-in', agent, limits });
    heartbeat = startHeartbeat(api.heartbeat, surroundings.after, (error) => {
      if (error instanceof Problem && error.unauthenticated) leave();
    });
    void refreshLists();
    const mine = (): readonly AgentTicket[] => ticketsIn(store.get(), 'mine');
    rooms = createDeskRooms(agent, ports, queries, mine, {
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

  const act = async (deed: Deed, id = store.get().selected): Promise<Refusal | null> => {
    if (id === null || store.get().busy !== null) return { code: 'busy', words: 'One thing at a time, please.' };
    dispatch({ type: 'busy', busy: { action: deed.action, ticket: id } });
    try {
      const snapshot = await api.act(id, deed.call);
      rooms?.take(snapshot);
      hear(snapshot.ticket);
      const done = deed.done(snapshot.ticket);
      if (done !== null) dispatch({ type: 'toast', tone: 'info', text: done });
      return null;
    } catch (error) {
      if (error instanceof Problem && error.unauthenticated) leave();
      // What the page showed may be old.
      rooms?.follower()?.refresh();
      void refreshLists();
      return refusalOf(error, deed.action);
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
    act,
    complain: (text) => dispatch({ type: 'toast', tone: 'error', text }),
    queries,
    client: ports.client,
    learn: async (id) => {
      try {
        hear((await queries.snapshot(id)).ticket);
      } catch (error) {
        fail(error);
      }
    },
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
