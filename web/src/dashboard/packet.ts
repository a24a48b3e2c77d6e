import { asRecord, asText } from '../chat-core/decode';
import type { Entry } from '../chat-core/ticket';

/** The handoff packet: what an agent reads first. Everything in it came from outside and is text. */
export interface Packet {
  /** What the service knows of the customer, in words; empty when the packet does not say. */
  readonly customer: string;
  readonly wants: string;
  readonly facts: readonly string[];
  readonly tried: readonly string[];
  readonly question: string;
  readonly suggestedReply: string;
}

/** The newest packet of a log, or null when there is none with anything in it. */
export function latestPacket(entries: readonly Entry[]): Packet | null {
  const newest = entries.findLast(({ kind }) => kind === 'PACKET');
  if (newest === undefined) return null;
  const { data } = newest;
  const packet = {
    customer: knownOf(data['customer']),
    wants: asText(data['wants']),
    facts: asLines(data['facts']),
    tried: asLines(data['tried']),
    question: asText(data['question']),
    suggestedReply: asText(data['suggestedReply']),
  };
  const empty =
    packet.facts.length + packet.tried.length === 0 &&
    `${packet.wants}${packet.question}${packet.suggestedReply}` === '';
  return empty ? null : packet;
}

/** Apart from the facts, which come from what the customer wrote. */
function knownOf(value: unknown): string {
  const { trust, attributes } = asRecord(value);
  const known = Object.entries(asRecord(attributes)).map(([name, said]) => `${name} ${asText(said)}`);
  if (trust === 'VERIFIED') return ['Verified', ...known].join(', ');
  if (trust === 'IDENTIFIED') return ['Not verified', ...known].join(', ');
  return trust === 'ANONYMOUS' ? 'Not signed in' : '';
}

/** Lines may be plain texts, or records that carry one under "text" or "label" and "value". */
function asLines(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value
    .map((item: unknown) => {
      if (typeof item === 'string') return item;
      const record = asRecord(item);
      const label = asText(record['label']);
      const text = asText(record['text'], asText(record['value']));
      return label === '' ? text : `${label}: ${text}`;
    })
    .filter((line) => line.trim() !== '');
}
