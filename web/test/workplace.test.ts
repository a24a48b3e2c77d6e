import { describe, expect, it } from 'vitest';
import type { AgentApi } from '../src/api/agent-api';
import type { TicketAction } from '../src/api/ticket-action';
import { Problem } from '../src/chat-core/problem';
import type { Ticket } from '../src/chat-core/ticket';
import { createWorkplace } from '../src/dashboard/workplace';
import { entry, ticket } from './fixtures';

const ANNA = { id: 'anna', name: 'Anna', teams: ['general'], supervisor: false };
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
const owned = (change: Partial<Ticket> = {}): Ticket =>
  ticket({ status: 'HUMAN', owner: { type: 'AGENT', id: 'anna', name: 'Anna' }, ...change });

/** A service with one ticket; `refusing` is the answer to every action. */
function workplace(first: Ticket) {
  const done: (readonly [string, TicketAction])[] = [];
  const notes: string[] = [];
  const whispers: string[] = [];
  const told: string[] = [];
  const tasks: (() => void)[] = [];
  const world = { ticket: first, refusing: null as Problem | null, signedIn: true, beats: 0 };
  const snapshot = () => ({ ticket: world.ticket, entries: [entry()] });
  const api: AgentApi = {
    signIn: async () => ANNA,
    whoAmI: async () => ANNA,
    signOut: async () => undefined,
    heartbeat: async () => {
      world.beats += 1;
      if (!world.signedIn) throw new Problem(401, 'not_signed_in', 'unable to note that you are there; sign in');
    },
    realtimeAddress: async () => ({}),
    realtimeToken: async () => 'jwt',
    tickets: async () => [world.ticket],
    ticket: async () => snapshot(),
    colleagues: async () => [],
    act: async (id, action) => {
      if (world.refusing !== null) throw world.refusing;
      done.push([id, action]);
      return snapshot();
    },
    say: async () => ({ entry: entry(), ticket: world.ticket }),
    note: async (_id, text, key) => {
      notes.push(`${key}:${text}`);
      return { entry: entry({ pos: 2, kind: 'NOTE', text }), ticket: world.ticket };
    },
    whisper: async (_id, text, key) => {
      whispers.push(`${key}:${text}`);
      return { entry: entry({ pos: 2, kind: 'NOTE', text }), ticket: world.ticket };
    },
    typing: async () => undefined,
  };
  const place = createWorkplace({
    api,
    surroundings: {
      now: () => new Date('2026-03-02T09:10:00Z'),
      newId: () => 'key-1',
      after: (_ms, task) => {
        tasks.push(task);
        return () => undefined;
      },
    },
    connect: () => new Promise(() => undefined),
    notify: (text) => told.push(text),
  });
  return { place, world, done, notes, whispers, told, tasks };
}

describe("the agent's workplace", () => {
  it('shows a sign of life on arrival and on waking up (I19)', async () => {
    const { place, world } = workplace(owned());
    await place.start();
    expect(world.beats).toBe(1);
    await settled();
    place.wakeUp();
    expect(world.beats).toBe(2);
  });

  it('goes to sign-in when a sign of life is not taken any more', async () => {
    const { place, world } = workplace(owned());
    await place.start();
    await settled();
    world.signedIn = false;
    place.wakeUp();
    await settled();
    expect(place.store.get().phase).toBe('signed-out');
  });

  it('shows no sign of life after signing out', async () => {
    const { place, world, tasks } = workplace(owned());
    await place.start();
    await place.signOut();
    for (const task of tasks) task();
    expect(world.beats).toBe(1);
  });

  it('acts on the selected ticket and says what has come of it', async () => {
    const { place, world, done, told } = workplace(owned());
    await place.start();
    await settled();
    place.select(world.ticket.id);
    world.ticket = owned({ rev: 2, status: 'OFFERED', owner: { type: 'OFFERED', id: 'ben', name: 'Ben' } });
    const action = { type: 'transfer', agent: 'ben', note: 'please' } as const;
    expect(await place.act(action)).toBeNull();
    expect(done).toEqual([[world.ticket.id, action]]);
    expect(place.store.get().toasts).toMatchObject([{ tone: 'info', text: 'Offered to Ben.' }]);
    expect(told).toEqual([]);
  });

  it('says why an action was refused, and leaves the next one free', async () => {
    const { place, world } = workplace(owned());
    await place.start();
    await settled();
    place.select(world.ticket.id);
    world.refusing = new Problem(409, 'agent_away', 'unable to transfer the ticket; ben is not there');
    expect(await place.act({ type: 'transfer', agent: 'ben' })).toMatchObject({ code: 'agent_away' });
    expect(place.store.get().busy).toBeNull();
    expect(place.store.get().toasts).toEqual([]);
  });

  it('writes a note under a key that a retry repeats', async () => {
    const { place, world, notes } = workplace(owned());
    await place.start();
    await settled();
    place.select(world.ticket.id);
    place.follower()?.send('for us', 'NOTE');
    await settled();
    expect(notes).toEqual(['key-1:for us']);
    expect(place.follower()?.store.get().outbox).toEqual([]);
  });

  it('tells the assistant what is for it alone, and nobody else', async () => {
    const { place, world, notes, whispers } = workplace(ticket());
    await place.start();
    await settled();
    place.select(world.ticket.id);
    place.follower()?.send('do not promise a day', 'WHISPER');
    await settled();
    expect(whispers).toEqual(['key-1:do not promise a day']);
    expect(notes).toEqual([]);
    expect(place.follower()?.store.get().outbox).toEqual([]);
  });
});
