import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action } from './action';

/** Answers what the assistant asks at position `question`: once, however often it is sent. */
export const answering = (question: number, text: string): Deed => ({
  action: 'ANSWER',
  call: async (client, id) => {
    await answerOf(
      client.POST('/api/tickets/{id}/answers', {
        params: { path: { id }, header: { 'Idempotency-Key': `question-${question}` } },
        body: { text, question },
      }),
    );
    return answerOf(client.GET('/api/tickets/{id}', { params: { path: { id } } }));
  },
  done: () => 'The assistant goes on with your answer.',
});

/** Offered by the card of the question. */
export const answer: Action = { does: 'ANSWER', label: 'Answer', icon: 'help', place: null };
