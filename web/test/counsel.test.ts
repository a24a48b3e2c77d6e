import { describe, expect, it } from 'vitest';
import { createAgentApi } from '../src/api/agent-api';
import { decodeTicket } from '../src/chat-core/decode';
import type { Counsel } from '../src/chat-core/ticket';
import { matterOf } from '../src/dashboard/counsel';
import { permitted } from '../src/dashboard/permitted';
import { entry, ticket } from './fixtures';

const ANNA = { id: 'anna', name: 'Anna', teams: ['general'], supervisor: false };
const pending = (what: Counsel['pending']) => ticket({ counsel: { approval: false, pending: what } });

const first = entry({ pos: 4, kind: 'PROPOSAL', text: 'Ten days.' });
const second = entry({ pos: 7, kind: 'PROPOSAL', text: 'Two weeks.' });
const question = entry({ pos: 9, kind: 'NOTE', text: 'May it go again?', data: { event: 'ASKED' } });
const note = entry({ pos: 10, kind: 'NOTE', text: 'A note.', data: {} });

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

  it('decides what a colleague may do', () => {
    expect(permitted(pending('PROPOSAL'), ANNA)).toContain('approve');
    expect(permitted(pending('PROPOSAL'), ANNA)).not.toContain('answers');
    expect(permitted(pending('QUESTION'), ANNA)).toContain('answers');
    expect(permitted(pending(null), ANNA)).toContain('whisper');
    expect(permitted(ticket({ status: 'QUEUED' }), ANNA)).not.toContain('whisper');
  });

  it('is read from the ticket, and is nothing where customers see none', () => {
    const turn = { epoch: 1, turn: 2, given: 0 };
    expect(decodeTicket({ counsel: { approval: true, pending: { matter: 'QUESTION', turn } } }).counsel).toEqual({
      approval: true,
      pending: 'QUESTION',
    });
    expect(decodeTicket({}).counsel).toEqual({ approval: false, pending: null });
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
      return new Response(JSON.stringify({ ticket: {}, entries: [] }), {
        headers: { 'Content-Type': 'application/json' },
      });
    };
    try {
      const api = createAgentApi('http://desk.test', () => 'x');
      await api.act('01K', { type: 'approve', proposal: 7 });
      await api.act('01K', { type: 'reject', proposal: 7, note: 'Shorter.' });
      await api.act('01K', { type: 'answers', question: 9, text: 'Yes.' });
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
