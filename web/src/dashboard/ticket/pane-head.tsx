import type { JSX } from 'react';
import type { AgentTicket } from '../../api/contract';
import { isOpen } from '../../chat-core/ticket';
import { customerOf } from '../../ui/person';
import type { Action } from '../actions/action';
import { ActionMenu } from '../actions/action-menu';
import type { BoardState } from '../board/board-state';
import { Icon } from '../board/icons';
import { ownerLabel, statusLabel, titleOf } from '../board/labels';
import { Marks } from '../board/marks';
import './pane-head.css';

interface Props {
  readonly ticket: AgentTicket;
  readonly board: BoardState;
  readonly may: readonly Action[];
  readonly now: number;
  readonly onAction: (action: Action) => void;
  readonly onClose: () => void;
}

export function PaneHead({ ticket, board, may, now, onAction, onClose }: Props): JSX.Element {
  const withOwner = isOpen(ticket) && (ticket.owner.type === 'BOT' || ticket.owner.type === 'AGENT');
  return (
    <header className="pane-head">
      <button type="button" className="icon-button back" aria-label="Back to the list" onClick={onClose}>
        <Icon name="down" />
      </button>
      <div className="pane-title">
        <h1>{titleOf(ticket)}</h1>
        <p>
          <span className={`status ${ticket.status.toLowerCase()}`}>
            <i aria-hidden="true" />
            {ticket.status === 'OFFERED' ? ownerLabel(ticket, board.agent?.id) : statusLabel(ticket.status)}
          </span>
          <span className="pane-people">
            {customerOf(ticket)}
            {withOwner && <> · Owner: {ownerLabel(ticket, board.agent?.id)}</>}
          </span>
          <Marks ticket={ticket} now={now} />
        </p>
      </div>
      <Actions busy={board.busy} may={may} onAction={onAction} />
    </header>
  );
}

function Actions({ busy, may, onAction }: Pick<BoardState, 'busy'> & Pick<Props, 'may' | 'onAction'>): JSX.Element {
  const rarer = may.filter(({ place }) => place === 'menu');
  return (
    <div className="pane-actions">
      {may
        .filter(({ place }) => place === 'button' || place === 'primary')
        .map((action) => (
          <button
            key={action.does}
            type="button"
            className={action.place === 'primary' ? 'primary' : 'ghost'}
            disabled={busy !== null}
            aria-label={action.label}
            title={action.key === undefined ? action.label : `${action.label} (${action.key})`}
            onClick={() => onAction(action)}
          >
            <Icon name={action.icon} size={17} />
            <span>{busy?.action === action.does ? (action.doing ?? action.label) : action.label}</span>
          </button>
        ))}
      {rarer.length > 0 && <ActionMenu actions={rarer} onAction={onAction} />}
    </div>
  );
}
