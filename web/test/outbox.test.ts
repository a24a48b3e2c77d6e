import { describe, expect, it } from 'vitest';
import { reduce } from '../src/chat-core/reduce';
import type { Entry } from '../src/chat-core/ticket';
import { initialState, type TicketEvent, type TicketState } from '../src/chat-core/ticket-state';
import { entry, fromBot, fromCustomer, ticket } from './fixtures';

const SELF = { role: 'CUSTOMER', id: 'c_1' } as const;
const CUSTOMER = { role: 'CUSTOMER', id: 'c_1', name: 'c_1' } as const;

function after(...events: readonly TicketEvent[]): TicketState {
  return events.reduce(reduce, initialState(SELF));
}

function snapshot(entries: readonly Entry[], change = {}, asOf = 1): TicketEvent {
  return { type: 'snapshot', snapshot: { ticket: ticket(change), entries, actions: [] }, asOf };
}

const message = (of: ReturnType<typeof fromBot>): TicketEvent => ({ type: 'message', message: of });
const texts = (state: TicketState): readonly string[] => state.entries.map(({ text }) => text);

describe('the outbox', () => {
  const composed: Extract<TicketEvent, { type: 'composed' }> = {
    type: 'composed',
    localId: 'a',
    kind: 'MESSAGE',
    text: 'hi',
    at: '2026-03-02T09:00:02Z',
  };

  it('shows a message at once and settles it when its echo comes first', () => {
    const state = after(snapshot([]), composed, message(fromCustomer('s001', 'hi', 'a')));
    expect(state.outbox).toEqual([]);
    expect(texts(state)).toEqual(['hi']);
  });

  it('does not double a message whose echo came before the answer', () => {
    const delivered: TicketEvent = {
      type: 'delivered',
      localId: 'a',
      entry: entry({ pos: null, serial: 's001', author: CUSTOMER, text: 'hi' }),
      ticket: null,
    };
    const state = after(snapshot([]), composed, message(fromCustomer('s001', 'hi', 'a')), delivered);
    expect(texts(state)).toEqual(['hi']);
  });

  it('offers a failed message for another try', () => {
    const failed = after(snapshot([]), composed, { type: 'undelivered', localId: 'a', reason: 'Offline.' });
    expect(failed.outbox).toMatchObject([{ phase: 'failed', reason: 'Offline.' }]);
    expect(reduce(failed, { type: 'retried', localId: 'a' }).outbox).toMatchObject([
      { phase: 'sending', reason: null },
    ]);
  });

  it('withdraws the offer when the snapshot shows that the message did arrive', () => {
    const state = after(
      snapshot([]),
      composed,
      { type: 'undelivered', localId: 'a', reason: 'Offline.' },
      snapshot([entry({ pos: 1, serial: 's001', author: CUSTOMER, text: 'hi', at: '2026-03-02T09:00:03Z' })]),
    );
    expect(state.outbox).toEqual([]);
  });

  it('settles one of two equal messages per echo', () => {
    const again: TicketEvent = { ...composed, localId: 'b' };
    const state = after(snapshot([]), composed, again, message(fromCustomer('s001', 'hi', 'b')));
    expect(state.outbox.map(({ localId }) => localId)).toEqual(['a']);
  });

  it('does not take a message for a note of the same words', () => {
    const colleague = initialState({ role: 'AGENT', id: 'anna' });
    const lost: TicketEvent = { type: 'undelivered', localId: 'a', reason: 'Offline.' };
    const anna = { role: 'AGENT', id: 'anna', name: 'Anna' } as const;
    const said = (kind: 'MESSAGE' | 'NOTE') => snapshot([entry({ kind, author: anna, text: 'hi', at: composed.at })]);
    const noted = [snapshot([]), { ...composed, kind: 'NOTE' } as const, lost].reduce(reduce, colleague);
    expect(reduce(noted, said('MESSAGE')).outbox).toHaveLength(1);
    expect(reduce(noted, said('NOTE')).outbox).toEqual([]);
  });

  it('is not settled by the words of somebody else', () => {
    const state = after(snapshot([]), composed, message(fromBot(1, { text: 'hi' })));
    expect(state.outbox).toHaveLength(1);
  });
});
