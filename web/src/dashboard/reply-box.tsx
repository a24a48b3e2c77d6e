import type { RefObject, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Ticket } from '../chat-core/ticket';
import type { BoardState } from './board-state';
import { Composer } from './composer';
import type { Draft, Mode } from './drafts';
import { Icon, type IconName } from './icons';
import type { Command } from './keys';
import type { Permission } from './permitted';

interface Props {
  readonly inputRef: RefObject<HTMLTextAreaElement>;
  readonly ticket: Ticket;
  readonly may: ReadonlySet<Permission>;
  readonly draft: Draft;
  readonly busy: BoardState['busy'];
  readonly onSend: (text: string, mode: Mode) => void;
  readonly onTyping: () => void;
  readonly onCommand: (command: Command) => void;
}

/** Only the owner writes to the customer; everybody may leave a note, or tell the assistant something while it has the ticket, and sees why they can do no more. */
export function ReplyBox({ ticket, may, draft, busy, onCommand, ...composer }: Props): VNode {
  const owner = may.has('reply');
  const wasOwner = useRef(owner);
  useEffect(() => {
    // Who has given the ticket away sees first who has it now; a note that was begun stays open.
    if (wasOwner.current && !owner && draft.text === '') draft.setMode('reply');
    wasOwner.current = owner;
  }, [owner]);

  if (owner) return <Composer mode={draft.mode} modes={['reply', 'note']} draft={draft} {...composer} />;
  if (draft.mode !== 'reply' && may.has(draft.mode)) {
    const modes = (['whisper', 'note'] as const).filter((mode) => may.has(mode));
    return <Composer mode={draft.mode} modes={modes} draft={draft} {...composer} />;
  }
  const { icon, words, command, label } = why(ticket, may);
  return (
    <footer class="reply closed">
      <p>
        {icon !== null && <Icon name={icon} size={18} />}
        <span>{words}</span>
      </p>
      {may.has('whisper') && (
        <button type="button" class="ghost" title="Tell the assistant (w)" onClick={() => onCommand('whisper')}>
          <Icon name="spark" size={16} />
          Tell it
        </button>
      )}
      {may.has('note') && (
        <button type="button" class="ghost" title="Write a private note (n)" onClick={() => onCommand('note')}>
          <Icon name="lock" size={16} />
          Private note
        </button>
      )}
      {command !== null && (
        <button type="button" class="primary" disabled={busy !== null} onClick={() => onCommand(command)}>
          {label}
        </button>
      )}
    </footer>
  );
}

interface Why {
  readonly icon: IconName | null;
  readonly words: string;
  readonly command: Command | null;
  readonly label: string;
}

const nothing = { command: null, label: '' } as const;
const claim = { icon: null, command: 'claim', label: 'Claim to reply' } as const;

function why({ status, owner }: Ticket, may: ReadonlySet<Permission>): Why {
  switch (status) {
    case 'BOT':
      return { words: 'The assistant has this ticket. You see its answers as it writes them.', ...claim };
    case 'QUEUED':
      return { words: 'Nobody has this ticket yet.', ...claim };
    case 'OFFERED':
      return may.has('accept')
        ? { icon: 'bell', words: 'This ticket is offered to you.', command: 'accept', label: 'Accept to reply' }
        : { words: `Offered to ${owner.name}, who has a few seconds to accept.`, ...claim };
    case 'HUMAN':
      return { icon: 'person', words: `${owner.name} has this ticket. You can read along.`, ...nothing };
    case 'RESOLVED':
      return {
        icon: 'check',
        words: 'This ticket is resolved. It opens again when the customer writes.',
        ...nothing,
      };
    case 'CLOSED':
      return { icon: 'lock', words: 'This ticket is closed; nothing can be added to it.', ...nothing };
  }
}
