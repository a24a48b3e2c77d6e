import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action } from './action';

/** The assistant answers again instead of the proposal at `pos`, and is told why. */
export const rejecting = (pos: number, note: string): Deed => ({
  action: 'REJECT',
  call: (client, id) =>
    answerOf(
      client.POST('/api/tickets/{id}/proposals/{pos}/reject', { params: { path: { id, pos } }, body: { note } }),
    ),
  done: () => 'The assistant tries again.',
});

/** Offered by the card of the proposal. */
export const reject: Action = { does: 'REJECT', label: 'Send back…', icon: 'back', place: null };
