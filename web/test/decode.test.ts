import { describe, expect, it } from 'vitest';
import { decodeEntry, decodeTicket } from '../src/chat-core/decode';
import { isOpen } from '../src/chat-core/ticket';

describe('reading a ticket', () => {
  it('knows every status and owner of the contract', () => {
    for (const status of ['BOT', 'QUEUED', 'OFFERED', 'HUMAN', 'RESOLVED', 'CLOSED'])
      expect(decodeTicket({ status }).status).toBe(status);
    for (const type of ['BOT', 'QUEUE', 'OFFERED', 'AGENT', 'NOBODY', 'CLOSED'])
      expect(decodeTicket({ owner: { type, id: 'x' } }).owner.type).toBe(type);
  });

  it('reads what sorts it and what is overdue', () => {
    const ticket = decodeTicket({ priority: 7, tags: ['vip', 3, 'parcel'], front: true, alerts: 2, snoozed: true });
    expect(ticket).toMatchObject({ priority: 7, tags: ['vip', 'parcel'], front: true, alerts: 2, snoozed: true });
  });

  it('takes what customers are not told as the harmless case', () => {
    expect(decodeTicket({})).toMatchObject({ priority: 0, tags: [], front: false, alerts: 0, snoozed: false });
  });

  it('is open until it is resolved or closed', () => {
    const open = (status: string): boolean => isOpen(decodeTicket({ status }));
    expect(['BOT', 'QUEUED', 'OFFERED', 'HUMAN'].every(open)).toBe(true);
    expect(['RESOLVED', 'CLOSED'].some(open)).toBe(false);
  });
});

describe('reading an entry', () => {
  it('tells a note from a message', () => {
    expect(decodeEntry({ kind: 'NOTE', text: 'x', data: { event: 'ALERT' } })).toMatchObject({
      kind: 'NOTE',
      data: { event: 'ALERT' },
    });
  });
});
