import type { AgentTicket } from '../../api/contract';

/** Who has a ticket now that was offered or transferred. */
export const passedOn = ({ status, owner, team }: AgentTicket): string =>
  status === 'OFFERED' ? `Offered to ${owner.name}.` : `Passed on to the team ${team}.`;
