import type { CustomerAction, CustomerSnapshot } from '../api/contract';
import type { CustomerApi, CustomerIdentity } from '../api/customer-api';
import type { RoomListener } from '../chat-core/follower';
import { Problem } from '../chat-core/problem';
import type { RoomMessage } from '../chat-core/room-message';
import { lineOf, type CustomerSide, type Snapshot, type Ticket } from '../chat-core/ticket';
import { ANONYMOUS, type IdentityStore } from './identity';

/** The room side, made once there is an identity. */
export interface CustomerRooms {
  follow(room: string, listener: RoomListener): () => void;
  send(room: string, text: string, localId: string): Promise<RoomMessage | null>;
  keystroke(room: string): void;
  stopTyping(room: string): void;
  enter(room: string): () => void;
  close(): void;
}

export interface CustomerPorts {
  readonly api: CustomerApi;
  readonly identity: IdentityStore;
  /** What the site has signed about the customer; empty for an anonymous visitor. */
  readonly signed: string;
  /** Connects; `token` gives a fresh realtime token whenever asked. */
  connect(identity: CustomerIdentity, token: () => Promise<string>): Promise<CustomerRooms>;
}

/**
 * Who the customer is, their one ticket and its room, each made when first needed and only once, however many ask at the same time. A failed attempt is
 * forgotten, so the next one starts again. An identity that the server no longer accepts is replaced by a new one. A customer who is signed in with the
 * site signs in at each visit, so the service knows what the site says of them now. When that fails, as on a page that was open for hours, their last
 * sign-in still counts.
 */
export interface Customer {
  /** The latest ticket of a customer who was here before or is signed in with the site, or null. */
  last(): Promise<Ticket | null>;
  adopt(ticket: Ticket): void;
  ticket(): Promise<Ticket>;
  room(): Promise<{ readonly name: string; readonly rooms: CustomerRooms }>;
  snapshot(): Promise<Snapshot<CustomerSide>>;
  act(action: CustomerAction): Promise<Snapshot<CustomerSide>>;
  /** Lets go of the ticket; the next need opens another. */
  leaveTicket(): void;
  forget(): void;
}

export function createCustomer(bot: string, { api, identity, signed, connect }: CustomerPorts): Customer {
  const identified = remembered(async () => {
    const known = identity.load();
    if (known !== null && signed === ANONYMOUS) return known;
    try {
      const fresh = await api.newCustomer(signed);
      identity.save(fresh);
      return fresh;
    } catch (error) {
      if (known !== null) return known;
      throw error;
    }
  });

  const forget = (): void => {
    connected.peek()?.then((rooms) => rooms.close(), ignore);
    identity.forget();
    identified.clear();
    connected.clear();
    opened.clear();
  };

  const opened = remembered(async (): Promise<Ticket> => {
    try {
      return (await api.openTicket((await identified.get()).token, bot)).ticket;
    } catch (error) {
      if (!(error instanceof Problem) || !error.unauthenticated) throw error;
      identity.forget();
      identified.clear();
      return (await api.openTicket((await identified.get()).token, bot)).ticket;
    }
  });

  /** After the ticket, so that both belong to the same customer. */
  const connected = remembered(async () => {
    await opened.get();
    const { customer, token } = await identified.get();
    return connect({ customer, token }, () => api.realtimeToken(token));
  });

  return {
    last: async () => {
      if (identity.load() === null && signed === ANONYMOUS) return null;
      const { token } = await identified.get();
      try {
        return (await api.tickets(token, bot))[0] ?? null;
      } catch (error) {
        if (!(error instanceof Problem) || !error.unauthenticated) throw error;
        forget();
        return null;
      }
    },
    adopt: opened.set,
    ticket: opened.get,
    room: async () => {
      const [{ room }, rooms] = await Promise.all([opened.get(), connected.get()]);
      return { name: room, rooms };
    },
    snapshot: async () => {
      const { id } = await opened.get();
      return seen(await api.ticket((await identified.get()).token, id));
    },
    act: async (action) => {
      const { id } = await opened.get();
      return seen(await api.act((await identified.get()).token, id, action));
    },
    leaveTicket: opened.clear,
    forget,
  };
}

const seen = ({ entries, ...snapshot }: CustomerSnapshot): Snapshot<CustomerSide> => ({
  ...snapshot,
  entries: entries.map(lineOf),
});

/** The outcome of `make`, asked for once and kept unless it fails. */
function remembered<T>(make: () => Promise<T>) {
  let held: Promise<T> | null = null;
  return {
    get: (): Promise<T> => {
      if (held !== null) return held;
      const making = make();
      held = making;
      making.catch(() => {
        if (held === making) held = null;
      });
      return making;
    },
    peek: () => held,
    set: (value: T): void => {
      held = Promise.resolve(value);
    },
    clear: (): void => {
      held = null;
    },
  };
}

/** For the outcome of something that is not wanted any more. */
function ignore(): undefined {
  return undefined;
}
