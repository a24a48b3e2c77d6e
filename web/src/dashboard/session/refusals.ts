import type { AgentAction } from '../../api/contract';
import { asRecord, asText } from '../../chat-core/json';
import { Problem, wordsFor } from '../../chat-core/problem';

/** Why an action was not taken. */
export interface Refusal {
  readonly code: string;
  /** For the agent. */
  readonly words: string;
}

export function refusalOf(error: unknown, action: AgentAction): Refusal {
  if (!(error instanceof Problem)) return { code: 'internal', words: wordsFor(error) };
  return { code: error.code, words: wordsOf(error, action) };
}

function wordsOf(problem: Problem, action: AgentAction): string {
  switch (problem.code) {
    case 'already_claimed':
      return `${winnerOf(problem)} claimed this first`;
    case 'slots_full':
      return slotsFull(problem, action === 'OFFER' || action === 'TRANSFER');
    case 'agent_away':
      return 'They are not at their desk right now. Choose somebody else, or a team.';
    case 'not_offered':
      return 'The offer is over. The ticket is back in the queue.';
    case 'customer_waiting':
      return 'The customer waits for an answer. Reply first.';
    case 'stale':
    case 'not_now':
      return 'The ticket has changed meanwhile.';
    case 'not_with_bot':
      return 'The assistant does not have this ticket any more.';
    default:
      return wordsFor(problem);
  }
}

/** Losers are told who won (I14). */
function winnerOf({ body }: Problem): string {
  return asText(asRecord(body['winner'])['name'], 'Somebody');
}

function slotsFull({ body }: Problem, theirs: boolean): string {
  const { capacity } = body;
  const many = typeof capacity === 'number' ? ` (${capacity})` : '';
  return theirs
    ? `They have all the tickets they can hold${many}.`
    : `You have all the tickets you can hold${many}. Resolve one first.`;
}
