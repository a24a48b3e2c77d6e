import type { Action } from './action';

export const note: Action = {
  does: 'NOTE',
  label: 'Private note',
  icon: 'lock',
  place: null,
  key: 'n',
  help: 'Write a private note',
  writing: {
    mode: 'note',
    kind: 'NOTE',
    tab: 'Private note',
    field: 'Your private note',
    hint: 'Write a note. Only colleagues see it, never the customer.',
    send: 'Add note',
    enter: 'adds it',
    icon: 'lock',
  },
  start: (page) => page.write('note'),
};
