import type { JSX } from 'react';
import type { AgentTicket } from '../../api/contract';
import { customerOf } from '../../ui/person';
import { waitingFor } from '../../ui/time';
import { Icon } from './icons';
import { titleOf } from './labels';
import { secondsLeft } from './moments';
import './offer-banner.css';

interface Props {
  readonly offers: readonly AgentTicket[];
  readonly now: number;
  readonly busy: boolean;
  readonly onAccept: (ticket: AgentTicket) => void;
  readonly onDecline: (ticket: AgentTicket) => void;
  readonly onLook: (ticket: string) => void;
}

/** What is offered to the agent: it ends within seconds, so it stands above everything. */
export function OfferBanner({ offers, now, busy, onAccept, onDecline, onLook }: Props): JSX.Element {
  return (
    <div className="offers">
      <p className="hidden" role="alert">
        {offers.length > 0 && `Offered to you: ${offers.map(titleOf).join(', ')}`}
      </p>
      {offers.map((ticket, index) => (
        <section key={ticket.id} className="offer" aria-label={`Offered to you: ${titleOf(ticket)}`}>
          <Icon name="bell" size={19} />
          <button type="button" className="offer-text" onClick={() => onLook(ticket.id)}>
            <b>Offered to you: {titleOf(ticket)}</b>
            <span>
              {customerOf(ticket)}
              {ticket.queuedAt !== null && ` · waiting for ${waitingFor(ticket.queuedAt, now)}`}
            </span>
          </button>
          <Countdown dueAt={ticket.next?.dueAt ?? null} now={now} />
          <button
            type="button"
            className="offer-accept"
            disabled={busy}
            title={index === 0 ? 'Accept (a)' : 'Accept'}
            onClick={() => onAccept(ticket)}
          >
            Accept
          </button>
          <button
            type="button"
            className="offer-decline"
            disabled={busy}
            title={index === 0 ? 'Decline (d)' : 'Decline'}
            onClick={() => onDecline(ticket)}
          >
            Decline
          </button>
        </section>
      ))}
    </div>
  );
}

/** Decoration for those who see; it would be read out every second otherwise. */
function Countdown({ dueAt, now }: { readonly dueAt: string | null; readonly now: number }): JSX.Element | null {
  const left = secondsLeft(dueAt, now);
  return left === null ? null : (
    <span className="offer-left" aria-hidden="true">
      {left} s
    </span>
  );
}
