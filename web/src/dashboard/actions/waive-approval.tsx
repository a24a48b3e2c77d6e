import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action } from './action';

const deed: Deed = {
  action: 'WAIVE_APPROVAL',
  call: (client, id) =>
    answerOf(client.POST('/api/tickets/{id}/approval', { params: { path: { id } }, body: { required: false } })),
  done: () => 'It answers by itself again.',
};

export const waiveApproval: Action = {
  does: 'WAIVE_APPROVAL',
  label: 'Let it answer by itself',
  icon: 'lock',
  place: 'menu',
  key: 'v',
  start: (page) => void page.attempt(deed),
};
