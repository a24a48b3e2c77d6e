import type { VNode } from 'preact';
import type { Ticket } from '../chat-core/ticket';
import { customerOf } from '../ui/person';
import { waitingFor } from '../ui/time';
import { Icon } from './icons';
import { titleOf } from './labels';

interface Props {
  readonly offers: readonly Ticket[];
  readonly now: number;
  readonly busy: boolean;
  readonly onAnswer: (ticket: string, answer: 'accept' | 'decline') => void;
  readonly onLook: (ticket: string) => void;
}

/** What is offered to the agent: it ends within seconds, so it stands above everything. */
export function OfferBanner({ offers, now, busy, onAnswer, onLook }: Props): VNode {
  return (
    <div class="offers">
      <p class="hidden" role="alert">
        {offers.length > 0 && `Offered to you: ${offers.map(titleOf).join(', ')}`}
      </p>
      {offers.map((ticket, index) => (
        <section key={ticket.id} class="offer" aria-label={`Offered to you: ${titleOf(ticket)}`}>
          <Icon name="bell" size={19} />
          <button type="button" class="offer-text" onClick={() => onLook(ticket.id)}>
            <b>Offered to you: {titleOf(ticket)}</b>
            <span>
              {customerOf(ticket)}
              {ticket.queuedAt !== null && ` · waiting for ${waitingFor(ticket.queuedAt, now)}`}
            </span>
          </button>
          <Countdown dueAt={ticket.next?.dueAt ?? null} now={now} />
          <button
            type="button"
            class="offer-accept"
            disabled={busy}
            title={index === 0 ? 'Accept (a)' : 'Accept'}
            onClick={() => onAnswer(ticket.id, 'accept')}
          >
            Accept
          </button>
          <button
            type="button"
            class="offer-decline"
            disabled={busy}
            title={index === 0 ? 'Decline (d)' : 'Decline'}
            onClick={() => onAnswer(ticket.id, 'decline')}
          >
            Decline
          </button>
        </section>
      ))}
    </div>
  );
}

/** Decoration for those who see; it would be read out every second otherwise. */
function Countdown({ dueAt, now }: { readonly dueAt: string | null; readonly now: number }): VNode | null {
  const left = secondsLeft(dueAt, now);
  return left === null ? null : (
    <span class="offer-left" aria-hidden="true">
      {left} s
    </span>
  );
}

export function secondsLeft(dueAt: string | null, now: number): number | null {
  const due = dueAt === null ? Number.NaN : Date.parse(dueAt);
  return Number.isNaN(due) ? null : Math.max(0, Math.ceil((due - now) / 1000));
}
