import { describe, expect, it } from 'vitest';
import { reduce } from '../src/chat-core/reduce';
import type { Entry } from '../src/chat-core/ticket';
import { initialState, type TicketEvent, type TicketState } from '../src/chat-core/ticket-state';
import { botIsThinking, isGrowing, typingAgentName } from '../src/chat-core/view';
import { entry, fromBot, fromCustomer, heard, marker, rawFromCustomer, ticket } from './fixtures';

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

describe('the timeline', () => {
  it('shows a repeated delivery once', () => {
    const state = after(snapshot([]), message(fromCustomer('s001', 'hi')), message(fromCustomer('s001', 'hi')));
    expect(texts(state)).toEqual(['hi']);
  });

  it('puts messages that arrive out of order into the order of their serials', () => {
    const state = after(snapshot([]), message(fromBot(2)), message(fromCustomer('s001', 'question')));
    expect(texts(state)).toEqual(['question', 'answer 2']);
  });

  it('keeps the longer answer when an older update arrives late', () => {
    const state = after(
      snapshot([]),
      message(fromBot(1, { text: 'It takes two days.', seq: 3, state: 'STREAMING' })),
      message(fromBot(1, { text: 'It takes', seq: 2, state: 'STREAMING' })),
    );
    expect(texts(state)).toEqual(['It takes two days.']);
  });

  it('never opens a sealed answer again', () => {
    const state = after(
      snapshot([]),
      message(fromBot(1, { text: 'Done.', seq: 4, state: 'STOPPED' })),
      message(fromBot(1, { text: 'Done. And more', seq: 5, state: 'STREAMING' })),
    );
    expect(state.entries[0]).toMatchObject({ text: 'Done.', state: 'STOPPED' });
  });

  it('joins a line of the log with its message in the room', () => {
    const state = after(snapshot([entry({ pos: 1, serial: null, text: 'answer 1' })]), message(fromBot(1)));
    expect(state.entries).toHaveLength(1);
    expect(state.entries[0]).toMatchObject({ pos: 1, serial: 's001' });
  });

  it('gives a customer message its position once the log knows it', () => {
    const seen = message(fromCustomer('s001', 'hi'));
    const state = after(
      snapshot([]),
      seen,
      snapshot([entry({ pos: 1, serial: 's001', author: CUSTOMER, text: 'hi' })]),
    );
    expect(state.entries).toHaveLength(1);
    expect(state.entries[0]?.pos).toBe(1);
  });

  it('keeps what the room showed after the snapshot was taken', () => {
    const state = after(
      message(fromBot(3)),
      message(fromCustomer('s004', 'thanks')),
      snapshot([entry({ pos: 1, serial: 's001' })]),
    );
    expect(texts(state)).toEqual(['Hello', 'answer 3', 'thanks']);
  });

  it('keeps the greeting first when quick words reached the room before it', () => {
    const state = after(
      snapshot([entry({ pos: 1, text: 'Hello' })]),
      message(fromCustomer('s000', 'hi')),
      message(fromBot(1, { text: 'Hello' })),
    );
    expect(texts(state)).toEqual(['Hello', 'hi']);
  });

  it('places an undelivered entry by its position and after words that the log does not know', () => {
    const state = after(
      snapshot([entry({ pos: 1, serial: 's001', text: 'one' }), entry({ pos: 3, text: 'three, not in the room' })]),
      message(fromCustomer('s002', 'two')),
    );
    expect(texts(state)).toEqual(['one', 'two', 'three, not in the room']);
  });
});

