import type { Entry } from './ticket';

/** A message that this browser has taken from its user and not yet seen in the log or the room. */
export interface Outgoing {
  readonly localId: string;
  /** A note is for colleagues alone, a whisper for the assistant and colleagues. */
  readonly kind: 'MESSAGE' | 'NOTE' | 'WHISPER';
  readonly text: string;
  readonly at: string;
  readonly phase: 'sending' | 'failed';
  /** Why it failed, in words for the user; null while sending. */
  readonly reason: string | null;
}

export type Outbox = readonly Outgoing[];

export function withPhase(outbox: Outbox, localId: string, phase: Outgoing['phase'], reason: string | null): Outbox {
  return outbox.map((item) => (item.localId === localId ? { ...item, phase, reason } : item));
}

export function without(outbox: Outbox, localId: string): Outbox {
  return outbox.filter((item) => item.localId !== localId);
}

/**
 * The outbox after `entry` of this user appeared: the line with its local id goes, or else the oldest with the same words. Words
 * decide only when the answer to a send was lost, so that a message which did arrive is not offered for a second sending.
 */
export function settle(outbox: Outbox, entry: Entry, localId: string | null): Outbox {
  const settled =
    outbox.find((item) => item.localId === localId) ??
    (localId === null
      ? outbox.find((item) => standsAs(item.kind) === entry.kind && item.text === entry.text && sentBefore(item, entry))
      : undefined);
  return settled === undefined ? outbox : without(outbox, settled.localId);
}

/** As what the log has it. */
const standsAs = (kind: Outgoing['kind']): Entry['kind'] => (kind === 'WHISPER' ? 'NOTE' : kind);

/** Clocks of browser and server may differ; a minute of grace keeps an old equal message from settling a new one. */
function sentBefore(item: Outgoing, entry: Entry): boolean {
  const sent = Date.parse(item.at);
  const seen = Date.parse(entry.at);
  return Number.isNaN(sent) || Number.isNaN(seen) || seen >= sent - 60_000;
}
