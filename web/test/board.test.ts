import { describe, expect, it } from 'vitest';
import { INITIAL_BOARD, type BoardEvent, type BoardState } from '../src/dashboard/board/board-state';
import { neighbour, ticketsIn, visibleTickets, windowTitle } from '../src/dashboard/board/board-view';
import { reduceBoard } from '../src/dashboard/board/reduce-board';
import type { AgentTicket } from '../src/api/contract';
import { ANNA, LIMITS, ticket } from './fixtures';

function board(...events: readonly BoardEvent[]): BoardState {
  return [{ type: 'signed-in', agent: ANNA, limits: LIMITS } as const, ...events].reduce(reduceBoard, INITIAL_BOARD);
}

const listed = (...tickets: readonly AgentTicket[]): BoardEvent => ({ type: 'listed', tickets });
const heard = (of: AgentTicket): BoardEvent => ({ type: 'ticket', ticket: of });
const ids = (tickets: readonly AgentTicket[]): readonly string[] => tickets.map(({ id }) => id);

function queued(id: string, queuedAt: string, change: Partial<AgentTicket> = {}): AgentTicket {
  return ticket({
    id,
    status: 'QUEUED',
    queuedAt,
    owner: { type: 'QUEUE', id: 'general', name: 'General' },
    ...change,
  });
}

function owned(id: string, owner: string, change: Partial<AgentTicket> = {}): AgentTicket {
  return ticket({ id, status: 'HUMAN', owner: { type: 'AGENT', id: owner, name: owner }, ...change });
}

describe('the lists', () => {
  it('put the longest wait first in the inbox', () => {
    const state = board(
      listed(
        queued('late', '2026-03-02T09:05:00Z', { queueRank: 2 }),
        queued('early', '2026-03-02T09:01:00Z', { queueRank: 1 }),
      ),
    );
    expect(ids(ticketsIn(state, 'inbox'))).toEqual(['early', 'late']);
  });

  it('take a ticket out of the inbox as soon as somebody claims it', () => {
    const state = board(listed(queued('a', '2026-03-02T09:01:00Z')), heard(owned('a', 'ben', { rev: 2 })));
    expect(ticketsIn(state, 'inbox')).toEqual([]);
    expect(ids(ticketsIn(state, 'all'))).toEqual(['a']);
  });

  it('ignore an event whose rev is not higher', () => {
    const state = board(listed(owned('a', 'anna', { rev: 5 })));
    expect(reduceBoard(state, heard(queued('a', '2026-03-02T09:01:00Z', { rev: 5 })))).toBe(state);
  });

  it('hold only my open tickets under "mine", those I owe an answer first', () => {
    const state = board(
      listed(
        owned('waits', 'anna', { next: { who: 'CUSTOMER', dueAt: '2026-03-02T09:00:00Z' } }),
        owned('owed', 'anna', { next: { who: 'AGENT', dueAt: '2026-03-02T09:30:00Z' } }),
        owned('other', 'ben'),
        owned('done', 'anna', { status: 'RESOLVED' }),
      ),
    );
    expect(ids(ticketsIn(state, 'mine'))).toEqual(['owed', 'waits']);
  });

  it('drop an open ticket that the next lists no longer have', () => {
    const state = board(listed(queued('gone', '2026-03-02T09:01:00Z')), { type: 'asked' }, listed());
    expect(state.known.size).toBe(0);
  });

  it('keep a ticket that was heard of while the lists were on their way', () => {
    const state = board(listed(), { type: 'asked' }, heard(queued('new', '2026-03-02T09:01:00Z')), listed());
    expect(ids(ticketsIn(state, 'inbox'))).toEqual(['new']);
  });

  it('put what other teams look after last in the inbox, without counting or announcing it', () => {
    const state = board(
      listed(queued('a', '1', { team: 'billing', priority: 9, queueRank: -1 }), queued('b', '2')),
      heard(queued('c', '3', { team: 'billing', rev: 2, queueRank: 3 })),
    );
    expect(ids(ticketsIn(state, 'inbox'))).toEqual(['b', 'a', 'c']);
    expect(windowTitle(state)).toBe('(1) Deskhand');
    expect(state.toasts).toEqual([]);
  });

  it('find tickets by all words of a search', () => {
    const state = board(
      listed(queued('a', '1', { subject: 'Torn tent' }), queued('b', '2', { subject: 'Torn boots' })),
      { type: 'search', search: 'torn BOOT' },
    );
    expect(ids(visibleTickets(state))).toEqual(['b']);
  });

  it('find the tickets of a customer by name', () => {
    const state = board(listed(queued('a', '1'), queued('b', '2', { customerName: 'Mira Solberg' })), {
      type: 'search',
      search: 'solberg',
    });
    expect(ids(visibleTickets(state))).toEqual(['b']);
  });
});

describe('moving by keyboard', () => {
  const two = board(listed(queued('a', '1', { queueRank: 1 }), queued('b', '2', { queueRank: 2 })));

  it('starts at the first ticket', () => {
    expect(neighbour(two, 1)).toBe('a');
  });

  it('stops at the last one', () => {
    expect(neighbour(reduceBoard(two, { type: 'select', id: 'b' }), 1)).toBe('b');
  });

  it('goes nowhere in an empty list', () => {
    expect(neighbour(board(listed()), 1)).toBeNull();
  });
});

describe('news', () => {
  it('announces a ticket that enters the inbox, and counts it in the title', () => {
    const state = board(listed(), heard(queued('a', '1', { subject: 'Torn tent' })));
    expect(state.toasts).toMatchObject([{ tone: 'news', text: 'New in the inbox: Torn tent', ticket: 'a' }]);
    expect(windowTitle(state)).toBe('(1) Deskhand');
  });

  it('says nothing about tickets that were waiting when the page opened', () => {
    expect(board(listed(queued('a', '1'))).toasts).toEqual([]);
  });

  it('announces a ticket once, however often it changes in the queue', () => {
    const state = board(listed(), heard(queued('a', '1', { rev: 2 })), heard(queued('a', '1', { rev: 3 })));
    expect(state.toasts).toHaveLength(1);
  });

  it('shows first in the inbox, and announces once, what the assistant waits for', () => {
    const waiting = (rev: number) =>
      ticket({
        id: 'w',
        rev,
        subject: 'Lost boots',
        review: { ...ticket().review, approval: true, pending: 'PROPOSAL' },
      });
    const state = board(listed(queued('a', '1')), heard(waiting(2)), heard(waiting(3)));
    expect(ids(ticketsIn(state, 'inbox'))).toEqual(['w', 'a']);
    expect(state.toasts).toMatchObject([{ text: 'The assistant needs a colleague: Lost boots', ticket: 'w' }]);
    const settled = board(listed(queued('a', '1')), heard(waiting(2)), heard(ticket({ id: 'w', rev: 3 })));
    expect(ids(ticketsIn(settled, 'inbox'))).toEqual(['a']);
  });

  it('forgets everything about tickets at sign-out', () => {
    const state = reduceBoard(board(listed(queued('a', '1'))), { type: 'signed-out' });
    expect(state.known.size).toBe(0);
    expect(state.agent).toBeNull();
  });
});
