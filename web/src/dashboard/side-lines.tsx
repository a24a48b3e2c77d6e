import type { VNode } from 'preact';
import { asText, asTexts } from '../chat-core/decode';
import type { Entry } from '../chat-core/ticket';
import { Avatar } from '../ui/avatar';
import { RichText } from '../ui/rich-text-view';
import { clockTime } from '../ui/time';
import { isQuestion } from './counsel';
import { Icon } from './icons';
import { withLocalMoments } from './snooze';

/** Everything of a ticket that nobody says to the customer: markers, notices, notes. */
export function SideLine({
  entry,
  own,
  now,
}: {
  readonly entry: Entry;
  readonly own: boolean;
  readonly now: number;
}): VNode {
  switch (entry.kind) {
    case 'NOTE':
      if (isQuestion(entry)) return <ToColleagues entry={entry} what="asks colleagues" />;
      return entry.author.role === 'AGENT' ? (
        <Note entry={entry} own={own} />
      ) : (
        <p class={`event${entry.data['event'] === 'ALERT' ? ' alert' : ''}`}>
          {entry.data['event'] === 'ALERT' && <Icon name="bell" size={13} />}
          <span>{withLocalMoments(entry.text, now)}</span>
          {asTexts(entry.data['tags']).length > 0 && <span>· {asTexts(entry.data['tags']).join(', ')}</span>}
          <time dateTime={entry.at}>{clockTime(entry.at)}</time>
        </p>
      );
    case 'PROPOSAL':
      return <ToColleagues entry={entry} what="wanted to say" />;
    case 'MARKER':
      return (
        <>
          <p class="marker">
            <span>{entry.text}</span>
            <time dateTime={entry.at}>{clockTime(entry.at)}</time>
          </p>
          <Remark entry={entry} />
        </>
      );
    default:
      return (
        <p class="notice">
          <span>{entry.text}</span>
          <time dateTime={entry.at}>{clockTime(entry.at)}</time>
        </p>
      );
  }
}

function ToColleagues({ entry, what }: { readonly entry: Entry; readonly what: string }): VNode {
  return (
    <p class="event">
      <Icon name="lock" size={13} />
      <span>
        {entry.author.name} {what}: “{entry.text}”
      </span>
      <time dateTime={entry.at}>{clockTime(entry.at)}</time>
    </p>
  );
}

/** What was given with a change of owner, for colleagues and the assistant: why, or what to know. */
function Remark({ entry }: { readonly entry: Entry }): VNode | null {
  const note = asText(entry.data['note']);
  const reason = asText(entry.data['reason']);
  if (`${note}${reason}`.trim() === '') return null;
  return (
    <p class="event">
      <Icon name="lock" size={13} />
      <span>{note === '' ? `Reason: ${reason}` : `Told the assistant: ${note}`}</span>
    </p>
  );
}

interface NoteProps {
  readonly entry: Pick<Entry, 'author' | 'text' | 'at' | 'data'>;
  readonly own: boolean;
}

/** For whom an agent's words are, by `data.event`. */
const TAGS: Readonly<Record<string, string>> = {
  WHISPER: 'told the assistant',
  ANSWERED: 'answered the assistant',
  REJECTED: 'sent the answer back',
};

export function Note({ entry, own }: NoteProps): VNode {
  const { author, text, at, data } = entry;
  const tag = TAGS[asText(data['event'])] ?? 'private note';
  const who = own ? 'you' : author.name;
  return (
    <article class="note" aria-label={tag === 'private note' ? `Private note by ${who}` : `${who} ${tag}`}>
      <div class="speaker">
        <Avatar {...author} />
        <b>{own ? 'You' : author.name}</b>
        <span class="note-tag">
          <Icon name="lock" size={12} />
          {tag}
        </span>
        <time dateTime={at}>{clockTime(at)}</time>
      </div>
      <div class="rich" dir="auto">
        <RichText text={text} />
      </div>
    </article>
  );
}
