import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action } from './action';

/** The proposal at `pos` becomes the assistant's answer, in these words if any. */
export const approving = (pos: number, text?: string): Deed => ({
  action: 'APPROVE',
  call: (client, id) =>
    answerOf(
      client.POST('/api/tickets/{id}/proposals/{pos}/approve', {
        params: { path: { id, pos } },
        body: text === undefined ? {} : { text },
      }),
    ),
  done: () => null,
});

/** Offered by the card of the proposal. */
export const approve: Action = { does: 'APPROVE', label: 'Approve', icon: 'check', place: null };
