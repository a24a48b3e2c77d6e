import type { Message, Room } from '@ably/chat';
import type { RoomListener } from '../chat-core/follower';
import { asRecord, asText } from '../chat-core/json';
import { readRoomMessage, type RawMessage, type RoomMessage } from '../chat-core/room-message';
import type { PresenceMember } from '../chat-core/ticket';
import type { RealtimeConnection } from './connect';

/** Rooms of one connection, shared by whoever follows, writes or is present in them. */
export interface Rooms {
  follow(name: string, listener: RoomListener): () => void;
  send(name: string, text: string, localId: string): Promise<RoomMessage | null>;
  /** Tells the room that the user is typing; the SDK limits the rate. Failures are harmless and dropped. */
  keystroke(name: string): void;
  stopTyping(name: string): void;
  /** Is present in the room until the returned function is called. */
  enter(name: string, data: Readonly<Record<string, string>>): () => void;
  /** Attaches again, so that rights won by a new token hold in a room that was attached with fewer. */
  reattach(name: string): Promise<void>;
}

interface Held {
  readonly room: Promise<Room>;
  users: number;
}

const ROOM_OPTIONS = { typing: { heartbeatThrottleMs: 4_000 } } as const;
const ATTACH_RETRY_MS = 2_000;

export function createRooms(connection: RealtimeConnection): Rooms {
  const held = new Map<string, Held>();

  const acquire = (name: string): Held => {
    const known = held.get(name);
    if (known !== undefined) {
      known.users += 1;
      return known;
    }
    const fresh: Held = { room: connection.chat.rooms.get(name, ROOM_OPTIONS), users: 1 };
    fresh.room.catch(ignore);
    held.set(name, fresh);
    return fresh;
  };

  const release = (name: string): void => {
    const known = held.get(name);
    if (known === undefined) return;
    known.users -= 1;
    if (known.users > 0) return;
    held.delete(name);
    connection.chat.rooms.release(name).catch(ignore);
  };

  const withRoom = (name: string, use: (room: Room) => Promise<unknown>): void => {
    const known = held.get(name);
    if (known !== undefined) known.room.then(use).catch(ignore);
  };

  return {
    follow: (name, listener) => {
      const { room } = acquire(name);
      const stops: (() => void)[] = [connection.onConnection((state) => listener.connection(state))];
      let stopped = false;
      room.then((ready) => {
        if (stopped) return;
        stops.push(...listen(ready, listener));
        attach(ready, () => stopped);
      }, ignore);
      return () => {
        stopped = true;
        for (const stop of stops) stop();
        release(name);
      };
    },
    send: async (name, text, localId) => {
      const { room } = acquire(name);
      try {
        return readRoomMessage(rawOf(await (await room).messages.send({ text, metadata: { localId } })));
      } finally {
        release(name);
      }
    },
    keystroke: (name) => withRoom(name, (room) => room.typing.keystroke()),
    stopTyping: (name) => withRoom(name, (room) => room.typing.stop()),
    enter: (name, data) => {
      const { room } = acquire(name);
      let left = false;
      room
        .then(async (ready) => {
          await ready.attach();
          if (!left) await ready.presence.enter(data);
        })
        .catch(ignore);
      return () => {
        left = true;
        room
          .then((ready) => ready.presence.leave())
          .catch(ignore)
          .finally(() => release(name));
      };
    },
    reattach: async (name) => {
      const room = await held.get(name)?.room;
      if (room === undefined) return;
      await room.detach().catch(ignore);
      await room.attach();
    },
  };
}

function listen(room: Room, listener: RoomListener): readonly (() => void)[] {
  const presence = (): void => {
    room.presence.get().then((members) => listener.presence(members.map(memberOf)), ignore);
  };
  const messages = room.messages.subscribe((event) => {
    const message = readRoomMessage(rawOf(event.message));
    if (message !== null) listener.message(message);
  });
  const present = room.presence.subscribe(presence);
  const typing = room.typing.subscribe((event) => listener.typing(event.currentTypers.map(({ clientId }) => clientId)));
  const breaks = room.onDiscontinuity(() => listener.discontinuity());
  const status = room.onStatusChange(({ current }) => {
    if (current === 'attached') presence();
  });
  return [messages.unsubscribe, present.unsubscribe, typing.unsubscribe, breaks.off, status.off];
}

/** The SDK retries a suspended room by itself; a refused or failed attach is tried again here, as rights may have arrived meanwhile. */
function attach(room: Room, stopped: () => boolean): void {
  room.attach().catch(() => {
    setTimeout(() => {
      if (!stopped()) attach(room, stopped);
    }, ATTACH_RETRY_MS);
  });
}

function rawOf(message: Message): RawMessage {
  return {
    serial: message.serial,
    clientId: message.clientId,
    text: message.text,
    at: message.timestamp.toISOString(),
    headers: message.headers,
    metadata: message.metadata,
  };
}

/** For calls whose failure the room's own status, typing's expiry or the next snapshot makes good. */
function ignore(): undefined {
  return undefined;
}

function memberOf({ clientId, data }: { clientId: string; data?: unknown }): PresenceMember {
  const { name, status } = asRecord(data);
  return { clientId, name: asText(name), status: asText(status) };
}
