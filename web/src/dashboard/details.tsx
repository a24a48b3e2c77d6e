import type { ComponentChildren, VNode } from 'preact';
import { isOpen, type Ticket } from '../chat-core/ticket';
import type { TicketState } from '../chat-core/ticket-state';
import { customerIsHere, customerIsTyping } from '../chat-core/view';
import { Avatar } from '../ui/avatar';
import { customerOf } from '../ui/person';
import { clockTime, shortTime, waitingFor } from '../ui/time';
import type { BoardState } from './board-state';
import { Icon } from './icons';
import { ownerLabel, priorityLabel, reasonLabel, statusLabel } from './labels';
import { moment } from './snooze';
import type { Desk } from './use-desk';

interface Props {
  readonly ticket: Ticket | null;
  readonly view: TicketState;
  readonly board: BoardState;
  readonly now: number;
  readonly desk: Desk;
}

export function Details({ ticket, view, board, now, desk }: Props): VNode {
  return (
    <aside class="details" aria-label="Details">
      {ticket !== null && <TicketDetails ticket={ticket} view={view} board={board} now={now} desk={desk} />}
      <section>
        <h2>Online now</h2>
        {board.online.length === 0 ? (
          <p class="quiet">Nobody yet.</p>
        ) : (
          <ul class="people">
            {board.online.map(({ id, name }) => (
              <li key={id}>
                <Avatar role="AGENT" id={id} name={name} />
                {name}
                {id === board.agent?.id && <span class="quiet">you</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </aside>
  );
}

function TicketDetails({ ticket, view, board, now, desk }: Props & { readonly ticket: Ticket }): VNode {
  const name = customerOf(ticket);
  const here = customerIsHere(view);
  return (
    <>
      <section class="customer-card">
        <Avatar role="CUSTOMER" id={ticket.customer} name={name} />
        <div>
          <h2>{name}</h2>
          <p class={`presence${here ? ' here' : ''}`} role="status">
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
          {ticket.snoozed && ticket.next?.dueAt != null && (
            <Row label="Snoozed until">{moment(ticket.next.dueAt, now)}</Row>
          )}
          {ticket.language !== null && <Row label="Language">{languageName(ticket.language)}</Row>}
          <Row label="Opened">{shortTime(ticket.createdAt, now)}</Row>
        </dl>
      </section>
      <section>
        <header class="details-head">
          <h2>Team, priority, tags</h2>
          {desk.may.has('sort') && (
            <button
              type="button"
              class="link"
              aria-label="Edit team, priority and tags"
              title="Edit (p)"
              onClick={() => desk.run('sort')}
            >
              Edit
            </button>
          )}
        </header>
        <dl>
          {ticket.team !== null && <Row label="Team">{ticket.team}</Row>}
          <Row label="Priority">{priorityLabel(ticket.priority)}</Row>
        </dl>
        {ticket.tags.length > 0 && (
          <ul class="tag-list" aria-label="Tags">
            {ticket.tags.map((tag) => (
              <li key={tag} class="tag-chip">
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

function NextMove({ ticket, now }: { readonly ticket: Ticket; readonly now: number }): VNode | null {
  const { next } = ticket;
  if (next === null || next.who === 'NOBODY' || ticket.snoozed || !isOpen(ticket)) return null;
  const who = { CUSTOMER: 'Customer', BOT: 'Assistant', QUEUE: 'Somebody', AGENT: 'Agent' }[next.who];
  const overdue = ticket.alerts > 0 || (next.dueAt !== null && Date.parse(next.dueAt) < now);
  return (
    <Row label="Next move">
      <span class={overdue ? 'overdue' : ''}>
        {who}
        {next.dueAt !== null && ` · ${clockTime(next.dueAt)}`}
      </span>
    </Row>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ComponentChildren }): VNode {
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
