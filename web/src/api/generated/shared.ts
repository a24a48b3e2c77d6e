/* Temporary: what both documents have. */
export interface components {
  schemas: {
    OwnerView: { type: 'BOT' | 'QUEUE' | 'OFFERED' | 'AGENT' | 'NOBODY' | 'CLOSED'; id: string; name: string };
    NextMove: { who: 'CUSTOMER' | 'BOT' | 'QUEUE' | 'AGENT'; dueAt: string };
    Author: { role: 'CUSTOMER' | 'BOT' | 'AGENT' | 'SYSTEM'; id: string; name: string };
    Citation: { id: string; title: string; url: string | null; quote: string | null };
    InputLimits: {
      message: number;
      answer: number;
      priority: number;
      tags: number;
      tag: number;
      snoozeDays: number;
    };
    RealtimeAddress: { endpoint?: string; port?: number; tls?: boolean };
    TokenAnswer: { token: string; clientId: string; expiresAt: string };
    RoomHeaders: {
      pos: number;
      epoch: number;
      kind: 'MESSAGE' | 'NOTICE' | 'MARKER';
      state: 'FINAL' | 'STREAMING' | 'STOPPED';
      seq: number;
      name: string;
    };
  };
}

type Answer<R> = { 200: { headers: object; content: { 'application/json': R } } };
export type Get<R, P = object> = { parameters: P; responses: Answer<R> };
export type Post<P, R, B = undefined> = B extends undefined
  ? { parameters: P; responses: Answer<R> }
  : { parameters: P; requestBody: { content: { 'application/json': B } }; responses: Answer<R> };
export type Delete = { parameters: object; responses: Answer<never> };
