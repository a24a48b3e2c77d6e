import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Ticket } from '../chat-core/ticket';
import { Icon } from '../ui/icons';
import { clockTime } from '../ui/time';
import type { Desk } from './desk';
import { strings } from './strings';

interface Props {
  readonly desk: Desk;
  readonly ticket: Ticket | null;
  readonly escalating: boolean;
}

/** What the customer can do besides writing; "talk to a person" is one tap away for as long as the assistant has the ticket. */
export function ActionBar({ desk, ticket, escalating }: Props): VNode | null {
  switch (ticket?.status) {
    case undefined:
    case 'BOT':
      return (
        <div class="actions">
          <button type="button" class="pill" disabled={escalating} onClick={() => void desk.talkToPerson()}>
            <Icon name="person" size={17} />
            {escalating ? strings.asking : strings.talkToPerson}
          </button>
        </div>
      );
    case 'QUEUED':
    case 'OFFERED':
      return (
        <div class="banner" role="status">
          <span class="pulse" aria-hidden="true" />
          <div>
            <p>{strings.queued}</p>
            {ticket.queuedAt !== null && <p class="quiet">{strings.waitingSince(clockTime(ticket.queuedAt))}</p>}
          </div>
        </div>
      );
    case 'HUMAN':
      return null;
    case 'RESOLVED':
    case 'CLOSED':
      return <Resolved onStart={desk.startNew} />;
  }
}

function Resolved({ onStart }: { readonly onStart: () => void }): VNode {
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
    </section>
  );
}
