import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action } from './action';

const deed: Deed = {
  action: 'ACCEPT',
  call: (client, id) => answerOf(client.POST('/api/tickets/{id}/accept', { params: { path: { id } } })),
  done: () => null,
};

export const accept: Action = {
  does: 'ACCEPT',
  label: 'Accept',
  doing: 'Accepting…',
  icon: 'check',
  place: 'primary',
  key: 'a',
  help: 'Accept',
  offer: true,
  start: (page) => {
    void page.attempt(deed).then((done) => done && page.open());
  },
};
