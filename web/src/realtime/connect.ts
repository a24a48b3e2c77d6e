import { ChatClient, LogLevel } from '@ably/chat';
import type { Realtime } from 'ably';
import { BaseRealtime, FetchRequest, RealtimePresence, Rest, WebSocketTransport } from 'ably/modular';
import type { RealtimeAddress } from '../api/contract';
import { Problem } from '../chat-core/problem';
import type { Connection } from '../chat-core/ticket-state';

export interface RealtimeConnection {
  readonly realtime: BaseRealtime;
  readonly chat: ChatClient;
  onConnection(listener: (connection: Connection) => void): () => void;
  /** Resolves once connected; rejects with a Problem after ten seconds without. */
  whenOnline(): Promise<void>;
  /** Fetches a new token and hands it to the server in band; resolves when the new rights hold. */
  authorise(): Promise<void>;
  close(): void;
}

const ONLINE_TIMEOUT_MS = 10_000;

/** Connects with tokens from `token`, which is asked again whenever one expires. An address without an endpoint means Ably's own. */
export function connectRealtime(address: RealtimeAddress, token: () => Promise<string>): RealtimeConnection {
  const realtime = new BaseRealtime({
    plugins: { WebSocketTransport, FetchRequest, RealtimePresence, Rest },
    useBinaryProtocol: false,
    disconnectedRetryTimeout: 2_000,
    suspendedRetryTimeout: 5_000,
    authCallback: (_params, done) => {
      token().then(
        (value) => done(null, value),
        (error: unknown) => done(error instanceof Error ? error.message : 'unable to get a token', null),
      );
    },
    ...addressOptions(address),
  });
  const chat = new ChatClient(realtime as unknown as Realtime, {
    logLevel: LogLevel.Error,
    idempotentRestPublishing: true,
  });
  return {
    realtime,
    chat,
    onConnection: (listener) => watchConnection(realtime, listener),
    whenOnline: () => whenOnline(realtime),
    authorise: async () => {
      await realtime.auth.authorize();
    },
    close: () => realtime.close(),
  };
}

function whenOnline(realtime: BaseRealtime): Promise<void> {
  if (realtime.connection.state === 'connected') return Promise.resolve();
  if (realtime.connection.state !== 'connecting') realtime.connect();
  return new Promise((resolve, reject) => {
    const onConnected = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      realtime.connection.off(onConnected);
      reject(new Problem(0, 'unreachable', 'The connection is not there right now.'));
    }, ONLINE_TIMEOUT_MS);
    realtime.connection.once('connected', onConnected);
  });
}

function addressOptions({ endpoint, port, tls = true }: RealtimeAddress): object {
  if (endpoint === undefined || endpoint === '') return {};
  return {
    endpoint,
    tls,
    fallbackHosts: [],
    disableConnectivityCheck: true,
    ...(port === undefined ? {} : tls ? { tlsPort: port } : { port }),
  };
}

function watchConnection(realtime: BaseRealtime, listener: (connection: Connection) => void): () => void {
  let wasOnline = false;
  const report = (): void => {
    const { state } = realtime.connection;
    wasOnline ||= state === 'connected';
    if (state === 'connected') listener('online');
    else if (state === 'failed' || state === 'closed') listener('failed');
    else listener(wasOnline || state === 'suspended' ? 'reconnecting' : 'connecting');
  };
  realtime.connection.on(report);
  report();
  return () => realtime.connection.off(report);
}
