import { describe, expect, it } from 'vitest';
import type { InferOutput } from 'valibot';
import { agentEntrySchema, agentTicketSchema } from '../src/api/agent-schemas';
import { customerTicketSchema } from '../src/api/customer-schemas';
import { createLeftOut } from '../src/api/left-out';
import type { AgentTicket } from '../src/api/contract';
import { read } from '../src/api/read';
import type { Same } from '../src/api/same';
import { readRoomMessage } from '../src/chat-core/room-message';
import { isOpen } from '../src/chat-core/ticket';
import { customerTicket, DECISION, entry, rawFromCustomer, ticket } from './fixtures';

/** A counter, and what it has said. */
function counted() {
  const said: (readonly unknown[])[] = [];
  return { out: createLeftOut((...words) => said.push(words)), said };
}

describe('the forms that a page knows', () => {
  it('are those of the contract: a field more or less does not compile', () => {
    type Known = InferOutput<typeof agentTicketSchema>;
    const same: Same<Known, AgentTicket> = true;
    // @ts-expect-error a field that the page does not know
    const more: Same<Known, AgentTicket & { sentiment: string }> = true;
    // @ts-expect-error a field that the contract lacks
    const less: Same<Known, Omit<AgentTicket, 'queueRank'>> = true;
    // @ts-expect-error a field that may be null now
    const looser: Same<Known, Omit<AgentTicket, 'team'> & { team: string | null }> = true;
    expect([same, more, less, looser]).toEqual([true, true, true, true]);
  });
});

describe('reading a ticket', () => {
  it('knows every status and owner of the contract', () => {
    for (const status of ['BOT', 'QUEUED', 'OFFERED', 'HUMAN', 'RESOLVED', 'CLOSED'])
      expect(read(agentTicketSchema, 'a ticket', { ...ticket(), status })?.status).toBe(status);
    for (const type of ['BOT', 'QUEUE', 'OFFERED', 'AGENT', 'NOBODY', 'CLOSED'])
      expect(read(agentTicketSchema, 'a ticket', { ...ticket(), owner: { type, id: 'x', name: '' } })?.owner.type).toBe(
        type,
      );
  });

  it('reads what sorts it and what is overdue', () => {
    const sorted = { priority: 7, tags: ['vip', 'parcel'], front: true, alerts: 2, snoozed: true, queueRank: 12 };
    expect(read(agentTicketSchema, 'a ticket', { ...ticket(), ...sorted })).toMatchObject(sorted);
  });

  it.each([
    ['status', { status: 'PARKED' }],
    ['owner', { owner: { type: 'TEAM_LEAD', id: 'x', name: 'x' } }],
    ['next move', { next: { who: 'SUPPLIER', dueAt: '2026-03-02T10:00:00Z' } }],
  ])('leaves out and counts one of an unknown %s, which is never "with the assistant"', (_what, change) => {
    const { out } = counted();
    expect(read(agentTicketSchema, 'a ticket', { ...ticket(), ...change }, out)).toBeNull();
    expect(read(customerTicketSchema, 'a ticket', { ...customerTicket(), ...change }, out)).toBeNull();
    expect(out.count).toBe(2);
  });

  it('takes what an event leaves out for null', () => {
    const { reason, queuedAt, ...rest } = ticket();
    expect(read(agentTicketSchema, 'a ticket', rest)).toEqual({ ...rest, reason, queuedAt });
  });

  it('hides nothing because of a reason that it cannot name', () => {
    expect(read(agentTicketSchema, 'a ticket', { ...ticket(), reason: 'VIP_RULE' })?.reason).toBe('VIP_RULE');
  });

  it('is open until it is resolved or closed', () => {
    const open = (status: (typeof statuses)[number]): boolean => isOpen(ticket({ status }));
    const statuses = ['BOT', 'QUEUED', 'OFFERED', 'HUMAN', 'RESOLVED', 'CLOSED'] as const;
    expect(statuses.filter(open)).toEqual(['BOT', 'QUEUED', 'OFFERED', 'HUMAN']);
  });
});

describe('reading an entry', () => {
  const alert = entry({ kind: 'NOTE', text: 'x', data: { type: 'ALERT', number: 1 } });

  it('tells a note from a message', () => {
    expect(read(agentEntrySchema, 'an entry', alert)).toMatchObject({
      kind: 'NOTE',
      data: { type: 'ALERT', number: 1 },
    });
  });

  it.each([
    ['kind', { kind: 'POLL' }],
    ['state', { state: 'PAUSED' }],
    ['type of data', { data: { type: 'MERGED', into: '01K' } }],
    ['role', { author: { role: 'PARTNER', id: 'x', name: 'x' } }],
  ])('leaves out and counts one of an unknown %s', (_what, change) => {
    const { out } = counted();
    expect(read(agentEntrySchema, 'an entry', { ...alert, ...change }, out)).toBeNull();
    expect(out.count).toBe(1);
  });

  it('drops fields that it does not know', () => {
    const newer = { ...alert, mood: 'fine', data: { type: 'ALERT', number: 1, loud: true } };
    expect(read(agentEntrySchema, 'an entry', newer)).toEqual(alert);
  });

  it('has what is behind a decision', () => {
    const said = { ...alert, kind: 'MESSAGE', data: DECISION };
    expect(read(agentEntrySchema, 'an entry', said)?.data).toMatchObject({ type: 'DECISION', outcome: 'ANSWERED' });
  });
});

describe('a message of the room', () => {
  const headers = { pos: 3, epoch: 1, kind: 'MESSAGE', state: 'FINAL', seq: 1, name: 'Fern' };
  const raw = { ...rawFromCustomer('s003', 'Hello'), clientId: 'bot:demo-store', headers };

  it('is read with its position, its state and its author', () => {
    expect(readRoomMessage(raw)).toMatchObject({ headers, text: 'Hello' });
  });

  it.each([
    ['kind', { ...headers, kind: 'POLL' }],
    ['kind that is not for rooms', { ...headers, kind: 'NOTE' }],
    ['state', { ...headers, state: 'PAUSED' }],
    ['form', null],
  ])('is left out and counted when its %s is unknown, never shown as a message', (_what, unknown) => {
    const { out } = counted();
    expect(readRoomMessage({ ...raw, headers: unknown }, out)).toBeNull();
    expect(out.count).toBe(1);
  });

  it('by a customer counts whatever its headers and metadata claim', () => {
    const forged = { ...rawFromCustomer('s001', 'hi', 'a'), headers: { kind: 'POLL', pos: 9 } };
    expect(readRoomMessage(forged)).toMatchObject({ headers: null, localId: 'a' });
    expect(readRoomMessage({ ...forged, metadata: 7 })).toMatchObject({ text: 'hi', localId: null });
  });
});

describe('the counter', () => {
  it('counts all and says so once', () => {
    const { out, said } = counted();
    out.add('a message', 'kind');
    out.add('a message', 'kind');
    expect(out.count).toBe(2);
    expect(said).toHaveLength(1);
  });
});
