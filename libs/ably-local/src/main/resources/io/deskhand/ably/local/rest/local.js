// Asks for the state each second and draws the parts that changed, so that selections and scrolling stay.
'use strict';

const get = (id) => document.getElementById(id);
const drawn = {};
const known = new Set();
const order = new Intl.Collator('en', { numeric: true });
let paused = false;
let chosen = read(location.hash);

function make(tag, kind, ...content) {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.append(...content.filter((part) => part !== undefined && part !== null && part !== ''));
  return element;
}

function table(heads, rows) {
  const head = make('tr', '', ...heads.map((text) => make('th', '', text)));
  return make('table', '', make('thead', '', head), make('tbody', '', ...rows));
}

const empty = (text) => make('p', 'empty', text);
const many = (count, one) => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
const clock = (at) => new Date(at).toLocaleTimeString('en-GB');
const client = (of) => of.clientId === '*' ? 'any (key)' : of.clientId ?? 'anonymous';

/** The channel that the address names: #app/channel. */
function read(hash) {
  const [app, ...name] = hash.slice(1).split('/').map(decodeURIComponent);
  return name.length ? { app, name: name.join('/') } : undefined;
}

function choose(channel) {
  chosen = { app: channel.app, name: channel.name };
  known.clear();
  history.replaceState(null, '', `#${encodeURIComponent(channel.app)}/${encodeURIComponent(channel.name)}`);
  refresh();
}

/** Draws a part when what it shows is not what it showed. */
function draw(id, shown, content) {
  const text = JSON.stringify(shown);
  if (drawn[id] === text) return;
  drawn[id] = text;
  const focused = get(id).contains(document.activeElement) ? document.activeElement.title : undefined;
  get(id).replaceChildren(...content());
  if (focused) [...get(id).querySelectorAll('button')].find((button) => button.title === focused)?.focus();
}

function connectionRow(c) {
  const state = c.connected ? 'connected' : 'dropped, may resume';
  return make('tr', '',
    make('td', 'who', client(c)), make('td', 'short mono', c.id), make('td', '', c.app), make('td', '', c.format), make('td', '', String(c.channels)),
    make('td', c.waiting ? 'short warn' : 'dim', c.waiting ? `${c.waiting.toLocaleString('en')} B` : '–'), make('td', c.connected ? 'short' : 'short warn', state));
}

function channelButton(c, current, apps) {
  const facts = [`${c.attached} attached`, c.present && `${c.present} present`, `${c.stored} stored`, apps > 1 && `app ${c.app}`];
  const button = make('button', '', make('b', '', c.name), make('span', 'dim small', facts.filter(Boolean).join(' · ')));
  button.type = 'button';
  button.title = c.name;
  button.setAttribute('aria-current', String(current));
  button.onclick = () => choose(c);
  return button;
}

function data(of) {
  if (of.bytes !== undefined) return make('div', 'data mono', make('span', 'dim', `${many(of.bytes, 'byte')} `), of.data);
  if (of.encoding && of.data === undefined) return make('span', 'dim', of.encoding);
  return make('div', 'data mono', of.data ?? '');
}

/** Annotations in short: 👍 2. */
function tallies(annotations = {}) {
  const tags = [];
  for (const [type, tally] of Object.entries(annotations)) {
    const entries = 'total' in tally && typeof tally.total === 'number' ? [['', tally]] : Object.entries(tally);
    for (const [name, { total }] of entries) {
      const tag = make('span', 'tag', `${name || type} ${total}`);
      tag.title = type;
      tags.push(tag);
    }
  }
  return tags;
}

