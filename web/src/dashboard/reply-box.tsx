import type { RefObject, VNode } from 'preact';
import type { Ticket } from '../chat-core/ticket';
import { MAX_TEXT, useAutoGrow } from '../ui/composing';
import { Icon } from '../ui/icons';
import type { BoardState } from './board-state';

interface Props {
  readonly inputRef: RefObject<HTMLTextAreaElement>;
  readonly ticket: Ticket;
  readonly mine: boolean;
  readonly busy: BoardState['busy'];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSend: (text: string) => void;
  readonly onClaim: () => void;
}

/** Only the owner writes; everybody else sees why not, and how to. */
export function ReplyBox(props: Props): VNode {
  const { ticket, mine, busy } = props;
  if (mine) return <Composer {...props} />;
  switch (ticket.status) {
    case 'RESOLVED':
      return (
        <footer class="reply closed">
          <Icon name="check" size={18} />
          <span>This ticket is resolved. It opens again when the customer writes.</span>
        </footer>
      );
    case 'CLOSED':
      return (
        <footer class="reply closed">
          <span>This ticket is closed. The customer starts a new one when they write.</span>
        </footer>
      );
    case 'HUMAN':
      return (
        <footer class="reply closed">
          <Icon name="person" size={18} />
          <span>{ticket.owner.name} has this ticket. You can read along.</span>
        </footer>
      );
    case 'BOT':
    case 'QUEUED':
    case 'OFFERED':
      return (
        <footer class="reply closed">
          <span>
            {ticket.status === 'BOT'
              ? 'The assistant has this ticket. You see its answers as it writes them.'
              : 'Nobody has this ticket yet.'}
          </span>
          <button type="button" class="primary" disabled={busy !== null} onClick={props.onClaim}>
            Claim to reply
          </button>
        </footer>
      );
  }
}

function Composer({ inputRef, text, onText, onSend }: Props): VNode {
  const trimmed = text.trim();
  const left = MAX_TEXT - trimmed.length;
  const ready = trimmed !== '' && left >= 0;
  useAutoGrow(inputRef, text);
  const send = (): void => {
    if (ready) onSend(trimmed);
  };
  return (
    <footer class="reply">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <textarea
          ref={inputRef}
          rows={2}
          aria-label="Your reply"
          aria-invalid={left < 0}
          placeholder="Write a reply…"
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <div class="reply-foot">
          <span class="quiet">
            <kbd>Enter</kbd> sends · <kbd>Shift</kbd> <kbd>Enter</kbd> new line
          </span>
          {left < 300 && (
            <span class={left < 0 ? 'over' : 'quiet'} role="status">
              {left >= 0 ? `${left} left` : `${-left} too many`}
            </span>
          )}
          <button type="submit" class="primary" disabled={!ready}>
            <Icon name="send" size={16} />
            Send
          </button>
        </div>
      </form>
    </footer>
  );
}
