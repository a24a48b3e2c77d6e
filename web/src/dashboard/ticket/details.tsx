import type { JSX, ReactNode } from 'react';
import type { AgentTicket } from '../../api/contract';
import { isOpen, type AgentSide } from '../../chat-core/ticket';
import type { TicketState } from '../../chat-core/ticket-state';
import { customerIsHere, customerIsTyping } from '../../chat-core/view';
import { Avatar } from '../../ui/avatar';
import { customerOf } from '../../ui/person';
import { clockTime, shortTime, waitingFor } from '../../ui/time';
import type { BoardState } from '../board/board-state';
import { Icon } from '../board/icons';
import { ownerLabel, priorityLabel, reasonLabel, statusLabel } from '../board/labels';
import { moment } from '../board/moments';
import { triage } from '../actions/triage';
import type { Desk } from '../actions/use-desk';
import './details.css';

interface Props {
  readonly ticket: AgentTicket | null;
  readonly view: TicketState<AgentSide>;
  readonly board: BoardState;
  readonly now: number;
  readonly desk: Desk;
}

export function Details({ ticket, view, board, now, desk }: Props): JSX.Element {
  return (
    <aside className="details" aria-label="Details">
      {ticket !== null && <TicketDetails ticket={ticket} view={view} board={board} now={now} desk={desk} />}
      <section>
        <h2>Online now</h2>
        {board.online.length === 0 ? (
          <p className="quiet">Nobody yet.</p>
        ) : (
          <ul className="people">
            {board.online.map(({ id, name }) => (
              <li key={id}>
                <Avatar role="AGENT" id={id} name={name} />
                {name}
                {id === board.agent?.id && <span className="quiet">you</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </aside>
  );
}

function TicketDetails({ ticket, view, board, now, desk }: Props & { readonly ticket: AgentTicket }): JSX.Element {
  const name = customerOf(ticket);
  const here = customerIsHere(view);
  return (
    <>
      <section className="customer-card">
        <Avatar role="CUSTOMER" id={ticket.customer} name={name} />
        <div>
          <h2>{name}</h2>
          <p className={`presence${here ? ' here' : ''}`} role="status">
            <i aria-hidden="true" />
            {customerIsTyping(view) ? 'Typing…' : here ? 'Customer is here' : 'Customer is away'}
          </p>
        </div>
      </section>
      <section>
        <h2>Ticket</h2>
        <dl>
          <Row label="Status">{statusLabel(ticket.status)}</Row>
          <Row label="Owner">{ownerLabel(ticket, board.agent?.id)}</Row>
          {ticket.reason !== null && <Row label="Reason">{reasonLabel(ticket.reason)}</Row>}
          {ticket.status === 'QUEUED' && <Row label="Waiting">{waitingFor(ticket.queuedAt, now)}</Row>}
          <NextMove ticket={ticket} now={now} />
          {ticket.snoozed && ticket.next !== null && <Row label="Snoozed until">{moment(ticket.next.dueAt, now)}</Row>}
          {ticket.language !== '' && <Row label="Language">{languageName(ticket.language)}</Row>}
          <Row label="Opened">{shortTime(ticket.createdAt, now)}</Row>
        </dl>
      </section>
      <section>
        <header className="details-head">
          <h2>Team, priority, tags</h2>
          {desk.can(triage) && (
            <button
              type="button"
              className="link"
              aria-label="Edit team, priority and tags"
              title="Edit (p)"
              onClick={() => desk.start(triage)}
            >
              Edit
            </button>
          )}
        </header>
        <dl>
          <Row label="Team">{ticket.team}</Row>
          <Row label="Priority">{priorityLabel(ticket.priority, board.limits?.priority)}</Row>
        </dl>
        {ticket.tags.length > 0 && (
          <ul className="tag-list" aria-label="Tags">
            {ticket.tags.map((tag) => (
              <li key={tag} className="tag-chip">
                <Icon name="tag" size={13} />
                {tag}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function NextMove({ ticket, now }: { readonly ticket: AgentTicket; readonly now: number }): JSX.Element | null {
  const { next } = ticket;
  if (next === null || ticket.snoozed || !isOpen(ticket)) return null;
  const who = { CUSTOMER: 'Customer', BOT: 'Assistant', QUEUE: 'Somebody', AGENT: 'Agent' }[next.who];
  const overdue = ticket.alerts > 0 || Date.parse(next.dueAt) < now;
  return (
    <Row label="Next move">
      <span className={overdue ? 'overdue' : ''}>
        {who} · {clockTime(next.dueAt)}
      </span>
    </Row>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
