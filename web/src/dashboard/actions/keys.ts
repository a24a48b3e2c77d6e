import type { AgentAction } from '../../api/contract';
import type { Action } from './action';
import { ACTIONS } from './registry';

/** What the page itself can do, apart from what is done to a ticket. */
export type PageCommand = 'next' | 'previous' | 'search' | 'shortcuts' | 'commands' | 'inbox' | 'mine' | 'all';

interface PageKey {
  readonly key: string;
  readonly command: PageCommand;
  readonly label: string;
}

export const PAGE_KEYS: readonly PageKey[] = [
  { key: 'j', command: 'next', label: 'Next ticket' },
  { key: 'k', command: 'previous', label: 'Previous ticket' },
  { key: '1', command: 'inbox', label: 'Inbox' },
  { key: '2', command: 'mine', label: 'Mine' },
  { key: '3', command: 'all', label: 'All' },
  { key: '/', command: 'search', label: 'Search in the list' },
  { key: '.', command: 'commands', label: 'All that can be done now' },
  { key: '?', command: 'shortcuts', label: 'This list' },
];

/** What a key press asks for: something of the page, or an action, of which more than one may have the key. */
export type Command =
  | { readonly type: 'page'; readonly command: PageCommand }
  | { readonly type: 'actions'; readonly actions: readonly Action[] };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

/** Null for keys that belong to the browser, or to a field that the agent is writing in. */
export function commandFor(press: KeyPress, writing: boolean): Command | null {
  const { key, ctrlKey, metaKey, altKey, repeat } = press;
  if (key === 'k' && (ctrlKey || metaKey) && !altKey) return { type: 'page', command: 'commands' };
  if (writing || ctrlKey || metaKey || altKey) return null;
  const page = PAGE_KEYS.find((candidate) => candidate.key === key);
  if (page !== undefined) {
    const repeatable = page.command === 'next' || page.command === 'previous';
    return repeat && !repeatable ? null : { type: 'page', command: page.command };
  }
  const actions = ACTIONS.filter((action) => action.key === key);
  return actions.length === 0 || repeat ? null : { type: 'actions', actions };
}

/** The actions that the service lists, in the page's own order. */
export function allowed(actions: readonly AgentAction[]): readonly Action[] {
  return ACTIONS.filter(({ does }) => actions.includes(does));
}
