import type { TicketListName } from '../../api/agent-api';
import type { Agent, AgentAction, AgentTicket, InputLimits, Session } from '../../api/contract';
import type { Connection } from '../../chat-core/ticket-state';

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'error' | 'news';
  readonly text: string;
  /** A ticket that the toast offers to open. */
  readonly ticket: string | null;
}

interface Known {
  readonly ticket: AgentTicket;
  /** The list round in which it was last heard of, so that a later list can tell which tickets are gone. */
  readonly round: number;
}

/** What the dashboard knows of all tickets and of itself. Only `reduceBoard` makes a new one. */
export interface BoardState {
  readonly phase: 'checking' | 'signed-out' | 'ready';
  readonly agent: Agent | null;
  /** The most that a client may send; null before sign-in. */
  readonly limits: InputLimits | null;
  readonly known: ReadonlyMap<string, Known>;
  /** False until the first lists arrived. */
  readonly listed: boolean;
  readonly round: number;
  readonly list: TicketListName;
  readonly search: string;
  readonly selected: string | null;
  readonly connection: Connection;
  readonly online: readonly { readonly id: string; readonly name: string }[];
  readonly toasts: readonly Toast[];
  readonly nextToast: number;
  /** What is being done to a ticket right now; one thing at a time. */
  readonly busy: { readonly action: AgentAction; readonly ticket: string } | null;
}

export type BoardEvent =
  | ({ readonly type: 'signed-in' } & Session)
  | { readonly type: 'signed-out' }
  | { readonly type: 'asked' }
  | { readonly type: 'listed'; readonly tickets: readonly AgentTicket[] }
  | { readonly type: 'ticket'; readonly ticket: AgentTicket }
  | { readonly type: 'list'; readonly list: TicketListName }
  | { readonly type: 'search'; readonly search: string }
  | { readonly type: 'select'; readonly id: string | null }
  | { readonly type: 'connection'; readonly connection: Connection }
  | { readonly type: 'online'; readonly online: BoardState['online'] }
  | { readonly type: 'toast'; readonly tone: Toast['tone']; readonly text: string; readonly ticket?: string }
  | { readonly type: 'dismiss'; readonly id: number }
  | { readonly type: 'busy'; readonly busy: BoardState['busy'] };

export const INITIAL_BOARD: BoardState = {
  phase: 'checking',
  agent: null,
  limits: null,
  known: new Map(),
  listed: false,
  round: 0,
  list: 'inbox',
  search: '',
  selected: null,
  connection: 'connecting',
  online: [],
  toasts: [],
  nextToast: 1,
  busy: null,
};
