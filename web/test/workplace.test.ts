import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { AgentApi } from '../src/api/agent-api';
import { Problem } from '../src/chat-core/problem';
import type { AgentTicket } from '../src/api/contract';
import { createWorkplace } from '../src/dashboard/session/workplace';
import { transferring } from '../src/dashboard/actions/transfer';
import type { ActionCall } from '../src/api/agent-api';
import { ANNA, entry, LIMITS, snapshotOf, ticket } from './fixtures';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
const owned = (change: Partial<AgentTicket> = {}): AgentTicket =>
  ticket({ status: 'HUMAN', owner: { type: 'AGENT', id: 'anna', name: 'Anna' }, ...change });

/** A service with one ticket; `refusing` is the answer to every action. */
function workplace(first: AgentTicket) {
  const done: (readonly [string, ActionCall])[] = [];
  const notes: string[] = [];
  const whispers: string[] = [];
  const told: string[] = [];
  const tasks: (() => void)[] = [];
  const world = { ticket: first, refusing: null as Problem | null, signedIn: true, beats: 0 };
  const snapshot = () => snapshotOf(world.ticket);
  const session = { agent: ANNA, limits: LIMITS };
  const said = (change: Parameters<typeof entry>[0] = {}) => ({
    entry: { ...entry(change), pos: 2 },
    ticket: world.ticket,
  });
  const api: AgentApi = {
    signIn: async () => session,
    whoAmI: async () => session,
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
    act: async (id, call) => {
      if (world.refusing !== null) throw world.refusing;
      done.push([id, call]);
      return snapshot();
    },
    say: async () => said(),
    note: async (_id, text, key) => {
      notes.push(`${key}:${text}`);
      return said({ kind: 'NOTE', text });
    },
    whisper: async (_id, text, key) => {
      whispers.push(`${key}:${text}`);
      return said({ kind: 'NOTE', text });
    },
    typing: async () => undefined,
  };
  const place = createWorkplace({
    api,
    client: new QueryClient(),
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

  it('goes to sign-in when a heartbeat is refused', async () => {
    const { place, world } = workplace(owned());
    await place.start();
    await settled();
    world.signedIn = false;
    place.wakeUp();
    await settled();
    expect(place.store.get().phase).toBe('signed-out');
  });

  it('sends no heartbeat after signing out', async () => {
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
    const action = transferring({ agent: 'ben' }, 'please');
    expect(await place.act(action)).toBeNull();
    expect(done).toEqual([[world.ticket.id, action.call]]);
    expect(place.store.get().toasts).toMatchObject([{ tone: 'info', text: 'Offered to Ben.' }]);
    expect(told).toEqual([]);
  });

  it('says why an action was refused, and leaves the next one free', async () => {
    const { place, world } = workplace(owned());
    await place.start();
    await settled();
    place.select(world.ticket.id);
    world.refusing = new Problem(409, 'agent_away', 'unable to transfer the ticket; ben is not there');
    expect(await place.act(transferring({ agent: 'ben' }, ''))).toMatchObject({ code: 'agent_away' });
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
