import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action } from './action';

const deed: Deed = {
  action: 'REQUIRE_APPROVAL',
  call: (client, id) =>
    answerOf(client.POST('/api/tickets/{id}/approval', { params: { path: { id } }, body: { required: true } })),
  done: () => 'You and your colleagues approve its answers now.',
};

export const requireApproval: Action = {
  does: 'REQUIRE_APPROVAL',
  label: 'Approve its answers first',
  icon: 'lock',
  place: 'menu',
  key: 'v',
  help: 'Approve what the assistant says, or not any more',
  start: (page) => void page.attempt(deed),
};
