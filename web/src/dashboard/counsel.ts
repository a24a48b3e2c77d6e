import type { Entry, Ticket } from '../chat-core/ticket';

/** What the assistant waits for: a colleague's yes to an answer, or the answer to a question. */
export interface Matter {
  readonly kind: 'PROPOSAL' | 'QUESTION';
  readonly entry: Entry & { readonly pos: number };
}

/** What waits now, as far as the log that is known has it; null for nothing. Pure. */
export function matterOf({ status, counsel }: Ticket, entries: readonly Entry[]): Matter | null {
  const kind = counsel.pending;
  if (status !== 'BOT' || kind === null) return null;
  const entry = entries.findLast(kind === 'PROPOSAL' ? isProposal : isQuestion);
  return entry === undefined || entry.pos === null ? null : { kind, entry: { ...entry, pos: entry.pos } };
}

const isProposal = ({ kind }: Entry): boolean => kind === 'PROPOSAL';

/** Whether the bot asks its colleagues something here. */
export const isQuestion = ({ kind, data }: Entry): boolean => kind === 'NOTE' && data['event'] === 'ASKED';
