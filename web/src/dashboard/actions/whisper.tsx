import type { Action } from './action';

export const whisper: Action = {
  does: 'WHISPER',
  label: 'Tell the assistant…',
  icon: 'spark',
  place: 'menu',
  key: 'w',
  help: 'Tell the assistant something',
  writing: {
    mode: 'whisper',
    kind: 'WHISPER',
    tab: 'Tell the assistant',
    field: 'Your words to the assistant',
    hint: 'Tell the assistant something for its next answer. The customer never sees it.',
    send: 'Tell it',
    enter: 'sends',
    icon: 'spark',
  },
  start: (page) => page.write('whisper'),
};
