// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AgentAction, AgentTicket } from '../../src/api/contract';
import { agentActionSchema } from '../../src/api/agent-schemas';
import { allowed } from '../../src/dashboard/actions/keys';
import { ACTIONS } from '../../src/dashboard/actions/registry';
import { INITIAL_BOARD, type BoardState } from '../../src/dashboard/board/board-state';
import { reduceBoard } from '../../src/dashboard/board/reduce-board';
import { TicketList } from '../../src/dashboard/board/ticket-list';
import { PaneHead } from '../../src/dashboard/ticket/pane-head';
import { ANNA, LIMITS, ticket } from '../fixtures';
import { show, withPage } from './page';

const queued = (id: string, change: Partial<AgentTicket> = {}): AgentTicket =>
  ticket({
    id,
    subject: `Ticket ${id}`,
    status: 'QUEUED',
    queuedAt: '2026-03-02T09:00:00Z',
    owner: { type: 'QUEUE', id: 'general', name: '' },
    ...change,
  });

function board(...tickets: readonly AgentTicket[]): BoardState {
  const signedIn = reduceBoard(INITIAL_BOARD, { type: 'signed-in', agent: ANNA, limits: LIMITS });
  return reduceBoard(signedIn, { type: 'listed', tickets });
}

function list(state: BoardState) {
  const chosen: string[] = [];
  const page = show(
    <TicketList
      board={state}
      now={Date.parse('2026-03-02T09:05:00Z')}
      onShow={(name) => chosen.push(name)}
      onSelect={(id) => chosen.push(id)}
    />,
  );
  return { chosen, ...page };
}

describe('the ticket list', () => {
  withPage();

  it('shows what waits, in the order of the service, and opens what is chosen', async () => {
    const { user, chosen } = list(board(queued('b', { queueRank: 2 }), queued('a', { queueRank: 1, reason: 'LOOP' })));
    const rows = within(screen.getByRole('tabpanel')).getAllByRole('button');
    expect(rows.map(({ textContent }) => /Ticket ./.exec(textContent ?? '')?.[0])).toEqual(['Ticket a', 'Ticket b']);
    expect(rows[0]?.textContent).toContain('Going in circles');
    await user.click(rows[1] as HTMLElement);
    expect(chosen).toEqual(['b']);
  });

  it('has a tab for each list, with how many tickets are in it', async () => {
    const { user, chosen } = list(board(queued('a')));
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['Inbox1', 'Mine0', 'All1']);
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Inbox1');
    await user.click(screen.getByRole('tab', { name: /All/ }));
    expect(chosen).toEqual(['all']);
  });

  it('puts what other teams look after under a heading of its own', () => {
    list(board(queued('a'), queued('b', { team: 'billing' })));
    expect(screen.getByRole('heading', { name: 'Other teams' })).toBeTruthy();
  });

  it('says so when nobody waits, and while it is not known', () => {
    const { unmount } = list(board());
    expect(screen.getByText('Nobody is waiting')).toBeTruthy();
    unmount();
    list(INITIAL_BOARD);
    expect(screen.getByLabelText('Loading tickets')).toBeTruthy();
  });

  it('holds only a part of a very long list in the page', () => {
    list(board(...Array.from({ length: 1_500 }, (_, index) => queued(String(index), { queueRank: index }))));
    expect(within(screen.getByRole('tabpanel')).getAllByRole('button').length).toBeLessThan(100);
  });
});

describe('the actions', () => {
  withPage();

  it('are one for each that the service knows', () => {
    expect(ACTIONS.map(({ does }) => does).sort()).toEqual([...agentActionSchema.options].sort());
  });

  const head = (actions: readonly AgentAction[]) =>
    show(
      <PaneHead
        ticket={queued('a')}
        board={board()}
        may={allowed(actions)}
        now={0}
        onAction={() => undefined}
        onClose={() => undefined}
      />,
    );
  const names = () =>
    screen
      .getAllByRole('button')
      .map((element) => element.getAttribute('aria-label'))
      .filter((name) => name !== 'Back to the list');

  it('stand at the head of a ticket when the service lists them, and not otherwise', async () => {
    const { user, unmount } = head([
      'REPLY',
      'NOTE',
      'TRANSFER',
      'HAND_BACK',
      'SNOOZE',
      'RELEASE',
      'TRIAGE',
      'RESOLVE',
    ]);
    expect(names()).toEqual(['Hand back', 'Transfer', 'Resolve', 'More actions']);
    await user.click(screen.getByRole('button', { name: 'More actions' }));
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Snooze…s',
      'Back to the queue…q',
      'Team, priority, tags…p',
    ]);
    unmount();
    head(['CLAIM']);
    expect(names()).toEqual(['Claim']);
  });

  it('are none where the service lists none', () => {
    head([]);
    expect(names()).toEqual([]);
  });
});
