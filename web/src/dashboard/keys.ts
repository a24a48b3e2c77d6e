/** What a key press asks for. */
export type Command =
  'next' | 'previous' | 'claim' | 'reply' | 'resolve' | 'search' | 'shortcuts' | 'inbox' | 'mine' | 'all';

export const SHORTCUTS: readonly { readonly key: string; readonly command: Command; readonly label: string }[] = [
  { key: 'j', command: 'next', label: 'Next ticket' },
  { key: 'k', command: 'previous', label: 'Previous ticket' },
  { key: 'c', command: 'claim', label: 'Claim the ticket' },
  { key: 'r', command: 'reply', label: 'Write a reply' },
  { key: 'e', command: 'resolve', label: 'Resolve the ticket' },
  { key: '/', command: 'search', label: 'Search in the list' },
  { key: '1', command: 'inbox', label: 'Inbox' },
  { key: '2', command: 'mine', label: 'Mine' },
  { key: '3', command: 'all', label: 'All' },
  { key: '?', command: 'shortcuts', label: 'This list' },
];

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

/** Null for keys that belong to the browser, or to a field that the agent is writing in. */
export function commandFor(press: KeyPress, writing: boolean): Command | null {
  if (writing || press.ctrlKey || press.metaKey || press.altKey) return null;
  const found = SHORTCUTS.find(({ key }) => key === press.key);
  if (found === undefined) return null;
  const repeatable = found.command === 'next' || found.command === 'previous';
  return press.repeat && !repeatable ? null : found.command;
}
