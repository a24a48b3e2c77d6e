import { describe, expect, it } from 'vitest';
import { cookieValue } from '../src/api/agent-api';
import type { BotDecision, EntryData, HandoffPacket } from '../src/api/contract';
import { Problem, wordsFor } from '../src/chat-core/problem';
import { coalesce } from '../src/dashboard/session/coalesce';
import { commandFor } from '../src/dashboard/actions/keys';
import { pathOf, placeAt } from '../src/dashboard/board/address';
import { reasonLabel } from '../src/dashboard/board/labels';
import { knownOf, latestPacket } from '../src/dashboard/ticket/packet';
import { refusalOf } from '../src/dashboard/session/refusals';
import { reasonsBehind } from '../src/dashboard/ticket/why';
import { customerOf, initialsOf } from '../src/ui/person';
import { nextLength } from '../src/ui/smooth-text';
import { waitingFor } from '../src/ui/time';
import { parseAccent, textOn } from '../src/widget/accent';
import { readToFrame, readToLoader } from '../src/widget/protocol';
import { DECISION, entry } from './fixtures';

const press = (key: string, change = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...change,
});

describe('keys', () => {
  it('belong to the field that the agent is writing in', () => {
    expect(commandFor(press('c'), true)).toBeNull();
    expect(commandFor(press('c'), false)).toMatchObject({ actions: [{ does: 'CLAIM' }, { does: 'TAKE_OVER' }] });
  });

  it('belong to the browser with a modifier', () => {
    expect(commandFor(press('r', { metaKey: true }), false)).toBeNull();
    expect(commandFor(press('r', { ctrlKey: true }), false)).toBeNull();
  });

  it('repeat for moving only', () => {
    expect(commandFor(press('j', { repeat: true }), false)).toEqual({ type: 'page', command: 'next' });
    expect(commandFor(press('e', { repeat: true }), false)).toBeNull();
  });
});

describe('an address', () => {
  it('names a list, and a ticket or none', () => {
    for (const place of [
      { list: 'mine', ticket: '01K0' },
      { list: 'all', ticket: null },
    ] as const)
      expect(placeAt(pathOf(place))).toEqual(place);
  });

  it('that says anything else is the inbox', () => {
    for (const path of ['', '/', '/nowhere/01K0']) expect(placeAt(path)).toEqual({ list: 'inbox', ticket: null });
  });
});

describe('a refused claim', () => {
  it('names the winner (I14)', () => {
    const problem = new Problem(409, 'already_claimed', 'unable to claim', { winner: { id: 'ben', name: 'Ben' } });
    expect(refusalOf(problem, 'CLAIM').words).toBe('Ben claimed this first');
  });

  it('says how many tickets are the limit', () => {
    const problem = new Problem(409, 'slots_full', 'unable to claim', { capacity: 5 });
    expect(refusalOf(problem, 'CLAIM').words).toContain('You have all the tickets you can hold (5)');
    expect(refusalOf(problem, 'TRANSFER').words).toContain('They have all');
  });
});

describe('why the bot said something', () => {
  const FERN = { role: 'BOT', id: 'b', name: 'Fern' } as const;
  const data = {
    ...DECISION,
    type: 'DECISION',
    outcome: 'OFFER_HUMAN',
    rules: ['weak_evidence'],
    policy: 'evidence.answer: 0.5',
    model: 'm',
    evidence: 0.414,
  } as const;
  const reasonsOf = (change: Partial<BotDecision> = {}) =>
    reasonsBehind(entry({ author: FERN, data: { ...data, rules: [...data.rules], ...change } }));

  it('is what the log has, without what is not known', () => {
    expect(reasonsOf().map(({ label, text }) => `${label} ${text}`)).toEqual([
      'Decision offer human',
      'Policy evidence.answer: 0.5',
      'Rules weak_evidence',
      'Evidence 0.41',
      'Model m',
      'Time 0.0 s',
    ]);
  });

  it('names who approved it', () => {
    const reasons = reasonsOf({ review: { agent: 'anna', name: 'Anna Berg', edited: true } });
    expect(reasons).toContainEqual({ label: 'Approved by', text: 'Anna Berg, who edited it' });
  });

  it('has cost and tokens when they are known', () => {
    const reasons = reasonsOf({
      tokens: { input: 120, output: 30 },
      cost: { amount: '0.000036', currency: 'USD' },
    });
    expect(reasons).toContainEqual({ label: 'Tokens', text: '120 read, 30 written' });
    expect(reasons).toContainEqual({ label: 'Cost', text: '0.000036 USD' });
  });

  it('is not asked of people, nor of an answer that has no decision yet', () => {
    const anna = { role: 'AGENT', id: 'a', name: 'Anna' } as const;
    expect(reasonsBehind(entry({ author: anna, data: { ...data, rules: [] } }))).toEqual([]);
    expect(reasonsBehind(entry({ author: FERN, data: null }))).toEqual([]);
  });
});

