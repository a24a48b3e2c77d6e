import '../src/ui/tokens.css';
import '../src/dashboard/base.css';
import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { TicketFollower } from '../src/chat-core/follower';
import { isOpen, type AgentSide } from '../src/chat-core/ticket';
import { App } from '../src/dashboard/app';
import { pathOf } from '../src/dashboard/board/address';
import { INITIAL_BOARD, type BoardState } from '../src/dashboard/board/board-state';
import { reduceBoard } from '../src/dashboard/board/reduce-board';
import type { Workplace } from '../src/dashboard/session/workplace';
import { scene } from './scenes';
import { board } from './tickets';

const query = new URLSearchParams(location.search);
const name = query.get('scene') ?? 'queued';
const nothing = (): void => undefined;
const LIMITS = { message: 4_000, answer: 12_000, subject: 200, priority: 9, tags: 20, tag: 40, snoozeDays: 90 };
const COLLEAGUES = [
  { id: 'anna', name: 'Anna Berg', teams: ['general', 'returns'], here: true },
  { id: 'ben', name: 'Ben Okafor', teams: ['general'], here: true },
  { id: 'carla', name: 'Carla Moreno', teams: ['returns'], here: false },
  { id: 'dieu', name: 'Dieu Nguyen', teams: ['warehouse'], here: true },
];
const view = name === 'empty' || name === 'sign-in' ? null : scene(name, { role: 'AGENT', id: 'anna' });
const follower =
  view &&
  ({
    store: { get: () => view, watch: () => nothing },
    retry: nothing,
    discard: nothing,
    send: nothing,
  } as unknown as TicketFollower<AgentSide>);

let state: BoardState = INITIAL_BOARD;
if (name === 'sign-in') state = reduceBoard(state, { type: 'signed-out' });
else {
  state = reduceBoard(state, {
    type: 'signed-in',
    agent: { id: 'anna', name: 'Anna Berg', teams: ['general'], capacity: 5, supervisor: true },
    limits: LIMITS,
  });
  state = reduceBoard(state, { type: 'listed', tickets: name === 'empty' ? [] : board() });
  state = reduceBoard(state, { type: 'connection', connection: 'online' });
  state = reduceBoard(state, {
    type: 'online',
    online: [
      { id: 'anna', name: 'Anna Berg' },
      { id: 'ben', name: 'Ben Okafor' },
    ],
  });
  if (view?.ticket != null) {
    state = reduceBoard(state, { type: 'ticket', ticket: { ...view.ticket, rev: 9 } });
    state = reduceBoard(state, { type: 'select', id: view.ticket.id });
    if (view.ticket.status === 'BOT' || !isOpen(view.ticket) || name === 'offered' || name === 'colleague')
      state = reduceBoard(state, { type: 'list', list: 'all' });
    else if (view.ticket.status === 'HUMAN') state = reduceBoard(state, { type: 'list', list: 'mine' });
  }
}
if (query.has('toast'))
  state = reduceBoard(state, { type: 'toast', tone: 'news', text: 'New in the inbox: Torn tent' });
location.hash = pathOf({ list: state.list, ticket: state.selected });

const workplace = {
  store: { get: () => state, watch: () => nothing },
  follower: () => follower,
  start: async () => undefined,
  signIn: async () => undefined,
  signOut: async () => undefined,
  show: nothing,
  search: nothing,
  select: nothing,
  act: async () => null,
  complain: nothing,
  client: new QueryClient(),
  queries: {
    tickets: async () => [],
    snapshot: () => Promise.reject(new Error('the fixture has no service')),
    colleagues: { queryKey: ['colleagues'], queryFn: async () => COLLEAGUES },
    forget: nothing,
  },
  learn: async () => undefined,
  typing: nothing,
  dismiss: nothing,
  beat: nothing,
  wakeUp: nothing,
} satisfies Workplace;

const root = document.getElementById('app');
if (root !== null) createRoot(root).render(<App workplace={workplace} />);
