import type { AgentTicket, EntryData } from '../../api/contract';
import type { Entry } from '../../chat-core/ticket';

/** What the assistant waits for: a colleague's yes to an answer, or the answer to a question. */
export interface Matter {
  readonly kind: 'PROPOSAL' | 'QUESTION';
  readonly entry: Entry & { readonly pos: number };
}

/** What waits now, as far as the log that is known has it; null for nothing. Pure. */
export function matterOf({ status, review }: AgentTicket, entries: readonly Entry[]): Matter | null {
  const kind = review.pending;
  if (status !== 'BOT' || kind === null) return null;
  const entry = entries.findLast((candidate) => dataOf(candidate, kind) !== null);
  return entry === undefined || entry.pos === null ? null : { kind, entry: { ...entry, pos: entry.pos } };
}

/** The entry's data if it is of this type. */
export function dataOf<T extends EntryData['type']>(
  { data }: Pick<Entry, 'data'>,
  type: T,
): Extract<EntryData, { type: T }> | null {
  return data?.type === type ? (data as Extract<EntryData, { type: T }>) : null;
}