describe('the handoff packet', () => {
  const packet = (change: Partial<HandoffPacket> = {}): EntryData => ({
    type: 'PACKET',
    reason: 'ASKED',
    customer: null,
    wants: '',
    tried: [],
    facts: [],
    question: '',
    suggestedReply: '',
    decision: null,
    ...change,
  });

  it('is the newest one with anything in it', () => {
    const old = entry({ pos: 2, kind: 'PACKET', data: packet({ wants: 'old' }) });
    const fresh = entry({ pos: 9, kind: 'PACKET', data: packet({ wants: 'new', facts: ['FF-1'], tried: ['a'] }) });
    expect(latestPacket([old, fresh])).toMatchObject({ wants: 'new', facts: ['FF-1'], tried: ['a'], question: '' });
    expect(latestPacket([entry({ kind: 'PACKET', data: packet() })])).toBeNull();
  });

  it('says what is known of the customer', () => {
    expect(knownOf({ customer: { trust: 'VERIFIED', attributes: { tier: 'gold' } } })).toBe('Verified, tier gold');
    expect(knownOf({ customer: { trust: 'IDENTIFIED', attributes: { email: 'a@b.c' } } })).toBe(
      'Not verified, email a@b.c',
    );
    expect(knownOf({ customer: { trust: 'ANONYMOUS', attributes: {} } })).toBe('Not signed in');
    expect(knownOf({ customer: null })).toBe('');
  });
});

describe('coalesce', () => {
  it('serves all calls during a run with one more run', async () => {
    let runs = 0;
    const run = coalesce(async () => {
      runs += 1;
      await Promise.resolve();
    });
    await Promise.all([run(), run(), run(), run()]);
    expect(runs).toBe(2);
  });

  it('runs again after a failure', async () => {
    let runs = 0;
    const run = coalesce(async () => {
      runs += 1;
      if (runs === 1) throw new Error('once');
    });
    await expect(run()).rejects.toThrow('once');
    await run();
    expect(runs).toBe(2);
  });
});

describe('the accent', () => {
  it('is a colour or nothing', () => {
    expect(parseAccent('#ABC')).toBe('#aabbcc');
    expect(parseAccent('red;} body{display:none')).toBeNull();
  });

  it('gets the text colour that stands out', () => {
    expect(textOn('#2b5f4a')).toBe('#ffffff');
    expect(textOn('#ffd54a')).toBe('#10130f');
  });
});

describe('messages between loader and frame', () => {
  it('are dropped when they are not ours', () => {
    for (const data of [null, 'close', 7, {}, { deskhand: 'unread' }, { deskhand: 'unread', count: '3' }]) {
      expect(readToLoader(data)).toBeNull();
      expect(readToFrame(data)).toBeNull();
    }
  });

  it('are read by kind', () => {
    expect(readToLoader({ deskhand: 'unread', count: 3 })).toEqual({ deskhand: 'unread', count: 3 });
    expect(readToFrame({ deskhand: 'opened' })).toEqual({ deskhand: 'opened' });
  });
});

describe('small things', () => {
  it('call a customer by name, and tell those without one apart', () => {
    expect(customerOf({ customer: 'c_8fkq2m7x', customerName: 'Mira' })).toBe('Mira');
    expect(customerOf({ customer: 'c_8fkq2m7x', customerName: '' })).toBe('Visitor 2m7x');
  });

  it('reads one cookie among several', () => {
    expect(cookieValue('a=1; XSRF-TOKEN=x%2Fy; b=2', 'XSRF-TOKEN')).toBe('x/y');
    expect(cookieValue('', 'XSRF-TOKEN')).toBe('');
  });

  it('turns a problem into a sentence', () => {
    expect(wordsFor(new Problem(409, 'not_open', 'unable to resolve; the ticket is not open'))).toBe(
      'Unable to resolve; the ticket is not open.',
    );
  });

  it('shows unknown reasons in plain letters', () => {
    expect(reasonLabel('VIP_RULE')).toBe('Vip rule');
  });

  it('counts waiting in the unit that fits', () => {
    const since = '2026-03-02T09:00:00Z';
    const at = (seconds: number) => Date.parse(since) + seconds * 1000;
    expect([5, 59, 60, 3_599, 3_660].map((seconds) => waitingFor(since, at(seconds)))).toEqual([
      '5 s',
      '59 s',
      '1 min',
      '59 min',
      '1 h 1 min',
    ]);
  });

  it('takes initials from any script', () => {
    expect(initialsOf('Anna Berg')).toBe('AB');
    expect(initialsOf('Łukasz')).toBe('Ł');
    expect(initialsOf('')).toBe('');
  });

  it('lets a text grow to its end and no further', () => {
    let shown = 0;
    for (let frame = 0; frame < 200; frame += 1) shown = nextLength(shown, 120);
    expect(shown).toBe(120);
  });
});