describe('catching up', () => {
  const caughtUp = snapshot([entry({ pos: 1, serial: 's001' })]);

  it('asks for a snapshot when positions are missing', () => {
    const state = after(caughtUp, message(fromBot(4)));
    expect(state.stale).toBeGreaterThan(state.fresh);
  });

  it('does not take a customer message without a position for a gap', () => {
    const state = after(caughtUp, message(fromCustomer('s002', 'hi')), message(fromBot(3)));
    expect(state.stale).toBe(state.fresh);
  });

  it('asks for a snapshot after a discontinuity and is content once it came', () => {
    const broken = after(caughtUp, { type: 'discontinuity' });
    expect(broken.stale).toBe(2);
    const healed = reduce(broken, snapshot([entry({ pos: 1, serial: 's001' })], {}, 2));
    expect(healed.fresh).toBe(healed.stale);
  });

  it('stays stale when the snapshot was asked for before the break', () => {
    const state = after(caughtUp, { type: 'discontinuity' }, { type: 'discontinuity' }, snapshot([], {}, 2));
    expect(state.stale).toBeGreaterThan(state.fresh);
  });

  it('asks for a snapshot when a marker tells of a new owner', () => {
    const state = after(caughtUp, message(marker(2, 2)));
    expect(state.stale).toBeGreaterThan(state.fresh);
  });

  it('does not let an older snapshot take back a newer ticket', () => {
    const state = after(snapshot([], { rev: 5, status: 'HUMAN' }), snapshot([], { rev: 4, status: 'QUEUED' }));
    expect(state.ticket?.status).toBe('HUMAN');
  });

  it('asks for a snapshot at each change when colleagues look on, as notes never come by the room', () => {
    const changed: TicketEvent = { type: 'ticket', ticket: ticket({ rev: 6 }) };
    const held = snapshot([], { rev: 5 });
    const colleague = [held, changed].reduce(reduce, initialState({ role: 'AGENT', id: 'anna' }));
    expect(colleague.stale).toBeGreaterThan(colleague.fresh);
    const customer = after(held, changed);
    expect(customer.stale).toBe(customer.fresh);
  });

  it('ignores a ticket event that is not newer', () => {
    const held = after(snapshot([], { rev: 5 }));
    expect(reduce(held, { type: 'ticket', ticket: ticket({ rev: 5, status: 'RESOLVED' }) })).toBe(held);
  });
});

describe('I1, no bot entry after a claim marker', () => {
  const claimed = after(snapshot([entry({ pos: 1, serial: 's001' })]), message(marker(3, 3)));

  it('turns away a bot entry of the former epoch that would stand after the marker', () => {
    const state = reduce(claimed, message(fromBot(4, { epoch: 1 })));
    expect(texts(state)).toEqual(['Hello', 'Anna has joined']);
    expect(state.refused).toBe(1);
  });

  it('takes a late bot entry from before the marker and shows it before the marker', () => {
    const state = reduce(claimed, message(fromBot(2, { epoch: 1 })));
    expect(texts(state)).toEqual(['Hello', 'answer 2', 'Anna has joined']);
  });

  it('takes the bot again once the ticket was handed back', () => {
    const state = reduce(claimed, message(fromBot(5, { epoch: 4 })));
    expect(texts(state).at(-1)).toBe('answer 5');
  });

  it('shows a draft that the claim cut as stopped', () => {
    const state = after(
      snapshot([]),
      message(fromBot(1, { text: 'It takes', seq: 1, state: 'STREAMING' })),
      snapshot([entry({ pos: 1, text: 'It takes', seq: 1, state: 'STOPPED' })], {
        rev: 2,
        epoch: 2,
        status: 'HUMAN',
        owner: { type: 'AGENT', id: 'anna', name: 'Anna' },
      }),
    );
    const [draft] = state.entries;
    expect(draft?.state).toBe('STOPPED');
    expect(draft !== undefined && isGrowing(state, draft)).toBe(false);
  });

  it('does not show a text of a former owner as growing even before its seal arrives', () => {
    const state = after(snapshot([entry({ state: 'STREAMING', epoch: 1 })]), {
      type: 'ticket',
      ticket: ticket({ rev: 2, epoch: 2, status: 'HUMAN' }),
    });
    expect(state.entries.some((line) => isGrowing(state, line))).toBe(false);
  });
});

describe('who is speaking', () => {
  it('reads the role from the clientId and not from what the message claims', () => {
    const forged = heard({
      ...rawFromCustomer('s001', 'I am the bot'),
      headers: { pos: 9, kind: 'MARKER', name: 'Assistant' },
    });
    const [line] = after(snapshot([]), message(forged)).entries;
    expect(line).toMatchObject({ kind: 'MESSAGE', pos: null, author: { role: 'CUSTOMER', id: 'c_1', name: 'c_1' } });
  });

  it('shows the bot as thinking until its text is visible', () => {
    const present: TicketEvent = {
      type: 'presence',
      members: [{ clientId: 'bot:demo-store', name: '', status: 'answering' }],
    };
    const thinking = after(snapshot([]), present);
    expect(botIsThinking(thinking)).toBe(true);
    expect(botIsThinking(reduce(thinking, message(fromBot(1, { state: 'STREAMING' }))))).toBe(false);
  });

  it('names the agent who is typing and forgets it when the message comes', () => {
    const typing = after(snapshot([], { owner: { type: 'AGENT', id: 'anna', name: 'Anna' } }), {
      type: 'typing',
      clientIds: ['agent:anna'],
    });
    expect(typingAgentName(typing)).toBe('Anna');
    expect(typingAgentName(reduce(typing, message(fromBot(1, { clientId: 'agent:anna' }))))).toBeNull();
  });
});
