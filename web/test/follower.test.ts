import { describe, expect, it } from 'vitest';
import { createFollower, type RoomListener, type Surroundings, type TicketPorts } from '../src/chat-core/follower';
import { Problem } from '../src/chat-core/problem';
import type { Entry, Side, Snapshot } from '../src/chat-core/ticket';
import { entry, fromBot, fromCustomer, ticket } from './fixtures';

/** A server in memory: a log, a room that can lose messages, and calls that can be made to fail. */
class FakeServer implements TicketPorts<Side> {
  readonly log: Entry[] = [];
  snapshots = 0;
  failing: Problem | null = null;
  readonly sent: string[] = [];
  listener: RoomListener | null = null;

  snapshot = async (): Promise<Snapshot> => {
    this.snapshots += 1;
    await Promise.resolve();
    if (this.failing !== null) throw this.failing;
    return { ticket: ticket({ rev: this.snapshots }), entries: [...this.log], actions: [] };
  };

  follow = (listener: RoomListener) => {
    this.listener = listener;
    return () => {
      this.listener = null;
    };
  };

  send = async (text: string, localId: string) => {
    if (this.failing !== null) throw this.failing;
    this.sent.push(`${localId}:${text}`);
    const serial = `s${String(this.sent.length).padStart(3, '0')}`;
    return {
      entry: entry({ pos: null, serial, text, author: { role: 'CUSTOMER', id: 'c_1', name: 'c_1' } }),
      ticket: null,
    };
  };
}

function surroundings(): Surroundings & { tick(): void; waiting: number[] } {
  let count = 0;
  const tasks: (() => void)[] = [];
  const waiting: number[] = [];
  return {
    now: () => new Date('2026-03-02T09:00:00Z'),
    newId: () => `local-${(count += 1)}`,
    after: (ms, task) => {
      waiting.push(ms);
      tasks.push(task);
      return () => tasks.splice(tasks.indexOf(task), 1);
    },
    tick: () => tasks.splice(0).forEach((task) => task()),
    waiting,
  };
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

function started() {
  const server = new FakeServer();
  const around = surroundings();
  const follower = createFollower({ role: 'CUSTOMER', id: 'c_1' }, server, around);
  follower.start();
  return { server, around, follower, texts: () => follower.store.get().entries.map(({ text }) => text) };
}

describe('the follower', () => {
  it('follows the room before it asks for the snapshot and shows both', async () => {
    const { server, texts } = started();
    server.log.push(entry({ pos: 1, serial: 's001', text: 'from the log' }));
    server.listener?.message(fromCustomer('s002', 'from the room'));
    await settled();
    expect(texts()).toEqual(['from the log', 'from the room']);
  });

  it('fetches the snapshot that fills a gap', async () => {
    const { server, texts } = started();
    await settled();
    server.log.push(
      entry({ pos: 1, serial: 's001', text: 'lost on the way' }),
      entry({ pos: 2, serial: 's002', text: 'answer 2' }),
    );
    server.listener?.message(fromBot(2));
    await settled();
    expect(texts()).toEqual(['lost on the way', 'answer 2']);
    expect(server.snapshots).toBe(2);
  });

  it('has one snapshot on its way at a time, and fetches again when more was missed meanwhile', async () => {
    const { server } = started();
    server.listener?.discontinuity();
    server.listener?.discontinuity();
    expect(server.snapshots).toBe(1);
    await settled();
    expect(server.snapshots).toBe(2);
  });

  it('fetches one snapshot after a burst of changes, for what may be done now', async () => {
    const server = new FakeServer();
    const around = surroundings();
    const follower = createFollower({ role: 'AGENT', id: 'anna' }, server, around);
    follower.start();
    await settled();
    for (const rev of [2, 3, 4]) follower.hear({ type: 'ticket', ticket: ticket({ rev }) });
    await settled();
    expect(server.snapshots).toBe(1);
    around.tick();
    await settled();
    expect(server.snapshots).toBe(2);
  });

  it('waits longer after each failure and catches up when the server is back', async () => {
    const server = new FakeServer();
    const around = surroundings();
    server.failing = new Problem(503, 'unavailable', 'unable to read the ticket');
    server.log.push(entry({ text: 'kept' }));
    const follower = createFollower({ role: 'CUSTOMER', id: 'c_1' }, server, around);
    follower.start();
    await settled();
    around.tick();
    await settled();
    server.failing = null;
    around.tick();
    await settled();
    expect(around.waiting).toEqual([500, 1_000]);
    expect(follower.store.get().entries).toHaveLength(1);
  });

  it('does not wait out a pause when the page wakes up', async () => {
    const server = new FakeServer();
    server.failing = new Problem(0, 'unreachable', 'offline');
    const follower = createFollower({ role: 'CUSTOMER', id: 'c_1' }, server, surroundings());
    follower.start();
    await settled();
    server.failing = null;
    follower.refresh();
    await settled();
    expect(follower.store.get().ticket).not.toBeNull();
  });

  it('tells once that the ticket is lost and asks no more', async () => {
    const server = new FakeServer();
    server.failing = new Problem(404, 'unknown_ticket', 'unable to read the ticket; unknown');
    const codes: string[] = [];
    const follower = createFollower({ role: 'CUSTOMER', id: 'c_1' }, server, surroundings());
    follower.onLost((problem) => codes.push(problem.code));
    follower.start();
    await settled();
    follower.refresh();
    await settled();
    expect(codes).toEqual(['unknown_ticket']);
    expect(server.snapshots).toBe(1);
  });

  it('sends messages in the order in which they were written', async () => {
    const { server, follower } = started();
    follower.send('one');
    follower.send('two');
    expect(follower.store.get().outbox.map(({ text }) => text)).toEqual(['one', 'two']);
    await settled();
    expect(server.sent).toEqual(['local-1:one', 'local-2:two']);
    expect(follower.store.get().outbox).toEqual([]);
  });

  it('retries a failed message under the same id', async () => {
    const { server, follower } = started();
    await settled();
    server.failing = new Problem(0, 'unreachable', 'The server cannot be reached right now.');
    follower.send('one');
    await settled();
    expect(follower.store.get().outbox).toMatchObject([{ phase: 'failed' }]);
    server.failing = null;
    follower.retry('local-1');
    await settled();
    expect(server.sent).toEqual(['local-1:one']);
  });
});
