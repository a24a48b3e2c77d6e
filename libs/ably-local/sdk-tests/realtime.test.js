import { describe, expect, test } from 'vitest';
import { FORMATS, jwt, realtime, rest, unique, until } from './clients.js';

describe.each(FORMATS)('ably-js over %s', (_, binary) => {
  test('connects, pings and closes', async () => {
    const client = realtime(binary);
    await client.connection.once('connected');
    expect(await client.connection.ping()).toBeGreaterThanOrEqual(0);
    client.close();
    await client.connection.once('closed');
  });

  test('a publish resolves with the serials that subscribers see', async () => {
    const client = realtime(binary, { clientId: 'alice' });
    const channel = client.channels.get(unique('ch'));
    const seen = [];
    await channel.subscribe((message) => seen.push(message));
    const result = await channel.publish([{ name: 'a', data: 'x' }, { name: 'b', data: { y: 1 } }]);
    await until(() => seen.length === 2);
    expect(result.serials).toEqual(seen.map((m) => m.serial));
    expect(seen[1].data).toEqual({ y: 1 });
  });

  test('binary data reaches clients of the other format', async () => {
    const name = unique('ch');
    const sender = realtime(binary);
    const receiver = realtime(!binary);
    const seen = [];
    await receiver.channels.get(name).subscribe((message) => seen.push(message));
    await sender.channels.get(name).publish('bytes', Buffer.from([0, 1, 2, 255]));
    await until(() => seen.length === 1);
    expect(Buffer.from(seen[0].data)).toEqual(Buffer.from([0, 1, 2, 255]));
    const history = await rest(binary).channels.get(name).history();
    expect(Buffer.from(history.items[0].data)).toEqual(Buffer.from([0, 1, 2, 255]));
  });

  test('a dropped connection resumes and gets what it missed', async () => {
    const name = unique('ch');
    const client = realtime(binary);
    const seen = [];
    const channel = client.channels.get(name);
    await channel.subscribe((message) => seen.push(message.data));
    const id = client.connection.id;
    await channel.publish('m', '1');
    await until(() => seen.length === 1);
    client.connection.connectionManager.disconnectAllTransports();
    await client.connection.once('disconnected');
    const again = client.connection.once('connected');
    await rest(binary).channels.get(name).publish('m', '2');
    await again;
    await until(() => seen.length === 2);
    expect(client.connection.id).toBe(id);
    expect(seen).toEqual(['1', '2']);
  });

  test('messages are updated, deleted and appended over the channel', async () => {
    const client = realtime(binary, { clientId: 'alice' });
    const channel = client.channels.get(unique('ch'));
    const seen = [];
    await channel.subscribe((message) => seen.push(message));
    const { serials } = await channel.publish('m', 'one');
    await channel.updateMessage({ serial: serials[0], data: 'two' }, { description: 'why' });
    await channel.appendMessage({ serial: serials[0], data: ' three' });
    await channel.deleteMessage({ serial: serials[0] });
    await until(() => seen.length === 4);
    expect(seen.map((m) => m.action)).toEqual(['message.create', 'message.update', 'message.append', 'message.delete']);
    expect(seen[2].data).toBe(' three');
    const versions = await channel.getMessageVersions(serials[0]);
    expect(versions.items.map((m) => m.data)).toEqual(['one', 'two', 'two three', 'two three']);
  });

  test('annotations are summed up and listed', async () => {
    const name = unique('ch');
    const client = realtime(binary, { clientId: 'alice' });
    const channel = client.channels.get(name, { modes: ['PUBLISH', 'SUBSCRIBE', 'ANNOTATION_PUBLISH', 'ANNOTATION_SUBSCRIBE'] });
    const seen = [];
    const raw = [];
    await channel.subscribe((message) => seen.push(message));
    await channel.annotations.subscribe((annotation) => raw.push(annotation));
    const { serials } = await channel.publish('m', 'x');
    await channel.annotations.publish(serials[0], { type: 'vote:distinct.v1', name: 'yes' });
    await until(() => raw.length === 1 && seen.length === 2);
    expect(seen[1].action).toBe('message.summary');
    expect(seen[1].annotations.summary['vote:distinct.v1'].yes.clientIds).toEqual(['alice']);
    const listed = await channel.annotations.get(serials[0]);
    expect(listed.items.map((a) => a.name)).toEqual(['yes']);
  });

  test('an expired token is renewed without losing the connection', async () => {
    let issued = 0;
    const client = realtime(binary, {
      authCallback: (_, done) => {
        issued++;
        done(null, jwt({}, issued === 1 ? 1.5 : 60));
      },
    });
    await client.connection.once('connected');
    const id = client.connection.id;
    const change = await client.connection.once('disconnected');
    expect(change.reason.code).toBe(40142);
    await client.connection.once('connected');
    expect(client.connection.id).toBe(id);
    expect(issued).toBe(2);
  });

  test('authorize in band keeps the connection and ends channels that are no longer allowed', async () => {
    const token = (capability) => jwt({ 'x-ably-capability': JSON.stringify(capability) });
    const allowed = unique('allowed');
    const lost = unique('lost');
    let capability = { [allowed]: ['*'], [lost]: ['*'] };
    const client = realtime(binary, { authCallback: (_, done) => done(null, token(capability)) });
    await client.channels.get(allowed).attach();
    await client.channels.get(lost).attach();
    const id = client.connection.id;
    capability = { [allowed]: ['*'] };
    await client.auth.authorize();
    await until(() => client.channels.get(lost).state === 'failed');
    expect(client.channels.get(lost).errorReason.code).toBe(40160);
    expect(client.connection.id).toBe(id);
    expect(client.channels.get(allowed).state).toBe('attached');
  });

  test('a made-up resume key gives a new connection with a reason', async () => {
    const client = realtime(binary, { recover: JSON.stringify({ connectionKey: '_____!ablyjs_test_fake-key____', msgSerial: 3, channelSerials: {} }) });
    const change = await client.connection.once('connected');
    expect(change.reason.code).toBe(80018);
  });

  test('an invalid channel name fails the channel and leaves the connection', async () => {
    const client = realtime(binary);
    await client.connection.once('connected');
    await expect(client.channels.get(':bad').attach()).rejects.toMatchObject({ code: 40010 });
    await expect(client.channels.get('').attach()).rejects.toMatchObject({ code: 40010 });
    expect(client.connection.state).toBe('connected');
  });

  test('a bad key fails the connection', async () => {
    const client = realtime(binary, { key: 'app.key:wrong' });
    const change = await client.connection.once('failed');
    expect(change.reason.code).toBe(40101);
  });

  test('rewind replays the last messages', async () => {
    const name = unique('ch');
    for (const data of ['1', '2', '3']) await rest(binary).channels.get(name).publish('m', data);
    const client = realtime(binary);
    const seen = [];
    await client.channels.get(name, { params: { rewind: '2' } }).subscribe((m) => seen.push(m.data));
    await until(() => seen.length === 2);
    expect(seen).toEqual(['2', '3']);
  });

  test('an unknown path is a 404 in the shape of Ably', async () => {
    const response = await rest(binary).request('get', '/no/such/thing', 4, null, null, null);
    expect([response.statusCode, response.errorCode]).toEqual([404, 40400]);
  });

  test('tokens can be requested and used', async () => {
    const details = await rest(binary).auth.requestToken({ clientId: 'carol', ttl: 60000 });
    expect(details.clientId).toBe('carol');
    const client = realtime(binary, { token: details.token });
    await client.connection.once('connected');
    expect(client.auth.clientId).toBe('carol');
  });
});
