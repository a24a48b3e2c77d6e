import { describe, expect, it } from 'vitest';
import type { Ticket } from '../src/chat-core/ticket';
import { INITIAL_BOARD, type BoardEvent, type BoardState } from '../src/dashboard/board-state';
import { offersToMe, tagsInUse, ticketsIn } from '../src/dashboard/board-view';
import { hereFirst, teamsOf } from '../src/dashboard/colleagues';
import { newsOf } from '../src/dashboard/news';
import { secondsLeft } from '../src/dashboard/offer-banner';
import { permitted } from '../src/dashboard/permitted';
import { reduceBoard } from '../src/dashboard/reduce-board';
import { ticket } from './fixtures';

const ANNA = { id: 'anna', name: 'Anna', teams: ['general'], supervisor: false };
const agent = (id: string, type: 'AGENT' | 'OFFERED' = 'AGENT') => ({ type, id, name: id });

function board(...events: readonly BoardEvent[]): BoardState {
  return [{ type: 'signed-in', agent: ANNA } as const, ...events].reduce(reduceBoard, INITIAL_BOARD);
}

const listed = (...tickets: readonly Ticket[]): BoardEvent => ({ type: 'listed', tickets });
const heard = (of: Ticket): BoardEvent => ({ type: 'ticket', ticket: of });
const ids = (tickets: readonly Ticket[]): readonly string[] => tickets.map(({ id }) => id);
const queued = (id: string, change: Partial<Ticket> = {}): Ticket =>
  ticket({
    id,
    status: 'QUEUED',
    queuedAt: '2026-03-02T09:01:00Z',
    owner: { type: 'QUEUE', id: 'general', name: '' },
    ...change,
  });
const offered = (id: string, to: string, change: Partial<Ticket> = {}): Ticket =>
  queued(id, { status: 'OFFERED', owner: agent(to, 'OFFERED'), ...change });
const owned = (id: string, by: string, change: Partial<Ticket> = {}): Ticket =>
  ticket({ id, status: 'HUMAN', owner: agent(by), ...change });

describe('the inbox', () => {
  it('has the order of the service: the front, then priority, then the longest wait', () => {
    const state = board(
      listed(
        queued('late', { queuedAt: '2026-03-02T09:05:00Z' }),
        queued('early'),
        queued('urgent', { queuedAt: '2026-03-02T09:06:00Z', priority: 4 }),
        queued('front', { queuedAt: '2026-03-02T09:07:00Z', front: true }),
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
    const state = board(listed(owned('a', 'anna')), { type: 'busy', busy: { type: 'release', ticket: 'a' } });
    expect(newsOf(state, queued('a', { rev: 2 }))).toBeNull();
    expect(newsOf(state, queued('b'))).not.toBeNull();
  });
});

describe('what an agent may do', () => {
  const can = (of: Ticket, change = {}): readonly string[] => [...permitted(of, { ...ANNA, ...change })].sort();

  it('is everything with a ticket of their own', () => {
    expect(can(owned('a', 'anna'))).toEqual(
      ['hand-back', 'note', 'release', 'reply', 'resolve', 'snooze', 'sort', 'transfer'].sort(),
    );
  });

  it('is to leave a note on a colleague’s ticket, and for supervisors to take it over', () => {
    expect(can(owned('a', 'ben'))).toEqual(['note', 'sort']);
    expect(can(owned('a', 'ben'), { supervisor: true })).toEqual(['note', 'sort', 'takeover', 'transfer']);
  });

  it('is to answer an offer, or to claim what is offered to another', () => {
    expect(can(offered('a', 'anna'))).toEqual(['accept', 'decline', 'note', 'sort']);
    expect(can(offered('a', 'ben'))).toEqual(['claim', 'note', 'sort']);
  });

  it('is to claim or to offer what waits', () => {
    expect(can(queued('a'))).toEqual(['claim', 'note', 'offer', 'sort']);
  });

  it('is to reopen what is resolved, and nothing with what is closed', () => {
    const nobody = { type: 'NOBODY', id: '', name: '' } as const;
    expect(can(ticket({ status: 'RESOLVED', owner: nobody }))).toEqual(['note', 'reopen', 'sort']);
    expect(can(ticket({ status: 'CLOSED', owner: { ...nobody, type: 'CLOSED' } }))).toEqual([]);
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
