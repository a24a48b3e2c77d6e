import type { HandoffPacket } from '../../api/contract';
import type { Entry } from '../../chat-core/ticket';
import { dataOf } from './review';

/** The newest packet of a log, or null when there is none with anything in it. Everything in it came from outside and is text. */
export function latestPacket(entries: readonly Entry[]): HandoffPacket | null {
  const newest = entries.findLast((entry) => dataOf(entry, 'PACKET') !== null);
  const packet = newest === undefined ? null : dataOf(newest, 'PACKET');
  if (packet === null) return null;
  const { facts, tried, wants, question, suggestedReply } = packet;
  return facts.length + tried.length === 0 && `${wants}${question}${suggestedReply}` === '' ? null : packet;
}

/** What the service knows of the customer, in words, apart from the facts, which come from what the customer wrote; empty when it does not say. */
export function knownOf({ customer }: Pick<HandoffPacket, 'customer'>): string {
  if (customer === null) return '';
  const { trust, attributes } = customer;
  const known = Object.entries(attributes).map(([name, said]) => `${name} ${said}`);
  if (trust === 'VERIFIED') return ['Verified', ...known].join(', ');
  return trust === 'IDENTIFIED' ? ['Not verified', ...known].join(', ') : 'Not signed in';
}
