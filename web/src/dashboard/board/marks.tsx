import type { JSX } from 'react';
import type { AgentTicket } from '../../api/contract';
import { needsColleague } from './board-view';
import { Icon } from './icons';
import './marks.css';
import { moment } from './moments';

/** What sets a ticket apart from the others: overdue, at the front, put aside, urgent. */
export function Marks({ ticket, now }: { readonly ticket: AgentTicket; readonly now: number }): JSX.Element {
  const { alerts, front, snoozed, priority, status, next, review } = ticket;
  const open = status === 'QUEUED' || status === 'OFFERED' || status === 'HUMAN';
  return (
    <>
      {open && alerts > 0 && (
        <span className="flag overdue-flag" title={`Overdue; alerted ${alerts === 1 ? 'once' : `${alerts} times`}`}>
          <Icon name="bell" size={13} />
          Overdue
        </span>
      )}
      {needsColleague(ticket) && (
        <span className="flag review-flag" title="The assistant waits for a colleague">
          <Icon name="help" size={13} />
          {review.pending === 'PROPOSAL' ? 'Approve' : 'Asks you'}
        </span>
      )}
      {status === 'BOT' && review.approval && review.pending === null && (
        <span className="flag" title="A colleague approves what the assistant says">
          <Icon name="lock" size={13} />
          Approved first
        </span>
      )}
      {status === 'QUEUED' && front && (
        <span className="flag" title="Somebody had it and gave it back, or is gone: it goes before all others">
          <Icon name="front" size={13} />
          Front
        </span>
      )}
      {snoozed && next !== null && (
        <span className="flag">
          <Icon name="moon" size={13} />
          Until {moment(next.dueAt, now)}
        </span>
      )}
      {priority > 0 && (
        <span className="flag" title="Priority, 9 is the most urgent">
          Priority {priority}
        </span>
      )}
    </>
  );
}
