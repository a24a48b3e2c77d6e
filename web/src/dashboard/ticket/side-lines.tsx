import type { JSX } from 'react';
import type { EntryData } from '../../api/contract';
import type { Entry } from '../../chat-core/ticket';
import { RichText } from '../../ui/rich-text-view';
import { Speaker } from '../../ui/speaker';
import { clockTime } from '../../ui/time';
import { Icon } from '../board/icons';
import { withLocalMoments } from '../board/moments';
import './side-lines.css';

interface Props {
  readonly entry: Entry;
  readonly own: boolean;
  readonly now: number;
}

/** Everything of a ticket that nobody says to the customer: markers, notices, notes. */
export function SideLine({ entry, own, now }: Props): JSX.Element | null {
  switch (entry.kind) {
    case 'NOTE':
      if (entry.data?.type === 'QUESTION') return <ToColleagues entry={entry} what="asks colleagues" />;
      if (entry.author.role === 'AGENT') return <Note entry={entry} own={own} />;
      return <EventLine entry={entry} now={now} />;
    case 'PROPOSAL':
      return <ToColleagues entry={entry} what="wanted to say" />;
    case 'MARKER':
      return (
        <>
          <p className="marker">
            <span>{entry.text}</span>
            <At entry={entry} />
          </p>
          <Remark data={entry.data} />
        </>
      );
    case 'NOTICE':
      return (
        <p className="notice">
          <span>{entry.text}</span>
          <At entry={entry} />
        </p>
      );
    case 'MESSAGE':
    case 'PACKET':
      return null;
  }
}

/** What the system noted. */
function EventLine({ entry, now }: Pick<Props, 'entry' | 'now'>): JSX.Element {
  const { data, text } = entry;
  const alert = data?.type === 'ALERT';
  return (
    <p className={`event${alert ? ' alert' : ''}`}>
      {alert && <Icon name="bell" size={13} />}
      <span>{withLocalMoments(text, now)}</span>
      {data?.type === 'TRIAGED' && data.tags.length > 0 && <span>· {data.tags.join(', ')}</span>}
      <At entry={entry} />
    </p>
  );
}

function At({ entry }: Pick<Props, 'entry'>): JSX.Element {
  return <time dateTime={entry.at}>{clockTime(entry.at)}</time>;
}

function ToColleagues({ entry, what }: { readonly entry: Entry; readonly what: string }): JSX.Element {
  return (
    <p className="event">
      <Icon name="lock" size={13} />
      <span>
        {entry.author.name} {what}: “{entry.text}”
      </span>
      <At entry={entry} />
    </p>
  );
}

/** What was given with a change of owner, for colleagues and the assistant: why, or what to know. */
function Remark({ data }: { readonly data: EntryData | null }): JSX.Element | null {
  const words = remarkOf(data);
  if (words === null) return null;
  return (
    <p className="event">
      <Icon name="lock" size={13} />
      <span>{words}</span>
    </p>
  );
}

function remarkOf(data: EntryData | null): string | null {
  if (data?.type === 'HANDED_BACK' && data.note !== '') return `Told the assistant: ${data.note}`;
  if (data?.type === 'CLAIMED' && data.reason !== null && data.reason !== '') return `Reason: ${data.reason}`;
  return null;
}

const GUIDANCE = {
  WHISPER: 'told the assistant',
  ANSWER: 'answered the assistant',
  REJECTION: 'sent the answer back',
  UNANSWERED: 'private note',
} as const;

function Note({ entry, own }: Pick<Props, 'entry' | 'own'>): JSX.Element {
  const { author, text, at, data } = entry;
  const tag = data?.type === 'GUIDANCE' ? GUIDANCE[data.source] : 'private note';
  const who = own ? 'you' : author.name;
  return (
    <article className="note" aria-label={tag === 'private note' ? `Private note by ${who}` : `${who} ${tag}`}>
      <Speaker
        author={author}
        name={own ? 'You' : author.name}
        tag={
          <span className="note-tag">
            <Icon name="lock" size={12} />
            {tag}
          </span>
        }
        at={at}
      />
      <div className="rich" dir="auto">
        <RichText text={text} />
      </div>
    </article>
  );
}
