import type { Action } from './action';

export const reply: Action = {
  does: 'REPLY',
  label: 'Reply',
  icon: 'send',
  place: null,
  key: 'r',
  help: 'Write a reply',
  writing: {
    mode: 'reply',
    kind: 'MESSAGE',
    tab: 'Reply',
    field: 'Your reply',
    hint: 'Write a reply…',
    send: 'Send',
    enter: 'sends',
    icon: 'send',
  },
  start: (page) => page.write('reply'),
};
