import { asRecord } from '../chat-core/decode';
import type { RealtimeAddress } from '../realtime/connect';

export function decodeAddress(value: unknown): RealtimeAddress {
  const { endpoint, port, tls } = asRecord(value);
  return {
    endpoint: typeof endpoint === 'string' && endpoint !== '' ? endpoint : undefined,
    port: typeof port === 'number' ? port : undefined,
    tls: typeof tls === 'boolean' ? tls : undefined,
  };
}
