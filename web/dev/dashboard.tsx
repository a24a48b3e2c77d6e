import { render } from 'preact';
import type { TicketFollower } from '../src/chat-core/follower';
import { isOpen } from '../src/chat-core/ticket';
import { App } from '../src/dashboard/app';
import { INITIAL_BOARD, type BoardState } from '../src/dashboard/board-state';
import '../src/dashboard/dashboard.css';
import '../src/dashboard/handoff.css';
import { reduceBoard } from '../src/dashboard/reduce-board';
import '../src/dashboard/ticket.css';
import '../src/dashboard/counsel.css';
import type { Workplace } from '../src/dashboard/workplace';
import '../src/ui/tokens.css';
import { board, scene } from './scenes';

const name = new URLSearchParams(location.search).get('scene') ?? 'queued';
const nothing = (): void => undefined;
const COLLEAGUES = [
  { id: 'anna', name: 'Anna Berg', teams: ['general', 'returns'], here: true },
  { id: 'ben', name: 'Ben Okafor', teams: ['general'], here: true },
  { id: 'carla', name: 'Carla Moreno', teams: ['returns'], here: false },
  { id: 'dieu', name: 'Dieu Nguyen', teams: ['warehouse'], here: true },
];
const view = name === 'empty' || name === 'sign-in' ? null : scene(name, { role: 'AGENT', id: 'anna' });
const follower =
  view &&
  ({ store: { get: () => view, watch: () => nothing }, retry: nothing, discard: nothing } as unknown as TicketFollower);

let state: BoardState = INITIAL_BOARD;
if (name === 'sign-in') state = reduceBoard(state, { type: 'signed-out' });
else {
  state = reduceBoard(state, {
    type: 'signed-in',
    agent: { id: 'anna', name: 'Anna Berg', teams: ['general'], supervisor: true },
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
const workplace = {
  store: { get: () => state, watch: () => nothing },
  follower: () => follower,
  start: async () => undefined,
  signIn: async () => undefined,
  signOut: async () => undefined,
  show: nothing,
  search: nothing,
  select: nothing,
  move: nothing,
  act: async () => null,
  complain: nothing,
  colleagues: async () => COLLEAGUES,
  typing: nothing,
  dismiss: nothing,
  beat: nothing,
  wakeUp: nothing,
} satisfies Workplace;

const root = document.getElementById('app');
if (root !== null) render(<App workplace={workplace} />, root);
