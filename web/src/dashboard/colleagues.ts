import { useEffect, useState } from 'preact/hooks';
import type { Colleague } from '../api/agent-api';
import { wordsFor } from '../chat-core/problem';
import type { Ticket } from '../chat-core/ticket';

/** Everybody who works here, those who are there first; null until that is known. */
export function useColleagues(load: () => Promise<readonly Colleague[]>): {
  readonly people: readonly Colleague[] | null;
  readonly failed: string | null;
} {
  const [people, setPeople] = useState<readonly Colleague[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    load().then(
      (found) => setPeople(hereFirst(found)),
      (error: unknown) => setFailed(wordsFor(error)),
    );
  }, []);
  return { people, failed };
}

export function hereFirst(people: readonly Colleague[]): readonly Colleague[] {
  return [...people].sort((a, b) => Number(b.here) - Number(a.here) || a.name.localeCompare(b.name));
}

/** The teams that somebody is in, and the ticket's own. */
export function teamsOf(people: readonly Colleague[], { team }: Ticket): readonly string[] {
  const names = people.flatMap(({ teams }) => teams);
  return [...new Set(team === null ? names : [...names, team])].sort();
}
