import { createCustomerApi, type CustomerIdentity } from '../api/customer-api';
import { connectRealtime } from '../realtime/connect';
import { createRooms } from '../realtime/rooms';
import type { CustomerRooms } from './customer';

export async function connectRooms(identity: CustomerIdentity, token: () => Promise<string>): Promise<CustomerRooms> {
  const address = await createCustomerApi('').realtimeAddress(identity.token);
  const connection = connectRealtime(address, token);
  const rooms = createRooms(connection);
  return {
    follow: rooms.follow,
    send: async (room, text, localId) => {
      await connection.whenOnline();
      return rooms.send(room, text, localId);
    },
    keystroke: rooms.keystroke,
    stopTyping: rooms.stopTyping,
    close: connection.close,
    enter: (room) => rooms.enter(room, { role: 'customer' }),
  };
}
