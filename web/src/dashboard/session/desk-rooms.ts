import type { Agent, AgentSnapshot, AgentTicket } from '../../api/contract';
import { createFollower, type RoomListener, type TicketFollower } from '../../chat-core/follower';
import type { Problem } from '../../chat-core/problem';
import type { AgentSide } from '../../chat-core/ticket';
import type { Connection } from '../../chat-core/ticket-state';
import type { AgentRealtime } from './agent-realtime';
import type { BoardState } from '../board/board-state';
import { coalesce } from './coalesce';
import type { Queries } from './queries';
import type { WorkplacePorts } from './workplace';

export interface DeskListener {
  ticket(ticket: AgentTicket): void;
  connection(connection: Connection): void;
  online(online: BoardState['online']): void;
  /** Events of the inbox may have been missed. */
  missed(): void;
  lost(error: unknown): void;
}

/** The rooms that an agent has to do with: the open ticket's, which is followed, and those of all owned tickets, where the agent is present. */
export interface DeskRooms {
  connect(): Promise<void>;
  follower(): TicketFollower<AgentSide> | null;
  /** Follows this ticket instead of the one before. */
  open(ticket: AgentTicket | null): void;
  /** Takes in the snapshot that an action on the open ticket returned. */
  take(snapshot: AgentSnapshot): void;
  hear(ticket: AgentTicket): void;
  /** Enters the rooms of newly owned tickets and leaves those of tickets owned no more. */
  sync(): void;
  close(): void;
}

const RETRY_MS = 2_000;
/** The call that sends words of each kind. */
const CALLS = { MESSAGE: 'say', NOTE: 'note', WHISPER: 'whisper' } as const;

export function createDeskRooms(
  agent: Agent,
  ports: WorkplacePorts,
  queries: Queries,
  mine: () => readonly AgentTicket[],
  listener: DeskListener,
): DeskRooms {
  const { surroundings } = ports;
  const present = new Map<string, () => void>();
  const stops: (() => void)[] = [];
  let realtime: Promise<AgentRealtime> | null = null;
  let open: { readonly id: string; readonly follower: TicketFollower<AgentSide> } | null = null;
  let closed = false;

  const watched = (): readonly string[] => (open === null ? [] : [open.id]);
  const authorise = coalesce(async () => {
    if (realtime !== null) await (await realtime).authorise();
  });

  const connect = async (): Promise<void> => {
    if (closed) return;
    realtime = ports.connect(agent, watched);
    const ready = await realtime.catch(() => null);
    if (ready === null) {
      surroundings.after(RETRY_MS, () => void connect());
      return;
    }
    if (closed) return ready.close();
    stops.push(
      ready.onConnection(listener.connection),
      ready.followInbox(listener.ticket, listener.missed),
      ready.followColleagues(listener.online),
      () => ready.close(),
    );
    sync();
  };

  /** Rights first, then the room: a token for the newly watched ticket has to hold before its room is attached. */
  const follow = (room: string, roomListener: RoomListener): (() => void) => {
    let stopped = false;
    let unfollow: () => void = () => undefined;
    const attempt = async (): Promise<void> => {
      const ready = await realtime;
      await authorise();
      if (!stopped && ready !== null) unfollow = ready.followRoom(room, roomListener);
    };
    const persist = (): void => {
      attempt().catch(() => {
        if (!stopped) surroundings.after(RETRY_MS, persist);
      });
    };
    persist();
    return () => {
      stopped = true;
      unfollow();
    };
  };

  const openTicket = (ticket: AgentTicket | null): void => {
    open?.follower.stop();
    open = null;
    if (ticket === null) return;
    const { id, room } = ticket;
    const follower = createFollower<AgentSide>(
      { role: 'AGENT', id: agent.id },
      {
        snapshot: () => queries.snapshot(id),
        follow: (roomListener) => follow(room, roomListener),
        send: (text, localId, kind) => ports.api[CALLS[kind]](id, text, localId),
      },
      surroundings,
      ticket,
    );
    follower.onLost((problem: Problem) => listener.lost(problem));
    open = { id, follower };
    follower.store.watch(() => {
      const seen = follower.store.get().ticket;
      if (seen !== null) listener.ticket(seen);
    });
    follower.start();
  };

  const sync = (): void => {
    if (realtime === null) return;
    const owned = new Map(mine().map(({ room }) => [room, room]));
    for (const [room, leave] of present) {
      if (owned.has(room)) continue;
      leave();
      present.delete(room);
    }
    for (const room of owned.keys()) {
      if (!present.has(room)) present.set(room, enter(room));
    }
  };

  const enter = (room: string): (() => void) => {
    let left = false;
    let leave: () => void = () => undefined;
    const attempt = async (): Promise<void> => {
      const ready = await realtime;
      if (ready === null || left) return;
      await authorise();
      await ready.reattach(room);
      if (!left) leave = ready.enter(room);
    };
    attempt().catch(() => present.delete(room));
    return () => {
      left = true;
      leave();
    };
  };

  return {
    connect,
    follower: () => open?.follower ?? null,
    open: openTicket,
    take: (snapshot) => {
      if (open?.id === snapshot.ticket.id) open.follower.hear({ type: 'snapshot', snapshot, asOf: 0 });
    },
    hear: (ticket) => {
      if (open?.id === ticket.id) open.follower.hear({ type: 'ticket', ticket });
      sync();
    },
    sync,
    close: () => {
      closed = true;
      openTicket(null);
      for (const leave of present.values()) leave();
      present.clear();
      for (const stop of stops.splice(0)) stop();
    },
  };
}
