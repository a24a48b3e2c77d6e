import { readAgentTicket, type AgentApi } from '../../api/agent-api';
import type { Agent, AgentTicket } from '../../api/contract';
import type { RoomListener } from '../../chat-core/follower';
import type { Connection } from '../../chat-core/ticket-state';
import { followChannel } from '../../realtime/channel';
import { connectRealtime } from '../../realtime/connect';
import { createRooms } from '../../realtime/rooms';

/** The realtime side of an agent's page. */
export interface AgentRealtime {
  onConnection(listener: (connection: Connection) => void): () => void;
  /** Gets a token for the tickets watched now; resolves when its rights hold. */
  authorise(): Promise<void>;
  followRoom(room: string, listener: RoomListener): () => void;
  /** Attaches the room again, so that the rights of an owner hold in it. */
  reattach(room: string): Promise<void>;
  /** Shows the agent in the room until the returned function is called. */
  enter(room: string): () => void;
  followInbox(onTicket: (ticket: AgentTicket) => void, onBreak: () => void): () => void;
  /** Shows the agent as online to colleagues, and who else is. */
  followColleagues(onChange: (online: readonly { id: string; name: string }[]) => void): () => void;
  close(): void;
}

const INBOX = 'support:inbox';
const AGENTS_ROOM = 'support:agents';

export async function connectAgent(
  api: AgentApi,
  agent: Agent,
  watched: () => readonly string[],
): Promise<AgentRealtime> {
  const connection = connectRealtime(await api.realtimeAddress(), () => api.realtimeToken(watched()));
  const rooms = createRooms(connection);
  return {
    onConnection: connection.onConnection,
    authorise: connection.authorise,
    followRoom: rooms.follow,
    reattach: rooms.reattach,
    enter: (room) => rooms.enter(room, { role: 'agent', name: agent.name }),
    followInbox: (onTicket, onBreak) =>
      followChannel(
        connection,
        INBOX,
        'ticket',
        (data) => {
          const ticket = readAgentTicket(data);
          if (ticket !== null) onTicket(ticket);
        },
        onBreak,
      ),
    followColleagues: (onChange) => {
      const unfollow = rooms.follow(AGENTS_ROOM, {
        message: () => undefined,
        typing: () => undefined,
        connection: () => undefined,
        discontinuity: () => undefined,
        presence: (members) => onChange(onlineOf(members)),
      });
      const leave = rooms.enter(AGENTS_ROOM, { name: agent.name, status: 'online' });
      return () => {
        unfollow();
        leave();
      };
    },
    close: connection.close,
  };
}

/** One line per agent, however many tabs they have open, in the order of their names. */
function onlineOf(members: Parameters<RoomListener['presence']>[0]): readonly { id: string; name: string }[] {
  const byId = new Map<string, string>();
  for (const { clientId, name } of members) {
    if (!clientId.startsWith('agent:')) continue;
    const id = clientId.slice('agent:'.length);
    byId.set(id, name === '' ? id : name);
  }
  return [...byId].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
