import type { BotDecision } from '../../api/contract';
import type { Entry } from '../../chat-core/ticket';
import { dataOf } from './review';

/** One line of what is behind a decision of the bot. */
export interface Reason {
  readonly label: string;
  readonly text: string;
}

/** How the bot came to say this, as the log has it; empty for other people's words and while the answer grows. */
export function reasonsBehind(entry: Pick<Entry, 'author' | 'data'>): readonly Reason[] {
  const decision = entry.author.role === 'BOT' ? dataOf(entry, 'DECISION') : null;
  return decision === null ? [] : reasonsOf(decision).filter(({ text }) => text !== '');
}

function reasonsOf({ review, tokens, cost, ...decision }: BotDecision): readonly Reason[] {
  return [
    { label: 'Decision', text: decision.outcome.toLowerCase().replace('_', ' ') },
    { label: 'Approved by', text: review === null ? '' : `${review.name}${review.edited ? ', who edited it' : ''}` },
    { label: 'Policy', text: decision.policy },
    { label: 'Rules', text: decision.rules.join(', ') },
    { label: 'Articles', text: decision.retrieved.join(', ') },
    { label: 'Evidence', text: decision.evidence.toFixed(2) },
    { label: 'Model', text: decision.model },
    { label: 'Prompt', text: decision.promptVersion },
    { label: 'Time', text: `${(decision.millis / 1000).toFixed(1)} s` },
    { label: 'Tokens', text: tokens === null ? '' : `${tokens.input} read, ${tokens.output} written` },
    { label: 'Cost', text: cost === null ? '' : `${cost.amount} ${cost.currency}`.trim() },
  ];
}
