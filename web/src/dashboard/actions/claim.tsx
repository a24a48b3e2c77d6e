import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action } from './action';

const deed: Deed = {
  action: 'CLAIM',
  call: (client, id) => answerOf(client.POST('/api/tickets/{id}/claim', { params: { path: { id } } })),
  done: () => null,
};

export const claim: Action = {
  does: 'CLAIM',
  label: 'Claim',
  doing: 'Claiming…',
  icon: 'bolt',
  place: 'primary',
  key: 'c',
  help: 'Claim it, or take it over',
  start: (page) => {
    // Before the answer comes, not after: who begins a private note in between must not find it turned into a reply.
    page.write('reply');
    void page.attempt(deed).then((done) => done && page.open());
  },
};
