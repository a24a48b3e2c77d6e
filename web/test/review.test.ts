import { describe, expect, it } from 'vitest';
import { createAgentApi } from '../src/api/agent-api';
import type { AgentTicket } from '../src/api/contract';
import { answering } from '../src/dashboard/actions/answer';
import { approving } from '../src/dashboard/actions/approve';
import { rejecting } from '../src/dashboard/actions/reject';
import { matterOf } from '../src/dashboard/ticket/review';
import { DECISION, entry, snapshotOf, ticket } from './fixtures';

const pending = (what: AgentTicket['review']['pending']) => ticket({ review: { ...ticket().review, pending: what } });

const proposed = { type: 'PROPOSAL', turn: 1, guidance: 0, decision: DECISION } as const;
const first = entry({ pos: 4, kind: 'PROPOSAL', text: 'Ten days.', data: proposed });
const second = entry({ pos: 7, kind: 'PROPOSAL', text: 'Two weeks.', data: proposed });
const question = entry({ pos: 9, kind: 'NOTE', text: 'May it go again?', data: { ...proposed, type: 'QUESTION' } });
const note = entry({ pos: 10, kind: 'NOTE', text: 'A note.' });

describe('what the assistant waits for', () => {
  it('is the newest proposal, or question', () => {
    const entries = [first, second, question, note];
    expect(matterOf(pending('PROPOSAL'), entries)?.entry.text).toBe('Two weeks.');
    expect(matterOf(pending('QUESTION'), entries)?.entry.pos).toBe(9);
  });

  it('is nothing once it is settled, once a person has the ticket, and before the log has it', () => {
    expect(matterOf(pending(null), [first])).toBeNull();
    expect(matterOf({ ...pending('PROPOSAL'), status: 'HUMAN' }, [first])).toBeNull();
    expect(matterOf(pending('QUESTION'), [first, note])).toBeNull();
  });
});

describe("a colleague's word", () => {
  it('goes where docs/api.md says, a repeated answer as the same one', async () => {
    const calls: { path: string; body: string; key: string | null }[] = [];
    const real = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const { url, headers, body, method } = input instanceof Request ? input : new Request(input as string, init);
      const path = `${method} ${new URL(url).pathname}`;
      calls.push({
        path,
        body: body === null ? '' : await new Response(body).text(),
        key: headers.get('Idempotency-Key'),
      });
      return new Response(JSON.stringify(snapshotOf(ticket())), {
        headers: { 'Content-Type': 'application/json' },
      });
    };
    try {
      const api = createAgentApi('http://desk.test', () => 'x');
      await api.act('01K', approving(7).call);
      await api.act('01K', rejecting(7, 'Shorter.').call);
      await api.act('01K', answering(9, 'Yes.').call);
    } finally {
      globalThis.fetch = real;
    }
    expect(calls.map(({ path }) => path)).toEqual([
      'POST /api/tickets/01K/proposals/7/approve',
      'POST /api/tickets/01K/proposals/7/reject',
      'POST /api/tickets/01K/answers',
      'GET /api/tickets/01K',
    ]);
    expect(JSON.parse(calls[1]?.body ?? '')).toEqual({ note: 'Shorter.' });
    expect(JSON.parse(calls[2]?.body ?? '')).toEqual({ question: 9, text: 'Yes.' });
    expect(calls[2]?.key).toBe('question-9');
  });
});
