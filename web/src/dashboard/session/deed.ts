import type { ActionCall } from '../../api/agent-api';
import type { AgentAction, AgentTicket } from '../../api/contract';

/** One thing that an agent does to a ticket. */
export interface Deed {
  readonly action: AgentAction;
  readonly call: ActionCall;
  /** What the agent reads when it is done; null where the page shows it anyway. */
  done(ticket: AgentTicket): string | null;
}
