import * as Ably from 'ably';
import { ChatClient } from '@ably/chat';
import { createHmac, randomUUID } from 'node:crypto';
import { afterEach, inject } from 'vitest';

export const KEY = 'app.key:secret';
const open = [];

afterEach(() => {
  while (open.length) open.pop().close();
});

export function options(binary, more = {}) {
  return {
    key: 'token' in more || 'authCallback' in more ? undefined : KEY,
    endpoint: '127.0.0.1',
    port: inject('port'),
    tls: false,
    useBinaryProtocol: binary,
    disableConnectivityCheck: true,
    logLevel: 0,
    ...more,
  };
}

export function realtime(binary, more) {
  const client = new Ably.Realtime(options(binary, more));
  open.push(client);
  return client;
}

export function rest(binary, more) {
  return new Ably.Rest(options(binary, more));
}

export function chat(binary, clientId, more = {}) {
  return new ChatClient(realtime(binary, { ...(clientId && { clientId }), ...more }));
}

/** A name that no other test uses. */
export function unique(prefix) {
  return `${prefix}-${randomUUID().slice(0, 8)}`;
}

export function jwt(claims, ttlSeconds = 60) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Date.now() / 1000;
  const head = `${part({ typ: 'JWT', alg: 'HS256', kid: 'app.key' })}.${part({ iat: now, exp: now + ttlSeconds, ...claims })}`;
  return `${head}.${createHmac('sha256', 'secret').update(head).digest('base64url')}`;
}

/** Waits until a condition holds; its value is the result. */
export async function until(condition, what = 'condition') {
  const end = Date.now() + 10_000;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`no ${what} within 10 s`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const FORMATS = [
  ['msgpack', true],
  ['json', false],
];
