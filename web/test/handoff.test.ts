import { describe, expect, it } from 'vitest';
import type { AgentTicket } from '../src/api/contract';
import { INITIAL_BOARD, type BoardEvent, type BoardState } from '../src/dashboard/board/board-state';
import { offersToMe, tagsInUse, ticketsIn } from '../src/dashboard/board/board-view';
import { hereFirst, teamsOf } from '../src/dashboard/board/colleagues';
import { newsOf } from '../src/dashboard/board/news';
import { secondsLeft } from '../src/dashboard/board/moments';
import { reduceBoard } from '../src/dashboard/board/reduce-board';
import { ANNA, LIMITS, ticket } from './fixtures';

const agent = (id: string, type: 'AGENT' | 'OFFERED' = 'AGENT') => ({ type, id, name: id });

function board(...events: readonly BoardEvent[]): BoardState {
  return [{ type: 'signed-in', agent: ANNA, limits: LIMITS } as const, ...events].reduce(reduceBoard, INITIAL_BOARD);
}

const listed = (...tickets: readonly AgentTicket[]): BoardEvent => ({ type: 'listed', tickets });
const heard = (of: AgentTicket): BoardEvent => ({ type: 'ticket', ticket: of });
const ids = (tickets: readonly AgentTicket[]): readonly string[] => tickets.map(({ id }) => id);
const queued = (id: string, change: Partial<AgentTicket> = {}): AgentTicket =>
  ticket({
    id,
    status: 'QUEUED',
    queuedAt: '2026-03-02T09:01:00Z',
    owner: { type: 'QUEUE', id: 'general', name: '' },
    ...change,
  });
const offered = (id: string, to: string, change: Partial<AgentTicket> = {}): AgentTicket =>
  queued(id, { status: 'OFFERED', owner: agent(to, 'OFFERED'), ...change });
const owned = (id: string, by: string, change: Partial<AgentTicket> = {}): AgentTicket =>
  ticket({ id, status: 'HUMAN', owner: agent(by), ...change });

describe('the inbox', () => {
  it('has the order of the service, whatever else a ticket says of itself', () => {
    const state = board(
      listed(
        queued('late', { queueRank: 40, queuedAt: '2026-03-02T09:05:00Z' }),
        queued('early', { queueRank: 30 }),
        queued('urgent', { queueRank: 20, queuedAt: '2026-03-02T09:06:00Z', priority: 4 }),
        queued('front', { queueRank: 10, queuedAt: '2026-03-02T09:07:00Z', front: true }),
      ),
    );
    expect(ids(ticketsIn(state, 'inbox'))).toEqual(['front', 'urgent', 'early', 'late']);
  });

  it('begins with what is offered to me, and leaves out what is offered to others', () => {
    const state = board(listed(queued('q', { front: true }), offered('mine', 'anna'), offered('theirs', 'ben')));
    expect(ids(ticketsIn(state, 'inbox'))).toEqual(['mine', 'q']);
    expect(ids(offersToMe(state))).toEqual(['mine']);
  });

  it('has no ticket that is only offered under "mine"', () => {
    expect(ticketsIn(board(listed(offered('a', 'anna'))), 'mine')).toEqual([]);
  });

  it('puts what is snoozed at the end of "mine"', () => {
    const state = board(
      listed(
        owned('asleep', 'anna', { snoozed: true, next: { who: 'AGENT', dueAt: '2026-03-02T08:00:00Z' } }),
        owned('waits', 'anna'),
        owned('owed', 'anna', { next: { who: 'AGENT', dueAt: '2026-03-02T12:00:00Z' } }),
      ),
    );
    expect(ids(ticketsIn(state, 'mine'))).toEqual(['owed', 'waits', 'asleep']);
  });
});

describe('news', () => {
  it('tells of an offer once, without a toast as it has a banner', () => {
    const state = board(listed());
    const offer = offered('a', 'anna', { rev: 2 });
    expect(newsOf(state, offer)).toEqual({ kind: 'offer', text: 'Offered to you: Where is my parcel?' });
    const after = reduceBoard(state, heard(offer));
    expect(after.toasts).toEqual([]);
    expect(newsOf(after, offered('a', 'anna', { rev: 3 }))).toBeNull();
  });

  it('says nothing of what is offered to somebody else', () => {
    expect(newsOf(board(listed(queued('a'))), offered('a', 'ben', { rev: 2 }))).toBeNull();
  });

  it('tells who took a ticket away from me', () => {
    const state = board(listed(owned('a', 'anna')), heard(owned('a', 'ben', { rev: 2 })));
    expect(state.toasts).toMatchObject([{ tone: 'news', text: 'ben took over: Where is my parcel?', ticket: 'a' }]);
  });

  it('says nothing of what I am doing myself', () => {
    const state = board(listed(owned('a', 'anna')), { type: 'busy', busy: { action: 'RELEASE', ticket: 'a' } });
    expect(newsOf(state, queued('a', { rev: 2 }))).toBeNull();
    expect(newsOf(state, queued('b'))).not.toBeNull();
  });
});

describe('colleagues', () => {
  const people = [
    { id: 'ben', name: 'Ben', teams: ['returns', 'general'], here: false },
    { id: 'dieu', name: 'Dieu', teams: ['warehouse'], here: true },
    { id: 'carla', name: 'Carla', teams: ['returns'], here: true },
  ];

  it('stand with those who are here first', () => {
    expect(hereFirst(people).map(({ id }) => id)).toEqual(['carla', 'dieu', 'ben']);
  });

  it('give the teams that a ticket can go to', () => {
    expect(teamsOf(people, ticket({ team: 'vip' }))).toEqual(['general', 'returns', 'vip', 'warehouse']);
  });

  it('have given the tags in use', () => {
    const state = board(listed(queued('a', { tags: ['vip', 'parcel'] }), queued('b', { tags: ['parcel'] })));
    expect(tagsInUse(state)).toEqual(['parcel', 'vip']);
  });
});

describe('an offer', () => {
  const now = Date.parse('2026-03-02T09:00:00.500Z');

  it('counts down to nothing and not below', () => {
    expect(secondsLeft('2026-03-02T09:00:20Z', now)).toBe(20);
    expect(secondsLeft('2026-03-02T08:59:00Z', now)).toBe(0);
    expect(secondsLeft(null, now)).toBeNull();
  });
});
