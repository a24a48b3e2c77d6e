import { type JSX, useEffect, useRef } from 'react';
import type { CustomerAction } from '../api/contract';
import type { CustomerSide } from '../chat-core/ticket';
import type { TicketState } from '../chat-core/ticket-state';
import { Icon } from '../ui/icons';
import { clockTime } from '../ui/time';
import './action-bar.css';
import type { Chat } from './chat';
import { strings } from './strings';

interface Props {
  readonly chat: Chat;
  readonly state: TicketState<CustomerSide>;
  readonly asking: CustomerAction | null;
  readonly onGoOn: () => void;
}

/** What the customer can do besides writing; "talk to a person" is one tap away for as long as the assistant has the ticket. */
export function ActionBar({ chat, state, asking, onGoOn }: Props): JSX.Element | null {
  const { ticket } = state;
  // Asking for a person opens a ticket where there is none.
  const may = (action: CustomerAction): boolean =>
    ticket === null ? action === 'ESCALATE' : state.actions.includes(action);
  switch (ticket?.status) {
    case undefined:
    case 'BOT': {
      const kept = ticket?.placeUntil ?? '';
      return (
        <>
          {Date.parse(kept) > Date.now() && <p className="kept">{strings.placeKept(clockTime(kept))}</p>}
          <div className="actions">
            {may('ESCALATE') && (
              <button
                type="button"
                className="pill"
                disabled={asking !== null}
                onClick={() => void chat.ask('ESCALATE')}
              >
                <Icon name="person" size={17} />
                {asking === 'ESCALATE' ? strings.asking : strings.talkToPerson}
              </button>
            )}
            {may('RESOLVE') && wasAnswered(state) && (
              <button
                type="button"
                className="settle"
                disabled={asking !== null}
                onClick={() => void chat.ask('RESOLVE')}
              >
                {strings.settle}
              </button>
            )}
          </div>
        </>
      );
    }
    case 'QUEUED':
    case 'OFFERED':
      return (
        <div className="banner">
          <span className="pulse" aria-hidden="true" />
          <div>
            <div role="status">
              <p>{strings.queued}</p>
              {ticket?.queuedAt != null && <p className="quiet">{strings.waitingSince(clockTime(ticket.queuedAt))}</p>}
            </div>
            {may('RETURN') && (
              <button type="button" className="pill" disabled={asking !== null} onClick={() => void chat.ask('RETURN')}>
                <Icon name="spark" size={17} />
                {asking === 'RETURN' ? strings.goingBack : strings.backToAssistant}
              </button>
            )}
          </div>
        </div>
      );
    case 'HUMAN':
      return null;
    case 'RESOLVED':
      return <Ended onStart={chat.startNew} onGoOn={onGoOn} />;
    case 'CLOSED':
      return <Ended onStart={chat.startNew} onGoOn={null} />;
  }
}

/** Whether the last word is the assistant's answer to something that the customer asked. */
function wasAnswered({ entries, outbox }: TicketState): boolean {
  const said = entries.filter(({ kind }) => kind === 'MESSAGE');
  const last = said.at(-1);
  return (
    outbox.length === 0 &&
    last?.author.role === 'BOT' &&
    last.state !== 'STREAMING' &&
    said.some(({ author }) => author.role === 'CUSTOMER')
  );
}

interface EndedProps {
  readonly onStart: () => void;
  /** Null once writing does not open the ticket again. */
  readonly onGoOn: (() => void) | null;
}

function Ended({ onStart, onGoOn }: EndedProps): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The composer that had the focus is gone.
    if (document.activeElement === document.body && document.hasFocus()) button.current?.focus();
  }, []);
  return (
    <section className="ended" role="status">
      <span className="ended-mark" aria-hidden="true">
        <Icon name="check" size={18} />
      </span>
      <div>
        <p>
          <strong>{strings.ended}</strong>
        </p>
        <p className="quiet">{strings.endedMore}</p>
      </div>
      <button type="button" className="primary" ref={button} onClick={onStart}>
        {strings.startNew}
      </button>
      {onGoOn !== null && (
        <button type="button" className="go-on" onClick={onGoOn}>
          {strings.goOn}
        </button>
      )}
    </section>
  );
}
