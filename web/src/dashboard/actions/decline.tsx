import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action } from './action';

const deed: Deed = {
  action: 'DECLINE',
  call: (client, id) => answerOf(client.POST('/api/tickets/{id}/decline', { params: { path: { id } } })),
  done: () => 'Back at the front of the queue.',
};

export const decline: Action = {
  does: 'DECLINE',
  label: 'Decline',
  doing: 'Declining…',
  icon: 'close',
  place: 'button',
  key: 'd',
  help: 'Decline',
  offer: true,
  start: (page) => void page.attempt(deed),
};
