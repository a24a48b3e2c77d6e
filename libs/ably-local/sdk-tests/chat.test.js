import { ChatMessageAction, MessageReactionType } from '@ably/chat';
import { describe, expect, test } from 'vitest';
import { FORMATS, chat, jwt, unique, until } from './clients.js';

describe.each(FORMATS)('@ably/chat over %s', (_, binary) => {
  async function room(clientId, name, options) {
    const client = chat(binary, clientId);
    const made = await client.rooms.get(name, options);
    await made.attach();
    return made;
  }

  test('a sent message arrives at the other and at the sender', async () => {
    const name = unique('room');
    const alice = await room('alice', name);
    const bob = await room('bob', name);
    const seen = [];
    bob.messages.subscribe((event) => seen.push(event.message));
    alice.messages.subscribe((event) => seen.push(event.message));
    const sent = await alice.messages.send({ text: 'hello', metadata: { a: 1 }, headers: { b: 'x' } });
    await until(() => seen.length === 2);
    for (const message of seen) {
      expect(message.serial).toBe(sent.serial);
      expect(message.text).toBe('hello');
      expect(message.clientId).toBe('alice');
      expect(message.metadata).toEqual({ a: 1 });
      expect(message.headers).toEqual({ b: 'x' });
      expect(message.version).toEqual(sent.version);
    }
  });

  test('an update and a deletion arrive with their versions', async () => {
    const name = unique('room');
    const alice = await room('alice', name);
    const seen = [];
    alice.messages.subscribe((event) => seen.push(event.message));
    const sent = await alice.messages.send({ text: 'one' });
    const updated = await alice.messages.update(sent.serial, { text: 'two' }, { description: 'typo', metadata: { k: 'v' } });
    const deleted = await alice.messages.delete(sent.serial, { description: 'gone' });
    await until(() => seen.length === 3);
    expect(seen.map((m) => m.action)).toEqual([
      ChatMessageAction.MessageCreate,
      ChatMessageAction.MessageUpdate,
      ChatMessageAction.MessageDelete,
    ]);
    expect(seen[1].text).toBe('two');
    expect(seen[1].version).toEqual(updated.version);
    expect(seen[1].version.description).toBe('typo');
    expect(seen[1].version.metadata).toEqual({ k: 'v' });
    expect(seen[2].version).toEqual(deleted.version);
    expect(seen[2].text).toBe('');
    expect((await alice.messages.get(sent.serial)).action).toBe(ChatMessageAction.MessageDelete);
  });

  test('history before subscribe covers exactly what came before', async () => {
    const name = unique('room');
    const alice = await room('alice', name);
    await alice.messages.send({ text: 'before 1' });
    await alice.messages.send({ text: 'before 2' });
    const bob = await room('bob', name);
    const live = [];
    const subscription = bob.messages.subscribe((event) => live.push(event.message.text));
    await alice.messages.send({ text: 'after' });
    await until(() => live.length === 1);
    const before = await subscription.historyBeforeSubscribe({ limit: 1 });
    expect(before.items.map((m) => m.text)).toEqual(['before 2']);
    const next = await before.next();
    expect(next.items.map((m) => m.text)).toEqual(['before 1']);
    expect(next.hasNext()).toBe(false);
  });

  test('typing is seen and not stored', async () => {
    const name = unique('room');
    const alice = await room('alice', name);
    const bob = await room('bob', name);
    const events = [];
    bob.typing.subscribe((event) => events.push([...event.currentlyTyping]));
    await alice.typing.keystroke();
    await until(() => events.length === 1);
    await alice.typing.stop();
    await until(() => events.length === 2);
    expect(events).toEqual([['alice'], []]);
    const history = await bob.channel.history();
    expect(history.items).toEqual([]);
  });

  test('presence comes and goes', async () => {
    const name = unique('room');
    const alice = await room('alice', name);
    const bob = await room('bob', name);
    const events = [];
    bob.presence.subscribe((event) => events.push([event.type, event.member.clientId, event.member.data]));
    await alice.presence.enter({ status: 'here' });
    await until(() => events.length === 1);
    expect(await bob.presence.isUserPresent('alice')).toBe(true);
    await alice.presence.update({ status: 'busy' });
    await alice.presence.leave();
    await until(() => events.length === 3);
    expect(events.map((e) => e[0])).toEqual(['enter', 'update', 'leave']);
    expect(events[1][2]).toEqual({ status: 'busy' });
  });

  test('reactions of three kinds are summed up', async () => {
    const name = unique('room');
    const alice = await room('alice', name, { messages: { rawMessageReactions: true } });
    const bob = await room('bob', name);
    const sent = await alice.messages.send({ text: 'like me' });
    let summary;
    const raw = [];
    bob.messages.reactions.subscribe((event) => (summary = event.reactions));
    alice.messages.reactions.subscribeRaw((event) => raw.push(event.reaction.name));
    await bob.messages.reactions.send(sent.serial, { name: '👍' });
    await alice.messages.reactions.send(sent.serial, { name: '👍' });
    await alice.messages.reactions.send(sent.serial, { type: MessageReactionType.Unique, name: '❤️' });
    await alice.messages.reactions.send(sent.serial, { type: MessageReactionType.Multiple, name: '🎉', count: 3 });
    await until(() => summary?.multiple?.['🎉']?.total === 3);
    expect(summary.distinct['👍'].clientIds).toEqual(['bob', 'alice']);
    expect(summary.unique['❤️'].total).toBe(1);
    await until(() => raw.length === 4);
    await bob.messages.reactions.delete(sent.serial, { name: '👍' });
    await until(() => summary.distinct['👍'].total === 1);
    const got = await alice.messages.get(sent.serial);
    expect(got.reactions.distinct['👍'].clientIds).toEqual(['alice']);
    const mine = await alice.messages.reactions.clientReactions(sent.serial);
    expect(mine.multiple['🎉'].total).toBe(3);
  });

  test('room reactions are relayed', async () => {
    const name = unique('room');
    const alice = await room('alice', name);
    const bob = await room('bob', name);
    const seen = [];
    bob.reactions.subscribe((event) => seen.push(event.reaction));
    await alice.reactions.send({ name: 'wave', metadata: { size: 2 } });
    await until(() => seen.length === 1);
    expect(seen[0].name).toBe('wave');
    expect(seen[0].metadata).toEqual({ size: 2 });
    expect(seen[0].clientId).toBe('alice');
  });

  test('occupancy is told at once and on change', async () => {
    const name = unique('room');
    const alice = await room('alice', name, { occupancy: { enableEvents: true } });
    await until(() => alice.occupancy.current?.connections === 1);
    await room('bob', name);
    await until(() => alice.occupancy.current?.connections === 2);
    expect((await alice.occupancy.get()).connections).toBe(2);
  });

  test('a JWT is held to its room and its user claim is stamped', async () => {
    const name = unique('ticket:bob');
    const token = jwt({
      'x-ably-clientId': 'customer:bob',
      'x-ably-capability': JSON.stringify({ 'ticket:*': ['publish', 'subscribe', 'history', 'presence'] }),
      'ably.room.ticket:*': 'customer',
    });
    const client = chat(binary, undefined, { authCallback: (_, done) => done(null, token) });
    const mine = await client.rooms.get(name);
    await mine.attach();
    const seen = [];
    mine.messages.subscribe((event) => seen.push(event.message));
    await mine.messages.send({ text: 'hi' });
    await until(() => seen.length === 1);
    expect(seen[0].clientId).toBe('customer:bob');
    expect(seen[0].userClaim).toBe('customer');
    const other = await client.rooms.get(unique('secret'));
    await expect(other.attach()).rejects.toMatchObject({ statusCode: 401 });
  });
});
