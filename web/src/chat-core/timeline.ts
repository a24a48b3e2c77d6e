import type { Entry } from './ticket';

/**
 * The one order that every screen shows: by room serial where entries have one, by the log's position for the rest. An entry that
 * the room has not carried yet stands after everything that the log puts before it, and after words that the log does not know yet.
 * The log's first entry stands first: a quick customer's words can reach the room before the greeting does.
 */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const ordered = entries.filter((entry) => entry.serial !== null).sort((a, b) => compareText(a.serial, b.serial));
  const undelivered = entries.filter((entry) => entry.serial === null).sort((a, b) => (a.pos ?? 0) - (b.pos ?? 0));
  for (const entry of undelivered) {
    ordered.splice(placeOf(entry.pos ?? 0, ordered), 0, entry);
  }
  const first = ordered.find(({ pos }) => pos === 1);
  return first === undefined ? ordered : [first, ...ordered.filter((entry) => entry !== first)];
}

function placeOf(pos: number, ordered: readonly Entry[]): number {
  let place = 0;
  ordered.forEach((entry, index) => {
    if (entry.pos !== null && entry.pos < pos) place = index + 1;
  });
  while (place < ordered.length && ordered[place]?.pos === null) place += 1;
  return place;
}

function compareText(a: string | null, b: string | null): number {
  const left = a ?? '';
  const right = b ?? '';
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether two entries are the same line: by position where both have one, else by serial. */
export function isSameLine(a: Entry, b: Entry): boolean {
  if (a.pos !== null && b.pos !== null) return a.pos === b.pos;
  return a.serial !== null && a.serial === b.serial;
}

/**
 * What is known of one line from two sources: the newer words, and every identifier that either has. Older words are those with a
 * lower `seq`, or still streaming when the other side is sealed: a sealed entry never changes again.
 */
export function mergeLine(held: Entry, incoming: Entry): Entry {
  const sealed = held.state !== 'STREAMING' && incoming.state === 'STREAMING';
  const newest = sealed || incoming.seq < held.seq ? held : incoming;
  const older = newest === held ? incoming : held;
  return {
    ...newest,
    pos: newest.pos ?? older.pos,
    serial: newest.serial ?? older.serial,
    epoch: Math.max(newest.epoch, older.epoch),
    at: newest.at === '' ? older.at : newest.at,
    author: newest.author.name === newest.author.id ? { ...newest.author, name: older.author.name } : newest.author,
    citations: newest.citations.length > 0 ? newest.citations : older.citations,
    data: newest.data ?? older.data,
  };
}

/** The timeline with `incoming` in it: merged into its line, or as a new one. */
export function withEntry(entries: readonly Entry[], incoming: Entry): readonly Entry[] {
  const held = entries.find((entry) => isSameLine(entry, incoming));
  if (held === undefined) return inOrder([...entries, incoming]);
  const merged = mergeLine(held, incoming);
  return inOrder(entries.map((entry) => (entry === held ? merged : entry)));
}

/**
 * A snapshot laid over what is held. The snapshot is the log's truth up to its last position; what the room showed after that stays.
 */
export function withSnapshot(held: readonly Entry[], snapshot: readonly Entry[]): readonly Entry[] {
  const last = lastPosOf(snapshot);
  const base = snapshot.map((entry) => {
    const known = held.find((candidate) => isSameLine(candidate, entry));
    return known === undefined ? entry : mergeLine(known, entry);
  });
  const newer = held.filter(
    (entry) => !base.some((known) => isSameLine(known, entry)) && (entry.pos === null || entry.pos > last),
  );
  return inOrder([...base, ...newer]);
}

export function lastPosOf(entries: readonly Entry[]): number {
  return entries.reduce((last, entry) => Math.max(last, entry.pos ?? 0), 0);
}
