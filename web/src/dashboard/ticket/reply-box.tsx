import { useEffect, useRef, type JSX, type RefObject } from 'react';
import type { AgentTicket } from '../../api/contract';
import { accept } from '../actions/accept';
import type { Action, Writing } from '../actions/action';
import { claim } from '../actions/claim';
import type { Draft } from '../actions/drafts';
import { note } from '../actions/note';
import { reply } from '../actions/reply';
import { whisper } from '../actions/whisper';
import { Icon, type IconName } from '../board/icons';
import { Composer } from './composer';
import './composer.css';

interface Props {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly ticket: AgentTicket;
  readonly may: readonly Action[];
  readonly draft: Draft;
  readonly busy: boolean;
  readonly most: number;
  readonly onSend: (text: string, writing: Writing) => void;
  readonly onTyping: () => void;
  readonly onAction: (action: Action) => void;
}

const BOXES = [reply, whisper, note];

/** Only the owner writes to the customer; others may leave a note, or tell the assistant something while it has the ticket, and see why they can do no more. */
export function ReplyBox({ ticket, may, draft, busy, onAction, ...composer }: Props): JSX.Element {
  const can = (action: Action): boolean => may.includes(action);
  const owner = can(reply);
  const wasOwner = useRef(owner);
  useEffect(() => {
    // Who has given the ticket away sees first who has it now; a note that was begun stays open.
    if (wasOwner.current && !owner && draft.text === '') draft.setMode('reply');
    wasOwner.current = owner;
  }, [owner, draft]);

  const boxes = BOXES.flatMap((action) =>
    can(action) && action.writing !== undefined ? [{ ...action, writing: action.writing }] : [],
  );
  if (boxes.some(({ writing }) => writing.mode === draft.mode))
    return <Composer boxes={boxes} draft={draft} {...composer} />;
  const { icon, words, action, label } = why(ticket, can);
  return (
    <footer className="reply closed">
      <p>
        {icon !== null && <Icon name={icon} size={18} />}
        <span>{words}</span>
      </p>
      {can(whisper) && (
        <button type="button" className="ghost" title="Tell the assistant (w)" onClick={() => onAction(whisper)}>
          <Icon name="spark" size={16} />
          Tell it
        </button>
      )}
      {can(note) && (
        <button type="button" className="ghost" title="Write a private note (n)" onClick={() => onAction(note)}>
          <Icon name="lock" size={16} />
          Private note
        </button>
      )}
      {action !== null && can(action) && (
        <button type="button" className="primary" disabled={busy} onClick={() => onAction(action)}>
          {label}
        </button>
      )}
    </footer>
  );
}

interface Why {
  readonly icon: IconName | null;
  readonly words: string;
  /** What would let the agent write to the customer. */
  readonly action: Action | null;
  readonly label: string;
}

const nothing = { action: null, label: '' } as const;
const claiming = { icon: null, action: claim, label: 'Claim to reply' } as const;

function why({ status, owner }: AgentTicket, can: (action: Action) => boolean): Why {
  switch (status) {
    case 'BOT':
      return { words: 'The assistant has this ticket. You see its answers as it writes them.', ...claiming };
    case 'QUEUED':
      return { words: 'Nobody has this ticket yet.', ...claiming };
    case 'OFFERED':
      return can(accept)
        ? { icon: 'bell', words: 'This ticket is offered to you.', action: accept, label: 'Accept to reply' }
        : { words: `Offered to ${owner.name}, who has a few seconds to accept.`, ...claiming };
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
