import { describe, expect, test } from 'vitest';
import { FORMATS, options, realtime, rest, unique, until } from './clients.js';

const json = { 'Content-Type': 'application/json' };

describe.each(FORMATS)('faults, as ably-js over %s meets them', (_, binary) => {
  const endpoint = () => `http://127.0.0.1:${options(binary).port}/_local/faults`;
  const inject = (fault) => fetch(endpoint(), { method: 'POST', headers: json, body: JSON.stringify(fault) });
  const clear = () => fetch(endpoint(), { method: 'DELETE' });

  async function listening(clientId) {
    const client = realtime(binary, { clientId });
    const seen = [];
    const channel = client.channels.get(unique('ch'));
    await channel.subscribe((message) => seen.push(message.data));
    return { client, channel, seen };
  }

  test('all dropped: everybody comes back with its connection and misses nothing', async () => {
    const here = await listening('ann');
    const id = here.client.connection.id;
    const away = here.client.connection.once('disconnected');
    await inject({ fault: 'dropAll' });
    await away;
    await rest(binary).channels.get(here.channel.name).publish('m', 'missed');
    await until(() => here.seen.length === 1);
    expect(here.client.connection.id).toBe(id);
  });

  test('refused: nobody gets in until the fault ends', async () => {
    await inject({ fault: 'refuse' });
    const client = realtime(binary);
    const change = await client.connection.once('disconnected');
    expect(change.reason.code).toBe(80003);
    await clear();
    client.connect();
    await until(() => client.connection.state === 'connected');
  });

  test('delayed: messages come late and in order', async () => {
    const here = await listening('ann');
    await inject({ fault: 'delay', atLeastMs: 5, atMostMs: 30, seed: 1 });
    const texts = Array.from({ length: 20 }, (unused, i) => String(i));
    await Promise.all(texts.map((text) => here.channel.publish('m', text)));
    await until(() => here.seen.length === 20);
    await clear();
    expect(here.seen).toEqual(texts);
  });

  test('duplicated: the SDK hands a message on as often as it comes', async () => {
    const here = await listening('ann');
    await inject({ fault: 'duplicate', probability: 1 });
    await here.channel.publish('m', 'twice');
    await until(() => here.seen.length === 2);
    await clear();
    expect(here.seen).toEqual(['twice', 'twice']);
  });

  test('state lost: a new connection, and channels that say so', async () => {
    const here = await listening('ann');
    const id = here.client.connection.id;
    const attached = new Promise((resolve) => here.channel.on('attached', resolve));
    await inject({ fault: 'loseState' });
    const change = await attached;
    expect(change.resumed).toBe(false);
    expect(here.client.connection.id).not.toBe(id);
  });

  test('slowed down: what is sent slowly arrives whole', async () => {
    const clientId = unique('slow');
    const here = await listening(clientId);
    await inject({ fault: 'slowDown', client: clientId, bytesPerSecond: 20_000 });
    const began = Date.now();
    await rest(binary).channels.get(here.channel.name).publish('m', 'x'.repeat(10_000));
    await until(() => here.seen.length === 1);
    await clear();
    expect(Date.now() - began).toBeGreaterThan(300);
    expect(here.seen[0].length).toBe(10_000);
  });

  test('requests fail: with the error asked for, as often as asked for', async () => {
    const name = unique('ch');
    await inject({ fault: 'failRequests', pathPrefix: `/channels/${name}`, code: 42910, status: 429, times: 1 });
    await expect(rest(binary).channels.get(name).publish('m', 'x')).rejects.toMatchObject({ code: 42910, statusCode: 429 });
    await rest(binary).channels.get(name).publish('m', 'x');
  });

  test('presence frozen: nobody comes until it thaws', async () => {
    const name = unique('ch');
    const ann = realtime(binary, { clientId: 'ann' }).channels.get(name);
    const bob = realtime(binary, { clientId: 'bob' }).channels.get(name);
    const seen = [];
    await bob.presence.subscribe('enter', (member) => seen.push(member.clientId));
    await inject({ fault: 'freezePresence' });
    await ann.presence.enter();
    expect(await bob.presence.get()).toEqual([]);
    await clear();
    await until(() => seen.length === 1);
    expect(seen).toEqual(['ann']);
  });
});
