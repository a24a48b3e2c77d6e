import type { AgentTicket, Colleague } from '../../api/contract';

export function hereFirst(people: readonly Colleague[]): readonly Colleague[] {
  return [...people].sort((a, b) => Number(b.here) - Number(a.here) || a.name.localeCompare(b.name));
}

/** The teams that somebody is in, and the ticket's own. */
export function teamsOf(people: readonly Colleague[], { team }: Pick<AgentTicket, 'team'>): readonly string[] {
  return [...new Set([...people.flatMap(({ teams }) => teams), team])].sort();
}