function messageRow(m, first) {
  const fresh = !first && !known.has(m.version);
  known.add(m.version);
  const row = make('tr', fresh ? 'fresh' : '',
    make('td', 'short dim', clock(m.timestamp)), make('td', 'who', m.clientId ?? make('span', 'dim', '–')),
    make('td', 'who', m.name ?? make('span', 'dim', '–'), m.action !== 'create' && make('span', 'tag', m.action) || ''), make('td', '', data(m), ...tallies(m.annotations)));
  row.title = `serial ${m.serial}${m.extras ? `\nextras ${JSON.stringify(m.extras)}` : ''}`;
  return row;
}

function* channelParts(c) {
  const o = c.occupancy;
  const first = known.size === 0;
  yield make('div', 'name', c.name);
  yield make('div', 'dim small', `${many(o.publishers, 'publisher')} · ${many(o.subscribers, 'subscriber')} · ${many(o.presenceMembers, 'member')} · ${many(c.stored, 'message')} stored · app ${chosen.app} · at `, make('span', 'mono', c.position));
  yield make('h3', '', 'Attached');
  yield c.attachments.length ? make('div', '', ...c.attachments.map((a) => {
    const tag = make('span', 'tag', `${client(a)} `, make('span', 'dim', a.connectionId));
    tag.title = a.modes;
    return tag;
  })) : empty('Nobody.');
  yield make('h3', '', 'Present');
  yield c.members.length ? make('div', 'scroll', table(['Since', 'Client', 'Connection', 'Data'], c.members.map((m) => make('tr', '',
    make('td', 'short dim', clock(m.timestamp)), make('td', 'who', m.clientId), make('td', 'short mono', m.connectionId), make('td', '', data(m)))))) : empty('Nobody.');
  yield make('h3', '', c.stored > c.last.length ? `Last ${c.last.length} messages of ${c.stored}` : 'Messages');
  yield c.last.length ? table(['Created', 'Client', 'Name', 'Data'], c.last.map((m) => messageRow(m, first))) : empty('None stored.');
  known.add('');
}

function show(state) {
  draw('connections', state.connections, () => state.connections.length
    ? [table(['Client', 'Connection', 'App', 'Format', 'Channels', 'Waiting', 'State'], state.connections.map(connectionRow))]
    : [empty('None yet. Point an SDK at this server; its start-up message and README say how.')]);
  const apps = new Set(state.channels.map((c) => c.app)).size;
  // By name: in the order of their use, in which they come, they would never stand still.
  const byName = [...state.channels].sort((a, b) => order.compare(a.app, b.app) || order.compare(a.name, b.name));
  draw('list', [byName, chosen], () => byName.length
    ? byName.map((c) => channelButton(c, c.app === chosen?.app && c.name === chosen?.name, apps))
    : [empty(get('filter').value ? 'No channel has that in its name.' : 'None yet.')]);
  draw('channel', [state.channel, chosen], () => state.channel ? [...channelParts(state.channel)]
    : [empty(chosen ? `Nothing is known of ${chosen.name}.` : 'Channels appear here once a client attaches or publishes.')]);
  const shown = state.channels.length < state.channelCount ? ` (${state.channels.length} shown)` : '';
  get('pulse').textContent = `${many(state.connectionCount, 'connection')}, ${many(state.channelCount, 'channel')}${shown}`;
  get('pulse').className = '';
}

async function refresh() {
  try {
    const query = new URLSearchParams({ filter: get('filter').value, ...(chosen && { app: chosen.app, channel: chosen.name }) });
    const state = await (await fetch(`/_local/state?${query}`)).json();
    if (!chosen && state.channels.length) return choose(state.channels[0]);
    show(state);
  } catch {
    get('pulse').textContent = 'server not reachable';
    get('pulse').className = 'off';
  }
}

get('filter').oninput = refresh;
get('pause').onclick = () => {
  paused = !paused;
  get('pause').textContent = paused ? 'Go on' : 'Pause';
  get('pause').setAttribute('aria-pressed', String(paused));
};
window.onhashchange = () => {
  chosen = read(location.hash);
  refresh();
};
setInterval(() => paused || document.hidden || refresh(), 1000);
refresh();
