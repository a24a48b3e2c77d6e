import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action } from './action';

const deed: Deed = {
  action: 'REOPEN',
  call: (client, id) => answerOf(client.POST('/api/tickets/{id}/reopen', { params: { path: { id } } })),
  done: () => null,
};

export const reopen: Action = {
  does: 'REOPEN',
  label: 'Reopen',
  doing: 'Reopening…',
  icon: 'reopen',
  place: 'button',
  key: 'o',
  help: 'Reopen it',
  start: (page) => {
    page.write('reply');
    void page.attempt(deed).then((done) => done && page.open());
  },
};
