import type { JSX } from 'react';
import type { AgentTicket } from '../../api/contract';
import { Avatar } from '../../ui/avatar';
import { customerOf } from '../../ui/person';
import { shortTime, waitingFor } from '../../ui/time';
import type { BoardState } from './board-state';
import { isForMyTeams } from './board-view';
import { Icon } from './icons';
import { ownerLabel, reasonLabel, statusLabel, titleOf } from './labels';
import { Marks } from './marks';
import './ticket-row.css';

interface Props {
  readonly ticket: AgentTicket;
  readonly board: BoardState;
  readonly now: number;
  readonly onSelect: (id: string) => void;
}

/** From here on a wait is a long one. */
const LONG_MS = 180_000;

export function TicketRow({ ticket, board, now, onSelect }: Props): JSX.Element {
  const name = customerOf(ticket);
  const taken = ticket.owner.type === 'AGENT' || ticket.owner.type === 'OFFERED';
  return (
    <button
      type="button"
      className="item"
      aria-current={ticket.id === board.selected ? 'true' : undefined}
      onClick={() => onSelect(ticket.id)}
    >
      <Avatar role="CUSTOMER" id={ticket.customer} name={name} />
      <span className="item-main">
        <span className="item-top">
          <b>{name}</b>
          <When ticket={ticket} now={now} />
        </span>
        <span className="item-title">{titleOf(ticket)}</span>
        {ticket.preview !== '' && ticket.preview !== ticket.subject && (
          <span className="item-preview">{ticket.preview}</span>
        )}
        <span className="item-chips">
          <span className={`status ${ticket.status.toLowerCase()}`}>
            <i aria-hidden="true" />
            {taken ? ownerLabel(ticket, board.agent?.id) : statusLabel(ticket.status)}
          </span>
          {ticket.reason !== null && ticket.status === 'QUEUED' && (
            <span className="reason">{reasonLabel(ticket.reason)}</span>
          )}
          {!isForMyTeams(board, ticket) && <span className="reason">{ticket.team}</span>}
          <Marks ticket={ticket} now={now} />
        </span>
      </span>
    </button>
  );
}

function When({ ticket, now }: Pick<Props, 'ticket' | 'now'>): JSX.Element {
  if (ticket.status !== 'QUEUED' && ticket.status !== 'OFFERED')
    return <time dateTime={ticket.updatedAt}>{shortTime(ticket.updatedAt, now)}</time>;
  const since = ticket.queuedAt ?? ticket.updatedAt;
  const long = now - Date.parse(since) > LONG_MS;
  return (
    <span className={`waiting${long ? ' long' : ''}`} title="Time in the queue">
      <Icon name="clock" size={13} />
      {waitingFor(since, now)}
    </span>
  );
}
