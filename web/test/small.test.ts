import { describe, expect, it } from 'vitest';
import { cookieValue } from '../src/api/agent-api';
import { Problem, wordsFor } from '../src/chat-core/problem';
import { coalesce } from '../src/dashboard/coalesce';
import { commandFor } from '../src/dashboard/keys';
import { reasonLabel } from '../src/dashboard/labels';
import { latestPacket } from '../src/dashboard/packet';
import { refusalOf } from '../src/dashboard/refusals';
import { reasonsBehind } from '../src/dashboard/why';
import { customerOf, initialsOf } from '../src/ui/person';
import { nextLength } from '../src/ui/smooth-text';
import { waitingFor } from '../src/ui/time';
import { parseAccent, textOn } from '../src/widget/accent';
import { readToFrame, readToLoader } from '../src/widget/protocol';
import { entry } from './fixtures';

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
    expect(commandFor(press('c'), false)).toBe('claim');
  });

  it('belong to the browser with a modifier', () => {
    expect(commandFor(press('r', { metaKey: true }), false)).toBeNull();
    expect(commandFor(press('r', { ctrlKey: true }), false)).toBeNull();
  });

  it('repeat for moving only', () => {
    expect(commandFor(press('j', { repeat: true }), false)).toBe('next');
    expect(commandFor(press('e', { repeat: true }), false)).toBeNull();
  });
});

describe('a refused claim', () => {
  it('names the winner (I14)', () => {
    const problem = new Problem(409, 'already_claimed', 'unable to claim', { winner: { id: 'ben', name: 'Ben' } });
    expect(refusalOf(problem, { type: 'claim' }).words).toBe('Ben claimed this first');
  });

  it('says how many tickets are the limit', () => {
    const problem = new Problem(409, 'slots_full', 'unable to claim', { capacity: 5 });
    expect(refusalOf(problem, { type: 'claim' }).words).toContain('You have all the tickets you can hold (5)');
    expect(refusalOf(problem, { type: 'transfer', agent: 'ben' }).words).toContain('They have all');
  });
});

describe('why the bot said something', () => {
  const data = {
    outcome: 'OFFER_HUMAN',
    rules: ['weak_evidence'],
    policy: 'evidence.answer: 0.5',
    model: 'm',
    evidence: 0.414,
  };

  it('is what the log has, without what is not known', () => {
    const reasons = reasonsBehind(entry({ author: { role: 'BOT', id: 'b', name: 'Fern' }, data }));
    expect(reasons.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'Decision offer human',
      'Policy evidence.answer: 0.5',
      'Rules weak_evidence',
      'Evidence 0.41',
      'Model m',
    ]);
  });

  it('names who approved it', () => {
    const approved = { ...data, reviewer: 'anna', reviewerName: 'Anna Berg', edited: true };
    const reasons = reasonsBehind(entry({ author: { role: 'BOT', id: 'b', name: 'Fern' }, data: approved }));
    expect(reasons).toContainEqual({ label: 'Approved by', text: 'Anna Berg, who edited it' });
  });

  it('has cost and tokens when they are known', () => {
    const paid = { ...data, inputTokens: 120, outputTokens: 30, cost: '0.000036', currency: 'USD' };
    const reasons = reasonsBehind(entry({ author: { role: 'BOT', id: 'b', name: 'Fern' }, data: paid }));
    expect(reasons).toContainEqual({ label: 'Tokens', text: '120 read, 30 written' });
    expect(reasons).toContainEqual({ label: 'Cost', text: '0.000036 USD' });
  });

  it('is not asked of people, nor of an answer that has no decision yet', () => {
    expect(reasonsBehind(entry({ author: { role: 'AGENT', id: 'a', name: 'Anna' }, data }))).toEqual([]);
    expect(reasonsBehind(entry({ author: { role: 'BOT', id: 'b', name: 'Fern' }, data: {} }))).toEqual([]);
  });
});

describe('the handoff packet', () => {
  it('is the newest one with anything in it', () => {
    const old = entry({ pos: 2, kind: 'PACKET', data: { wants: 'old' } });
    const fresh = entry({ pos: 9, kind: 'PACKET', data: { wants: 'new', facts: ['FF-1'], tried: [{ text: 'a' }] } });
    expect(latestPacket([old, fresh])).toMatchObject({ wants: 'new', facts: ['FF-1'], tried: ['a'], question: '' });
    expect(latestPacket([entry({ kind: 'PACKET', data: {} })])).toBeNull();
  });

  it('says what is known of the customer', () => {
    const about = (customer: unknown) => latestPacket([entry({ kind: 'PACKET', data: { wants: 'w', customer } })]);
    expect(about({ trust: 'VERIFIED', attributes: { tier: 'gold' } })?.customer).toBe('Verified, tier gold');
    expect(about({ trust: 'IDENTIFIED', attributes: { email: 'a@b.c' } })?.customer).toBe('Not verified, email a@b.c');
    expect(about({ trust: 'ANONYMOUS', attributes: {} })?.customer).toBe('Not signed in');
    expect(about(undefined)?.customer).toBe('');
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
