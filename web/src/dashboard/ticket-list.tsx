import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { TicketListName } from '../api/agent-api';
import type { Ticket } from '../chat-core/ticket';
import { Avatar } from '../ui/avatar';
import { Icon, type IconName } from './icons';
import { customerOf } from '../ui/person';
import { shortTime, waitingFor } from '../ui/time';
import type { BoardState } from './board-state';
import { countIn, isForMyTeams, isOtherTeams, visibleTickets } from './board-view';
import { ownerLabel, reasonLabel, statusLabel, titleOf } from './labels';
import { Marks } from './marks';

interface Props {
  readonly board: BoardState;
  readonly now: number;
  readonly onShow: (list: TicketListName) => void;
  readonly onSelect: (id: string) => void;
}

const TABS: readonly { readonly list: TicketListName; readonly label: string; readonly icon: IconName }[] = [
  { list: 'inbox', label: 'Inbox', icon: 'inbox' },
  { list: 'mine', label: 'Mine', icon: 'mine' },
  { list: 'all', label: 'All', icon: 'all' },
];

export function TicketList({ board, now, onShow, onSelect }: Props): VNode {
  const tickets = visibleTickets(board);
  const apart = (ticket: Ticket): boolean => board.list === 'inbox' && isOtherTeams(board, ticket);
  const others = tickets.filter(apart);
  return (
    <nav class="list" aria-label="Tickets">
      <div class="tabs" role="tablist" aria-label="Lists">
        {TABS.map(({ list, label, icon }) => (
          <button
            key={list}
            type="button"
            role="tab"
            id={`tab-${list}`}
            aria-selected={board.list === list}
            aria-controls="tickets"
            onClick={() => onShow(list)}
          >
            <Icon name={icon} size={17} />
            {label}
            <span class="count">{countIn(board, list)}</span>
          </button>
        ))}
      </div>
      <div class="list-body" id="tickets" role="tabpanel" aria-labelledby={`tab-${board.list}`}>
        {!board.listed ? (
          <ListSkeleton />
        ) : tickets.length === 0 ? (
          <EmptyList board={board} />
        ) : (
          <>
            <Items tickets={tickets.filter((ticket) => !apart(ticket))} board={board} now={now} onSelect={onSelect} />
            {others.length > 0 && (
              <>
                <h2 class="list-heading">Other teams</h2>
                <Items tickets={others} board={board} now={now} onSelect={onSelect} />
              </>
            )}
          </>
        )}
      </div>
    </nav>
  );
}

interface ItemsProps {
  readonly tickets: readonly Ticket[];
  readonly board: BoardState;
  readonly now: number;
  readonly onSelect: (id: string) => void;
}

function Items({ tickets, ...shared }: ItemsProps): VNode {
  return (
    <ul>
      {tickets.map((ticket) => (
        <Item key={ticket.id} ticket={ticket} {...shared} />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly ticket: Ticket;
  readonly board: BoardState;
  readonly now: number;
  readonly onSelect: (id: string) => void;
}

function Item({ ticket, board, now, onSelect }: ItemProps): VNode {
  const selected = ticket.id === board.selected;
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const name = customerOf(ticket);
  return (
    <li>
      <button
        ref={row}
        type="button"
        class="item"
        aria-current={selected ? 'true' : undefined}
        onClick={() => onSelect(ticket.id)}
      >
        <Avatar role="CUSTOMER" id={ticket.customer} name={name} />
        <span class="item-main">
          <span class="item-top">
            <b>{name}</b>
            <When ticket={ticket} now={now} />
          </span>
          <span class="item-title">{titleOf(ticket)}</span>
          {ticket.preview !== null && ticket.preview !== ticket.subject && (
            <span class="item-preview">{ticket.preview}</span>
          )}
          <span class="item-chips">
            <span class={`status ${ticket.status.toLowerCase()}`}>
              <i aria-hidden="true" />
              {ticket.owner.type === 'AGENT' || ticket.owner.type === 'OFFERED'
                ? ownerLabel(ticket, board.agent?.id)
                : statusLabel(ticket.status)}
            </span>
            {ticket.reason !== null && ticket.status === 'QUEUED' && (
              <span class="reason">{reasonLabel(ticket.reason)}</span>
            )}
            {!isForMyTeams(board, ticket) && ticket.team !== null && <span class="reason">{ticket.team}</span>}
            <Marks ticket={ticket} now={now} />
          </span>
        </span>
      </button>
    </li>
  );
}

function When({ ticket, now }: { readonly ticket: Ticket; readonly now: number }): VNode {
  if (ticket.status !== 'QUEUED' && ticket.status !== 'OFFERED')
    return <time dateTime={ticket.updatedAt}>{shortTime(ticket.updatedAt, now)}</time>;
  const waited = now - Date.parse(ticket.queuedAt ?? ticket.updatedAt);
  return (
    <span class={`waiting${waited > 180_000 ? ' long' : ''}`} title="Time in the queue">
      <Icon name="clock" size={13} />
      {waitingFor(ticket.queuedAt ?? ticket.updatedAt, now)}
    </span>
  );
}

function EmptyList({ board }: { readonly board: BoardState }): VNode {
  if (board.search !== '') {
    return (
      <div class="empty">
        <Icon name="search" size={28} />
        <p>Nothing matches “{board.search}”.</p>
      </div>
    );
  }
  const words = {
    inbox: ['Nobody is waiting', 'A ticket appears here the moment the assistant asks for a person.'],
    mine: ['No ticket is yours', 'Claim one from the inbox; it stays here until it is resolved.'],
    all: ['No tickets yet', 'Every ticket shows up here, also those that the assistant handles alone.'],
  }[board.list];
  return (
    <div class="empty">
      <span class="empty-art">
        <Icon name={board.list === 'inbox' ? 'check' : board.list === 'mine' ? 'mine' : 'all'} size={26} />
      </span>
      <p>
        <b>{words[0]}</b>
      </p>
      <p class="quiet">{words[1]}</p>
    </div>
  );
}

function ListSkeleton(): VNode {
  return (
    <div class="list-skeleton" aria-busy="true" aria-label="Loading tickets">
      {[0, 1, 2, 3].map((row) => (
        <div key={row}>
          <i />
          <span>
            <b />
            <b />
          </span>
        </div>
      ))}
    </div>
  );
}
