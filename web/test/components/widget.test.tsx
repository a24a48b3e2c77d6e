// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CustomerAction } from '../../src/api/contract';
import type { CustomerSide, Entry } from '../../src/chat-core/ticket';
import { initialState, type TicketState } from '../../src/chat-core/ticket-state';
import { ActionBar } from '../../src/widget/action-bar';
import type { Session } from '../../src/widget/session';
import { customerTicket, entry } from '../fixtures';
import { show, withPage } from './page';

const CUSTOMER = { role: 'CUSTOMER', id: 'c_1', name: '' } as const;
const answered: readonly Entry[] = [entry({ pos: 1, author: CUSTOMER }), entry({ pos: 2 })];

function bar(change: Partial<TicketState<CustomerSide>>) {
  const asked: CustomerAction[] = [];
  const session = { ask: async (action: CustomerAction) => void asked.push(action) } as unknown as Session;
  const state = { ...initialState<CustomerSide>({ role: 'CUSTOMER', id: '' }), ...change };
  return { asked, ...show(<ActionBar session={session} state={state} asking={null} onGoOn={() => undefined} />) };
}

const names = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

describe('what a customer can do besides writing', () => {
  withPage();

  it('is to ask for a person before there is a ticket', async () => {
    const { user, asked } = bar({});
    await user.click(screen.getByRole('button', { name: 'Talk to a person' }));
    expect(asked).toEqual(['ESCALATE']);
  });

  it('is what the service lists, and nothing else', () => {
    const { unmount } = bar({ ticket: customerTicket(), entries: answered, actions: ['ESCALATE', 'RESOLVE'] });
    expect(names()).toEqual(['Talk to a person', 'Mark as resolved']);
    unmount();
    const without = bar({ ticket: customerTicket(), entries: answered, actions: [] });
    expect(names()).toEqual([]);
    without.unmount();
    bar({ ticket: customerTicket({ status: 'QUEUED' }), actions: ['RETURN'] });
    expect(names()).toEqual(['Back to the assistant']);
  });
});
