import type { ComponentType } from 'react';
import type { AgentAction, AgentTicket, InputLimits } from '../../api/contract';
import type { Outgoing } from '../../chat-core/outbox';
import type { IconName } from '../board/icons';
import type { Deed } from '../session/deed';
import type { Queries } from '../session/queries';
import type { Refusal } from '../session/refusals';

/** Which box the agent writes in: to the customer, to colleagues alone, or to the assistant. */
export type Mode = 'reply' | 'note' | 'whisper';

/** The words around a box to write in. */
export interface Writing {
  readonly mode: Mode;
  readonly kind: Outgoing['kind'];
  readonly tab: string;
  readonly field: string;
  readonly hint: string;
  readonly send: string;
  /** What Enter does. */
  readonly enter: 'sends' | 'adds it';
  readonly icon: IconName;
}

/** What a dialog knows of the desk that it was opened from. */
export interface DialogProps {
  readonly ticket: AgentTicket;
  readonly me: string;
  readonly limits: InputLimits;
  /** Tags in use, as suggestions. */
  readonly tags: readonly string[];
  readonly queries: Pick<Queries, 'colleagues'>;
  readonly act: (deed: Deed) => Promise<Refusal | null>;
  readonly onClose: () => void;
}

/** What an action can do with the page when it is chosen. */
export interface Starting {
  readonly ticket: AgentTicket;
  /** Does it; resolves to why not, which the page has told the agent unless `silent`. */
  attempt(deed: Deed, silent?: (refusal: Refusal) => boolean): Promise<boolean>;
  /** Opens the action's dialog. */
  ask(): void;
  write(mode: Mode): void;
  /** Shows the ticket, to write to the customer. */
  open(): void;
}

/**
 * One thing that the service lets an agent do with a ticket, with all that the page needs for it. The service says whether it may be done now: menus, buttons, keys,
 * the command bar and the list of shortcuts loop over all actions and show those that it listed.
 */
export interface Action {
  readonly does: AgentAction;
  readonly label: string;
  readonly icon: IconName;
  /** Where the head of the ticket offers it; null where something else on the page does. */
  readonly place: 'button' | 'primary' | 'menu' | null;
  /** On its button while it is being done. */
  readonly doing?: string;
  readonly key?: string;
  /** What the list of shortcuts says of the key; of several actions with one key, the first says it. */
  readonly help?: string;
  /** Whether it is about an offer, which can be answered while another ticket is open. */
  readonly offer?: boolean;
  readonly writing?: Writing;
  readonly Dialog?: ComponentType<DialogProps>;
  /** When it is chosen; without it, the dialog opens. */
  start?(page: Starting): void;
}
