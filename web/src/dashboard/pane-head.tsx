import type { VNode } from 'preact';
import { isOpen, type Ticket } from '../chat-core/ticket';
import { customerOf } from '../ui/person';
import { ActionMenu, type MenuItem } from './action-menu';
import type { BoardState } from './board-state';
import { Icon, type IconName } from './icons';
import { keyOf, type Command } from './keys';
import { ownerLabel, statusLabel, titleOf } from './labels';
import { Marks } from './marks';
import type { Permission } from './permitted';
import type { Desk } from './use-desk';

interface Props {
  readonly ticket: Ticket;
  readonly board: BoardState;
  readonly desk: Desk;
  readonly now: number;
  readonly onClose: () => void;
}

export function PaneHead({ ticket, board, desk, now, onClose }: Props): VNode {
  const withOwner = isOpen(ticket) && (ticket.owner.type === 'BOT' || ticket.owner.type === 'AGENT');
  return (
    <header class="pane-head">
      <button type="button" class="icon-button back" aria-label="Back to the list" onClick={onClose}>
        <Icon name="down" />
      </button>
      <div class="pane-title">
        <h1>{titleOf(ticket)}</h1>
        <p>
          <span class={`status ${ticket.status.toLowerCase()}`}>
            <i aria-hidden="true" />
            {ticket.status === 'OFFERED' ? ownerLabel(ticket, board.agent?.id) : statusLabel(ticket.status)}
          </span>
          <span class="pane-people">
            {customerOf(ticket)}
            {withOwner && <> · Owner: {ownerLabel(ticket, board.agent?.id)}</>}
          </span>
          <Marks ticket={ticket} now={now} />
        </p>
      </div>
      <Actions ticket={ticket} board={board} desk={desk} />
    </header>
  );
}

interface Button {
  readonly permission: Permission;
  readonly command: Command;
  readonly label: string;
  readonly doing: string;
  readonly icon: IconName;
  readonly primary: boolean;
}

const button = (
  permission: Permission & Command,
  label: string,
  icon: IconName,
  more: Partial<Button> = {},
): Button => ({ permission, command: permission, label, doing: `${label}…`, icon, primary: false, ...more });

const BUTTONS: readonly Button[] = [
  button('hand-back', 'Hand back', 'back', { doing: 'Handing back…' }),
  button('transfer', 'Transfer', 'transfer', { doing: 'Transferring…' }),
  button('decline', 'Decline', 'close', { doing: 'Declining…' }),
  button('accept', 'Accept', 'check', { doing: 'Accepting…', primary: true }),
  button('claim', 'Claim', 'bolt', { doing: 'Claiming…', primary: true }),
  button('claim', 'Take over', 'bolt', { permission: 'takeover', doing: 'Taking over…' }),
  button('reopen', 'Reopen', 'reopen', { doing: 'Reopening…' }),
  button('resolve', 'Resolve', 'check', { doing: 'Resolving…' }),
];

type Item = MenuItem & { readonly permission: Permission };

const approvalItem = ({ counsel }: Ticket): Item => ({
  permission: 'approval',
  command: 'approval',
  label: counsel.approval ? 'Let it answer by itself' : 'Approve its answers first',
  icon: 'lock',
});

const MENU: readonly Item[] = [
  { permission: 'offer', command: 'transfer', label: 'Offer to a colleague…', icon: 'transfer' },
  { permission: 'snooze', command: 'snooze', label: 'Snooze…', icon: 'moon' },
  { permission: 'release', command: 'release', label: 'Back to the queue…', icon: 'inbox' },
  { permission: 'whisper', command: 'whisper', label: 'Tell the assistant…', icon: 'spark' },
  { permission: 'sort', command: 'sort', label: 'Team, priority, tags…', icon: 'tag' },
];

interface ActionsProps {
  readonly ticket: Ticket;
  readonly board: BoardState;
  readonly desk: Desk;
}

function Actions({ ticket, board, desk }: ActionsProps): VNode {
  const { busy } = board;
  const items = [...MENU, approvalItem(ticket)].filter(({ permission }) => desk.may.has(permission));
  return (
    <div class="pane-actions">
      {BUTTONS.filter(({ permission }) => desk.may.has(permission)).map(
        ({ permission, command, label, doing, icon, primary }) => (
          <button
            key={permission}
            type="button"
            class={primary ? 'primary' : 'ghost'}
            disabled={busy !== null}
            aria-label={label}
            title={`${label} (${keyOf(command)})`}
            onClick={() => desk.run(command)}
          >
            <Icon name={icon} size={17} />
            <span>{busy?.type === permission ? doing : label}</span>
          </button>
        ),
      )}
      {items.length > 0 && <ActionMenu items={items} onCommand={desk.run} />}
    </div>
  );
}
