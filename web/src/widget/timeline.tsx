import type { JSX } from 'react';
import type { Author, BotProfile } from '../api/contract';
import type { TicketFollower } from '../chat-core/follower';
import { safeHref } from '../chat-core/rich-text';
import type { Entry } from '../chat-core/ticket';
import type { TicketState } from '../chat-core/ticket-state';
import { botIsThinking, isGrowing, typingAgentName } from '../chat-core/view';
import { Avatar } from '../ui/avatar';
import { Dots } from '../ui/dots';
import { Icon } from '../ui/icons';
import { beginsWords, MessageLine } from '../ui/message-line';
import { PendingLine } from '../ui/pending-line';
import { useStickToEnd } from '../ui/stick-to-end';
import { Announcer } from './announcer';
import { Above, momentOf, nameOf } from './messages';
import { strings } from './strings';
import './timeline.css';

interface Props {
  readonly bot: BotProfile | null;
  readonly state: TicketState;
  readonly follower: TicketFollower | null;
  readonly onSuggestion: (text: string) => void;
}

export function Timeline({ bot, state, follower, onSuggestion }: Props): JSX.Element {
  const botAuthor: Author = { role: 'BOT', id: bot?.id ?? '', name: bot?.name ?? strings.assistant };
  const lines = withGreeting(state.entries, bot, botAuthor);
  const asked = state.outbox.length > 0 || state.entries.some(({ author }) => author.role === 'CUSTOMER');
  const agent = typingAgentName(state);
  const { list, away, toEnd, onScroll } = useStickToEnd({
    lines: state.entries.length,
    own: state.outbox.at(-1)?.localId,
    restingPlace,
  });

  return (
    <div className="scroller">
      <div
        className="timeline"
        ref={list}
        onScroll={onScroll}
        role="log"
        aria-live="off"
        aria-label={strings.timeline}
        tabIndex={0}
      >
        {lines.map((line, index) => (
          <Line key={line.pos ?? line.serial ?? 'greeting'} entry={line} before={lines[index - 1]} state={state} />
        ))}
        {follower !== null &&
          state.outbox.map((item) => (
            <PendingLine
              key={item.localId}
              item={item}
              className="customer"
              label={strings.you}
              words={strings}
              onRetry={() => follower.retry(item.localId)}
              onDiscard={() => follower.discard(item.localId)}
            />
          ))}
        {botIsThinking(state) && <Activity author={botAuthor} label={strings.thinking(botAuthor.name)} />}
        {agent !== null && (
          <Activity
            author={{ role: 'AGENT', id: state.ticket?.owner.id ?? '', name: agent }}
            label={strings.typing(agent)}
          />
        )}
        {!asked && (state.ticket?.status ?? 'BOT') === 'BOT' && (bot?.suggestions.length ?? 0) > 0 && (
          <ul className="suggestions" aria-label={strings.suggestions}>
            {bot?.suggestions.map((text) => (
              <li key={text}>
                <button type="button" onClick={() => onSuggestion(text)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {away && (
        <button type="button" className="to-end" onClick={toEnd}>
          <Icon name="down" size={16} />
          {strings.newMessages}
        </button>
      )}
      <Announcer state={state} />
    </div>
  );
}

/** The greeting stands first until the log has one of its own. */
function withGreeting(entries: readonly Entry[], bot: BotProfile | null, author: Author): readonly Entry[] {
  if (bot === null || bot.greeting === '' || entries[0]?.author.role === 'BOT') return entries;
  const greeting: Entry = {
    pos: null,
    serial: null,
    at: '',
    epoch: 0,
    kind: 'MESSAGE',
    author,
    text: bot.greeting,
    state: 'FINAL',
    seq: 0,
    citations: [],
    data: null,
  };
  return [greeting, ...entries];
}

interface LineProps {
  readonly entry: Entry;
  readonly before: Entry | undefined;
  readonly state: TicketState;
}

function Line({ entry, before, state }: LineProps): JSX.Element {
  if (entry.kind === 'MARKER') return <p className="marker">{entry.text}</p>;
  if (entry.kind === 'NOTICE' || entry.author.role === 'SYSTEM') return <p className="notice">{entry.text}</p>;
  return (
    <MessageLine
      entry={entry}
      label={nameOf(entry.author)}
      first={beginsWords(entry, before)}
      growing={isGrowing(state, entry)}
      words={strings}
      title={momentOf(entry)}
      hrefOf={safeHref}
      speaker={<Above author={entry.author} />}
    />
  );
}

function Activity({ author, label }: { readonly author: Author; readonly label: string }): JSX.Element {
  return (
    <div className={`message first ${author.role.toLowerCase()}`}>
      <div className="speaker">
        <Avatar {...author} />
        <span>{label}</span>
      </div>
      <div className="bubble" aria-hidden="true">
        <Dots />
      </div>
    </div>
  );
}

/** Where reading goes on: at the end, but never past the start of a long answer. */
function restingPlace(list: HTMLElement): number {
  const end = list.scrollHeight - list.clientHeight;
  const newest = list.querySelector<HTMLElement>(':scope > .message:nth-last-child(1 of .message)');
  return newest === null || newest.classList.contains('customer') ? end : Math.min(end, newest.offsetTop - 12);
}
