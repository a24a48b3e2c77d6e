// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TicketFollower } from '../../src/chat-core/follower';
import type { AgentSide, Entry } from '../../src/chat-core/ticket';
import { initialState, type TicketState } from '../../src/chat-core/ticket-state';
import { AgentTimeline } from '../../src/dashboard/ticket/timeline';
import { DECISION, entry, ticket } from '../fixtures';
import { show, withPage } from './page';

const ANNA = { role: 'AGENT', id: 'anna', name: 'Anna' } as const;
const CUSTOMER = { role: 'CUSTOMER', id: 'c_8fkq2m7x', name: '' } as const;

function timeline(entries: readonly Entry[], change: Partial<TicketState<AgentSide>> = {}) {
  const calls: string[] = [];
  const follower = {
    retry: (id: string) => calls.push(`retry ${id}`),
    discard: (id: string) => calls.push(`discard ${id}`),
  } as unknown as TicketFollower<AgentSide>;
  const view: TicketState<AgentSide> = {
    ...initialState<AgentSide>({ role: 'AGENT', id: 'anna' }, ticket({ customerName: 'Mira' })),
    fresh: 1,
    entries,
    ...change,
  };
  return { calls, ...show(<AgentTimeline view={view} follower={follower} apart={null} now={0} />) };
}

describe('the timeline', () => {
  withPage();

  it('says who speaks, to those who see and to those who hear', () => {
    timeline([
      entry({ pos: 1, text: 'Hello' }),
      entry({ pos: 2, text: 'Where is it?', author: CUSTOMER }),
      entry({ pos: 3, text: 'I look.', author: ANNA }),
    ]);
    const log = screen.getByRole('log', { name: 'Messages' });
    expect(
      within(log)
        .getAllByRole('article')
        .map((element) => element.getAttribute('aria-label')),
    ).toEqual(['Assistant', 'Mira', 'You']);
    expect(within(screen.getByRole('article', { name: 'Assistant' })).getByText('automated')).toBeTruthy();
  });

  it('tells notes and what the assistant was told from messages', () => {
    timeline([
      entry({ pos: 1, kind: 'NOTE', text: 'for us', author: ANNA }),
      entry({
        pos: 2,
        kind: 'NOTE',
        text: 'say no day',
        author: { ...ANNA, id: 'ben', name: 'Ben' },
        data: { type: 'GUIDANCE', source: 'WHISPER', number: 1 },
      }),
    ]);
    expect(screen.getByRole('article', { name: 'Private note by you' }).textContent).toContain('for us');
    expect(screen.getByRole('article', { name: 'Ben told the assistant' }).textContent).toContain('say no day');
  });

  it('says why a supervisor took over, and what the assistant was told', () => {
    const system = { role: 'SYSTEM', id: 'system', name: '' } as const;
    timeline([
      entry({
        pos: 1,
        kind: 'MARKER',
        author: system,
        text: 'Ben has joined',
        data: { type: 'CLAIMED', agent: 'ben', reason: 'I know ropes.' },
      }),
      entry({
        pos: 2,
        kind: 'MARKER',
        author: system,
        text: 'Back',
        data: { type: 'HANDED_BACK', agent: 'ben', note: 'It was sent.', summary: '' },
      }),
    ]);
    expect(screen.getByText('Reason: I know ropes.')).toBeTruthy();
    expect(screen.getByText('Told the assistant: It was sent.')).toBeTruthy();
  });

  it('shows why the assistant answered so, and from what', () => {
    timeline([
      entry({
        data: { ...DECISION, model: 'extractive' },
        citations: [{ id: 'a', title: 'Returns', url: 'https://shop.example/returns', quote: '30 days' }],
      }),
    ]);
    expect(screen.getByText('Why this answer')).toBeTruthy();
    expect(within(screen.getByRole('list', { name: 'Sources' })).getByRole('link', { name: 'Returns' })).toBeTruthy();
  });

  it('keeps words that could not be sent, for another try or for nothing', async () => {
    const item = { localId: 'x', kind: 'MESSAGE', text: 'hi', at: '', phase: 'failed', reason: 'Offline.' } as const;
    const { user, calls } = timeline([], { outbox: [item] });
    expect(screen.getByRole('alert').textContent).toContain('Not sent. Offline.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(calls).toEqual(['retry x', 'discard x']);
  });

  it('has no packet in it', () => {
    timeline([entry({ kind: 'PACKET', text: 'secret' }), entry({ pos: 2, text: 'seen' })]);
    expect(screen.queryByText('secret')).toBeNull();
    expect(screen.getByText('seen')).toBeTruthy();
  });

  it('holds only a part of a very long ticket in the page', () => {
    timeline(Array.from({ length: 2_000 }, (_, index) => entry({ pos: index + 1, text: `line ${index + 1}` })));
    expect(screen.getAllByRole('article').length).toBeLessThan(200);
  });
});
