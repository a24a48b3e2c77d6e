import { MessageReactionType } from '@ably/chat';
import { describe, expect, test } from 'vitest';
import { FORMATS, chat, options, unique, until } from './clients.js';

describe.each(FORMATS)('@ably/chat over %s: more of it', (_, binary) => {
  async function room(clientId, name, opts) {
    const made = await chat(binary, clientId).rooms.get(name, opts);
    await made.attach();
    return made;
  }

  test('history is newest first, or oldest first, in pages', async () => {
    const alice = await room('alice', unique('room'));
    for (const text of ['1', '2', '3']) await alice.messages.send({ text });
    const newest = await alice.messages.history({ limit: 2 });
    expect(newest.items.map((m) => m.text)).toEqual(['3', '2']);
    expect((await newest.next()).items.map((m) => m.text)).toEqual(['1']);
    const oldest = await alice.messages.history({ orderBy: 'oldestFirst' });
    expect(oldest.items.map((m) => m.text)).toEqual(['1', '2', '3']);
  });

  test('messages sent after the attachment but before the subscription are in the history before it', async () => {
    const alice = await room('alice', unique('room'));
    await alice.messages.send({ text: 'between' });
    const subscription = alice.messages.subscribe(() => {});
    const before = await subscription.historyBeforeSubscribe();
    expect(before.items.map((m) => m.text)).toEqual(['between']);
  });

  test('versions of a message are applied with with()', async () => {
    const alice = await room('alice', unique('room'));
    const events = [];
    alice.messages.subscribe((event) => events.push(event));
    let message = await alice.messages.send({ text: 'one' });
    await alice.messages.update(message.serial, message.copy({ text: 'two' }));
    await until(() => events.length === 2);
    message = message.with(events[1]);
    expect(message.text).toBe('two');
    expect(message.isUpdated ?? message.action === 'message.update').toBe(true);
  });

  test('versions are listed from the first to the last', async () => {
    const alice = await room('alice', unique('room'));
    const sent = await alice.messages.send({ text: 'one', metadata: { a: 1 } });
    const updated = await alice.messages.update(sent.serial, { text: 'two' }, { description: 'why' });
    const deleted = await alice.messages.delete(sent.serial);
    const versions = await alice.messages.getVersions(sent.serial);
    expect(versions.items.map((m) => m.version)).toEqual([sent.version, updated.version, deleted.version]);
    expect(versions.items.map((m) => m.text)).toEqual(['one', 'two', '']);
  });

  test('the reactions of one client are told apart from those of all', async () => {
    const name = unique('room');
    const alice = await room('alice', name);
    const bob = await room('bob', name);
    const { serial } = await alice.messages.send({ text: 'x' });
    await alice.messages.reactions.send(serial, { name: '👍' });
    await bob.messages.reactions.send(serial, { name: '👍' });
    await bob.messages.reactions.send(serial, { name: '🎉' });
    const mine = await alice.messages.reactions.clientReactions(serial);
    expect(Object.keys(mine.distinct)).toEqual(['👍']);
    expect(mine.distinct['👍'].total).toBe(2);
    expect(Object.keys((await alice.messages.reactions.clientReactions(serial, 'bob')).distinct)).toEqual(['👍', '🎉']);
  });

  test('an empty or missing text is refused', async () => {
    const alice = await room('alice', unique('room'));
    await expect(alice.messages.send({ text: '' })).rejects.toMatchObject({ statusCode: 400 });
    await expect(alice.messages.get('01726585978590-001@abcdefghij:000')).rejects.toMatchObject({ code: 40400 });
  });

  test('a unique reaction moves and can be withdrawn without its name', async () => {
    const alice = await room('alice', unique('room'));
    const sent = await alice.messages.send({ text: 'x' });
    let summary;
    alice.messages.reactions.subscribe((event) => (summary = event.reactions));
    await alice.messages.reactions.send(sent.serial, { type: MessageReactionType.Unique, name: 'a' });
    await alice.messages.reactions.send(sent.serial, { type: MessageReactionType.Unique, name: 'b' });
    await until(() => summary?.unique?.b);
    expect(summary.unique.a).toBeUndefined();
    await alice.messages.reactions.delete(sent.serial, { type: MessageReactionType.Unique });
    await until(() => summary.unique.b === undefined);
  });

  test('presence is listed, also for who did not attach for it', async () => {
    const name = unique('room');
    const alice = await room('alice', name);
    await alice.presence.enter({ role: 'agent' });
    const bob = await room('bob', name);
    const members = await bob.presence.get();
    expect(members.map((m) => [m.clientId, m.data])).toEqual([['alice', { role: 'agent' }]]);
  });

  test('one who leaves the room leaves presence and typing', async () => {
    const name = unique('room');
    const client = chat(binary, 'alice');
    const alice = await client.rooms.get(name);
    await alice.attach();
    await alice.presence.enter();
    const bob = await room('bob', name);
    const left = [];
    bob.presence.subscribe((event) => event.type === 'leave' && left.push(event.member.clientId));
    await client.rooms.release(name);
    await until(() => left.length === 1);
  });

  test('a discontinuity is told to the room', async () => {
    const clientId = unique('alice');
    const alice = await room(clientId, unique('room'));
    const discontinuity = new Promise((resolve) => alice.onDiscontinuity(resolve));
    await fetch(`http://127.0.0.1:${options(binary).port}/_local/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ fault: 'loseState' }),
    });
    expect((await discontinuity).code).toBeGreaterThan(0);
    await until(() => alice.status === 'attached');
  });

  test('many messages arrive in order without loss', async () => {
    const alice = await room('alice', unique('room'));
    const seen = [];
    alice.messages.subscribe((event) => seen.push(event.message.text));
    await Promise.all(Array.from({ length: 100 }, (unused, i) => alice.messages.send({ text: `m${i}` })));
    await until(() => seen.length === 100);
    expect(new Set(seen).size).toBe(100);
    const history = await alice.messages.history({ limit: 100, orderBy: 'oldestFirst' });
    expect(history.items.map((m) => m.text)).toEqual(seen);
  });
});
