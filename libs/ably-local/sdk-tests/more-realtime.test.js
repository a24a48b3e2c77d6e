import { describe, expect, test } from 'vitest';
import { FORMATS, jwt, options, realtime, rest, unique, until } from './clients.js';

describe.each(FORMATS)('ably-js over %s: more of it', (_, binary) => {
  test('presence: late comers get the members, all get the changes', async () => {
    const name = unique('ch');
    const ann = realtime(binary, { clientId: 'ann' }).channels.get(name);
    await ann.presence.enter({ mood: 'good' });
    const bob = realtime(binary, { clientId: 'bob' }).channels.get(name);
    const members = await bob.presence.get();
    expect(members.map((m) => [m.clientId, m.data])).toEqual([['ann', { mood: 'good' }]]);
    const events = [];
    await bob.presence.subscribe((m) => events.push(m.action));
    await ann.presence.update('x');
    await ann.presence.leave();
    await until(() => events.includes('leave'));
    expect(events.filter((e) => e !== 'present')).toEqual(['update', 'leave']);
    expect((await rest(binary).channels.get(name).presence.history()).items.length).toBe(3);
  });

  test('presence: a large set comes in pages of one sync', async () => {
    const name = unique('ch');
    const service = realtime(binary).channels.get(name);
    await Promise.all(Array.from({ length: 130 }, (unused, i) => service.presence.enterClient(`member-${i}`, { i })));
    const members = await realtime(binary).channels.get(name).presence.get();
    expect(new Set(members.map((m) => m.clientId)).size).toBe(130);
  });

  test('untilAttach ends at the attachment', async () => {
    const name = unique('ch');
    await rest(binary).channels.get(name).publish('before', 'x');
    const channel = realtime(binary).channels.get(name);
    await channel.attach();
    await rest(binary).channels.get(name).publish('after', 'y');
    const history = await channel.history({ untilAttach: true });
    expect(history.items.map((m) => m.name)).toEqual(['before']);
  });

  test('recover hands a connection to a new client with its channels', async () => {
    const name = unique('ch');
    const first = realtime(binary);
    const channel = first.channels.get(name);
    await channel.attach();
    await channel.publish('m', '1');
    const key = first.connection.createRecoveryKey();
    const id = first.connection.id;
    first.connection.connectionManager.disconnectAllTransports();
    await rest(binary).channels.get(name).publish('m', 'missed');
    const second = realtime(binary, { recover: key });
    const seen = [];
    await second.channels.get(name).subscribe((m) => seen.push(m.data));
    await until(() => seen.includes('missed'));
    expect(second.connection.id).toBe(id);
  });

  test('echo can be off', async () => {
    const name = unique('ch');
    const quiet = realtime(binary, { echoMessages: false });
    const seen = [];
    await quiet.channels.get(name).subscribe((m) => seen.push(m.name));
    await quiet.channels.get(name).publish('own', 'x');
    await rest(binary).channels.get(name).publish('other', 'y');
    await until(() => seen.length > 0);
    expect(seen).toEqual(['other']);
  });

  test('ephemeral messages arrive and are not stored', async () => {
    const name = unique('ch');
    const channel = realtime(binary).channels.get(name);
    const seen = [];
    await channel.subscribe((m) => seen.push(m));
    await channel.publish({ name: 'fleeting', data: 'x', extras: { ephemeral: true } });
    await until(() => seen.length === 1);
    expect((await channel.history()).items).toEqual([]);
  });

  test('the default modes are those that the SDK expects', async () => {
    const channel = realtime(binary).channels.get(unique('ch'));
    await channel.attach();
    expect([...channel.modes].sort()).toEqual(['annotation_publish', 'presence', 'presence_subscribe', 'publish', 'subscribe']);
  });

  test('options of a channel can change while it is attached', async () => {
    const channel = realtime(binary).channels.get(unique('ch'));
    await channel.attach();
    await channel.setOptions({ modes: ['SUBSCRIBE'] });
    expect(channel.modes).toEqual(['subscribe']);
    await expect(channel.publish('m', 'x')).rejects.toMatchObject({ code: 40165 });
  });

  test('history is paged', async () => {
    const name = unique('ch');
    const channel = rest(binary).channels.get(name);
    for (let i = 0; i < 5; i++) await channel.publish('m', String(i));
    let page = await channel.history({ limit: 2, direction: 'forwards' });
    const seen = page.items.map((m) => m.data);
    while (page.hasNext()) {
      page = await page.next();
      seen.push(...page.items.map((m) => m.data));
    }
    expect(seen).toEqual(['0', '1', '2', '3', '4']);
    expect((await page.first()).items.map((m) => m.data)).toEqual(['0', '1']);
  });

  test('rest publishes answer serials and repeat harmlessly', async () => {
    const name = unique('ch');
    const channel = rest(binary).channels.get(name);
    const one = await channel.publish({ id: 'same:0', name: 'm' });
    const two = await channel.publish({ id: 'same:0', name: 'm' });
    expect(one.serials).toEqual(two.serials);
    expect((await channel.history()).items.length).toBe(1);
  });

  test('batch publish and batch presence', async () => {
    const [a, b] = [unique('a'), unique('b')];
    const client = rest(binary);
    const result = await client.batchPublish({ channels: [a, b], messages: [{ name: 'm', data: 'x' }] });
    expect([result.successCount, result.failureCount]).toEqual([2, 0]);
    await realtime(binary, { clientId: 'ann' }).channels.get(a).presence.enter();
    const presence = await client.batchPresence([a, b]);
    expect(presence.results.map((r) => r.presence.length)).toEqual([1, 0]);
  });

  test('channel status has its metrics', async () => {
    const name = unique('ch');
    await realtime(binary).channels.get(name).attach();
    const details = await rest(binary).channels.get(name).status();
    expect(details.status.isActive).toBe(true);
    expect(details.status.occupancy.metrics.subscribers).toBe(1);
  });

  test('tokens can be revoked', async () => {
    const clientId = unique('victim');
    const details = await rest(binary).auth.requestToken({ clientId });
    const client = realtime(binary, { token: details.token });
    await client.connection.once('connected');
    // Tokens issued before the millisecond of the revocation are revoked.
    await until(() => Date.now() > details.issued + 1);
    const change = new Promise((resolve) => client.connection.once('failed', resolve));
    const result = await rest(binary).auth.revokeTokens([{ type: 'clientId', value: clientId }]);
    expect(result.successCount).toBe(1);
    expect([40141, 40171]).toContain((await change).reason.code);
  });

  test('a token of another client is refused in the SDKs own terms', async () => {
    const client = realtime(binary, { token: jwt({ 'x-ably-clientId': 'ann' }), clientId: 'bob' });
    const change = await client.connection.once('failed');
    expect(change.reason.code).toBe(40102);
  });

  test('time, stats and unknown methods', async () => {
    const client = rest(binary);
    expect(await client.time()).toBeGreaterThan(0);
    expect((await client.stats()).items).toEqual([]);
    const response = await client.request('get', '/time', 4, null, null, null);
    expect(response.items.length).toBe(1);
  });

  test('an update is seen with its operator, description and metadata', async () => {
    const channel = realtime(binary, { clientId: 'ann' }).channels.get(unique('ch'));
    const seen = [];
    await channel.subscribe((m) => seen.push(m));
    const { serials } = await channel.publish('m', 'one');
    const version = await channel.updateMessage({ serial: serials[0], data: 'two' }, { description: 'typo', metadata: { k: 'v' } });
    await until(() => seen.length === 2);
    expect(seen[1].version).toMatchObject({ clientId: 'ann', description: 'typo', metadata: { k: 'v' } });
    expect(version.versionSerial ?? version.serial ?? seen[1].version.serial).toBe(seen[1].version.serial);
    expect(seen[1].timestamp).toBe(seen[0].timestamp);
  });

  test('an own app is isolated and its fixtures are present', async () => {
    const { port } = options(binary);
    const answer = await fetch(`http://127.0.0.1:${port}/apps`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ keys: [{}], channels: [{ name: 'fixtures', presence: [{ clientId: 'always', data: 'here' }] }] }),
    });
    const app = await answer.json();
    const client = realtime(binary, { key: app.keys[0].keyStr, endpoint: app.endpoint, port: app.port, tls: app.tls });
    const members = await client.channels.get('fixtures').presence.get();
    expect(members.map((m) => m.clientId)).toEqual(['always']);
    const name = unique('ch');
    const seen = [];
    await client.channels.get(name).subscribe((message) => seen.push(message.data));
    await rest(binary).channels.get(name).publish('m', 'of the other app');
    await client.channels.get(name).publish('m', 'of this app');
    await until(() => seen.length > 0);
    expect(seen).toEqual(['of this app']);
    const gone = new Promise((resolve) => client.connection.once('disconnected', resolve));
    const key = Buffer.from(app.keys[0].keyStr).toString('base64');
    const deleted = await fetch(`http://127.0.0.1:${port}/apps/${app.appId}`, { method: 'DELETE', headers: { Authorization: `Basic ${key}` } });
    expect(deleted.status).toBe(204);
    await gone;
  });

  test('a channel with appendMode full gets appends as whole messages', async () => {
    const name = unique('ch');
    const seen = [];
    await realtime(binary).channels.get(name, { params: { appendMode: 'full' } }).subscribe((m) => seen.push([m.action, m.data]));
    const writer = realtime(binary).channels.get(name);
    const { serials } = await writer.publish('m', 'a');
    await writer.appendMessage({ serial: serials[0], data: 'b' });
    await until(() => seen.length === 2);
    expect(seen).toEqual([['message.create', 'a'], ['message.update', 'ab']]);
  });

  test('annotations of all methods are summed up, and withdrawn', async () => {
    const channel = realtime(binary, { clientId: 'ann' }).channels.get(unique('ch'));
    let summary;
    await channel.subscribe((m) => m.action === 'message.summary' && (summary = m.annotations.summary));
    const { serials } = await channel.publish('m', 'x');
    const annotate = (type, more) => channel.annotations.publish(serials[0], { type, ...more });
    await annotate('a:total.v1');
    await annotate('b:flag.v1');
    await annotate('c:distinct.v1', { name: 'x' });
    await annotate('d:unique.v1', { name: 'y' });
    await annotate('e:multiple.v1', { name: 'z', count: 3 });
    await until(() => summary?.['e:multiple.v1']);
    expect(summary['a:total.v1'].total).toBe(1);
    expect(summary['b:flag.v1'].clientIds).toEqual(['ann']);
    expect(summary['c:distinct.v1'].x.total).toBe(1);
    expect(summary['d:unique.v1'].y.clientIds).toEqual(['ann']);
    expect(summary['e:multiple.v1'].z.clientIds).toEqual({ ann: 3 });
    await channel.annotations.delete(serials[0], { type: 'c:distinct.v1', name: 'x' });
    await until(() => summary['c:distinct.v1'].x === undefined);
    const { items } = await channel.history();
    expect(items[0].annotations.summary['b:flag.v1'].total).toBe(1);
  });

  test('occupancy comes with the attachment and on change', async () => {
    const name = unique('ch');
    const seen = [];
    await realtime(binary).channels.get(name, { params: { occupancy: 'metrics' } }).subscribe('[meta]occupancy', (m) => seen.push(m.data.metrics));
    await until(() => seen.length > 0);
    expect(seen[0].connections).toBe(1);
    await realtime(binary, { clientId: 'bob' }).channels.get(name).presence.enter();
    await until(() => seen.at(-1).presenceMembers === 1);
    expect(seen.at(-1).connections).toBe(2);
  });

  test('more than 200 channels on a connection are refused one by one', async () => {
    const client = realtime(binary);
    const prefix = unique('many');
    await Promise.all(Array.from({ length: 200 }, (unused, i) => client.channels.get(`${prefix}-${i}`).attach()));
    await expect(client.channels.get(`${prefix}-200`).attach()).rejects.toMatchObject({ code: 90010 });
    expect(client.connection.state).toBe('connected');
  });

  test('a publish that is too large is refused, and the connection lives', async () => {
    const response = await rest(binary).request('post', `/channels/${unique('ch')}/messages`, 6, null, { name: 'm', data: 'x'.repeat(70_000) }, null);
    expect([response.statusCode, response.errorCode]).toEqual([413, 40009]);
  });

  test('a connection that the server drops comes back and its member stays', async () => {
    const name = unique('ch');
    const clientId = unique('ann');
    const client = realtime(binary, { clientId });
    const channel = client.channels.get(name);
    await channel.presence.enter('here');
    const id = client.connection.id;
    const dropped = client.connection.once('disconnected');
    await fetch(`http://127.0.0.1:${options(binary).port}/_local/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ fault: 'drop', client: clientId }),
    });
    await dropped;
    await until(() => client.connection.state === 'connected');
    expect(client.connection.id).toBe(id);
    expect((await rest(binary).channels.get(name).presence.get()).items.length).toBe(1);
  });
});
