import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CustomerAction } from '../api/customer-api';
import type { TicketState } from '../chat-core/ticket-state';
import { Icon } from '../ui/icons';
import { clockTime } from '../ui/time';
import type { Desk } from './desk';
import { strings } from './strings';

interface Props {
  readonly desk: Desk;
  readonly state: TicketState;
  readonly asking: CustomerAction | null;
  readonly onGoOn: () => void;
}

/** What the customer can do besides writing; "talk to a person" is one tap away for as long as the assistant has the ticket. */
export function ActionBar({ desk, state, asking, onGoOn }: Props): VNode | null {
  const { ticket } = state;
  switch (ticket?.status) {
    case undefined:
    case 'BOT': {
      const kept = ticket?.placeUntil ?? '';
      return (
        <>
          {Date.parse(kept) > Date.now() && <p class="kept">{strings.placeKept(clockTime(kept))}</p>}
          <div class="actions">
            <button type="button" class="pill" disabled={asking !== null} onClick={() => void desk.ask('escalate')}>
              <Icon name="person" size={17} />
              {asking === 'escalate' ? strings.asking : strings.talkToPerson}
            </button>
            {wasAnswered(state) && (
              <button type="button" class="settle" disabled={asking !== null} onClick={() => void desk.ask('resolve')}>
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
        <div class="banner">
          <span class="pulse" aria-hidden="true" />
          <div>
            <div role="status">
              <p>{strings.queued}</p>
              {ticket?.queuedAt != null && <p class="quiet">{strings.waitingSince(clockTime(ticket.queuedAt))}</p>}
            </div>
            <button type="button" class="pill" disabled={asking !== null} onClick={() => void desk.ask('return')}>
              <Icon name="spark" size={17} />
              {asking === 'return' ? strings.goingBack : strings.backToAssistant}
            </button>
          </div>
        </div>
      );
    case 'HUMAN':
      return null;
    case 'RESOLVED':
      return <Ended onStart={desk.startNew} onGoOn={onGoOn} />;
    case 'CLOSED':
      return <Ended onStart={desk.startNew} onGoOn={null} />;
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

function Ended({ onStart, onGoOn }: EndedProps): VNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The composer that had the focus is gone.
    if (document.activeElement === document.body && document.hasFocus()) button.current?.focus();
  }, []);
  return (
    <section class="ended" role="status">
      <span class="ended-mark" aria-hidden="true">
        <Icon name="check" size={18} />
      </span>
      <div>
        <p>
          <strong>{strings.ended}</strong>
        </p>
        <p class="quiet">{strings.endedMore}</p>
      </div>
      <button type="button" class="primary" ref={button} onClick={onStart}>
        {strings.startNew}
      </button>
      {onGoOn !== null && (
        <button type="button" class="go-on" onClick={onGoOn}>
          {strings.goOn}
        </button>
      )}
    </section>
  );
}
