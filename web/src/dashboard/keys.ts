/** What a key press, a button or a line of a menu asks for. */
export type Command =
  | 'next'
  | 'previous'
  | 'claim'
  | 'accept'
  | 'decline'
  | 'reply'
  | 'note'
  | 'whisper'
  | 'approval'
  | 'transfer'
  | 'hand-back'
  | 'snooze'
  | 'release'
  | 'sort'
  | 'resolve'
  | 'reopen'
  | 'search'
  | 'shortcuts'
  | 'inbox'
  | 'mine'
  | 'all';

export interface Shortcut {
  readonly key: string;
  readonly command: Command;
  readonly label: string;
}

export const SHORTCUTS: readonly { readonly title: string; readonly keys: readonly Shortcut[] }[] = [
  {
    title: 'The ticket',
    keys: [
      { key: 'c', command: 'claim', label: 'Claim it, or take it over' },
      { key: 'r', command: 'reply', label: 'Write a reply' },
      { key: 'n', command: 'note', label: 'Write a private note' },
      { key: 'w', command: 'whisper', label: 'Tell the assistant something' },
      { key: 'v', command: 'approval', label: 'Approve what the assistant says, or not any more' },
      { key: 't', command: 'transfer', label: 'Transfer it, or offer it to somebody' },
      { key: 'b', command: 'hand-back', label: 'Hand it back to the assistant' },
      { key: 's', command: 'snooze', label: 'Snooze it' },
      { key: 'q', command: 'release', label: 'Give it back to the queue' },
      { key: 'p', command: 'sort', label: 'Team, priority and tags' },
      { key: 'e', command: 'resolve', label: 'Resolve it' },
      { key: 'o', command: 'reopen', label: 'Reopen it' },
    ],
  },
  {
    title: 'An offer',
    keys: [
      { key: 'a', command: 'accept', label: 'Accept' },
      { key: 'd', command: 'decline', label: 'Decline' },
    ],
  },
  {
    title: 'Moving around',
    keys: [
      { key: 'j', command: 'next', label: 'Next ticket' },
      { key: 'k', command: 'previous', label: 'Previous ticket' },
      { key: '1', command: 'inbox', label: 'Inbox' },
      { key: '2', command: 'mine', label: 'Mine' },
      { key: '3', command: 'all', label: 'All' },
      { key: '/', command: 'search', label: 'Search in the list' },
      { key: '?', command: 'shortcuts', label: 'This list' },
    ],
  },
];

const ALL = SHORTCUTS.flatMap(({ keys }) => keys);

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
  const found = ALL.find(({ key }) => key === press.key);
  if (found === undefined) return null;
  const repeatable = found.command === 'next' || found.command === 'previous';
  return press.repeat && !repeatable ? null : found.command;
}

export const keyOf = (command: Command): string => ALL.find((shortcut) => shortcut.command === command)?.key ?? '';
