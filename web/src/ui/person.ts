import type { AgentTicket } from '../api/contract';

/** Up to two letters for a picture of somebody without a picture. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}

/** One of eight hues, always the same for the same id. */
export function hueOf(id: string): number {
  let hash = 7;
  for (const char of id) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash % 8;
}

/** A ticket's customer by name, for agents; anonymous ones get the end of their id, so that two of them can be told apart. */
export function customerOf({ customer, customerName }: Pick<AgentTicket, 'customer' | 'customerName'>): string {
  return customerName === '' ? `Visitor ${customer.replace(/^c_/, '').slice(-4)}` : customerName;
}
