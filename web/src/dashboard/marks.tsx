import type { VNode } from 'preact';
import type { Ticket } from '../chat-core/ticket';
import { needsColleague } from './board-view';
import { Icon } from './icons';
import { moment } from './snooze';

/** What sets a ticket apart from the others: overdue, at the front, put aside, urgent. */
export function Marks({ ticket, now }: { readonly ticket: Ticket; readonly now: number }): VNode {
  const { alerts, front, snoozed, priority, status, next, counsel } = ticket;
  const open = status === 'QUEUED' || status === 'OFFERED' || status === 'HUMAN';
  return (
    <>
      {open && alerts > 0 && (
        <span class="flag overdue-flag" title={`Overdue; alerted ${alerts === 1 ? 'once' : `${alerts} times`}`}>
          <Icon name="bell" size={13} />
          Overdue
        </span>
      )}
      {needsColleague(ticket) && (
        <span class="flag counsel-flag" title="The assistant waits for a colleague">
          <Icon name="help" size={13} />
          {counsel.pending === 'PROPOSAL' ? 'Approve' : 'Asks you'}
        </span>
      )}
      {status === 'BOT' && counsel.approval && counsel.pending === null && (
        <span class="flag" title="A colleague approves what the assistant says">
          <Icon name="lock" size={13} />
          Approved first
        </span>
      )}
      {status === 'QUEUED' && front && (
        <span class="flag" title="Somebody had it and gave it back, or is gone: it goes before all others">
          <Icon name="front" size={13} />
          Front
        </span>
      )}
      {snoozed && next?.dueAt != null && (
        <span class="flag">
          <Icon name="moon" size={13} />
          Until {moment(next.dueAt, now)}
        </span>
      )}
      {priority > 0 && (
        <span class="flag" title="Priority, 9 is the most urgent">
          Priority {priority}
        </span>
      )}
    </>
  );
}
