import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BotInfo } from '../api/customer-api';
import type { TicketFollower } from '../chat-core/follower';
import type { Author, Entry } from '../chat-core/ticket';
import type { TicketState } from '../chat-core/ticket-state';
import { botIsThinking, isGrowing, typingAgentName } from '../chat-core/view';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icons';
import { Announcer } from './announcer';
import { Bubble, nameOf, Pending, Speaker } from './messages';
import { strings } from './strings';

interface Props {
  readonly bot: BotInfo | null;
  readonly state: TicketState;
  readonly follower: TicketFollower | null;
  readonly onSuggestion: (text: string) => void;
}

export function Timeline({ bot, state, follower, onSuggestion }: Props): VNode {
  const botAuthor: Author = { role: 'BOT', id: bot?.id ?? '', name: bot?.name ?? strings.assistant };
  const lines = withGreeting(state.entries, bot, botAuthor);
  const asked = state.outbox.length > 0 || state.entries.some(({ author }) => author.role === 'CUSTOMER');
  const agent = typingAgentName(state);
  const { list, away, toEnd, onScroll } = useStickToEnd(state);

  return (
    <div class="scroller">
      <div
        class="timeline"
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
            <Pending
              key={item.localId}
              item={item}
              onRetry={() => follower.retry(item.localId)}
              onDiscard={() => follower.discard(item.localId)}
            />
          ))}
        {botIsThinking(state) && <Dots author={botAuthor} label={strings.thinking(botAuthor.name)} />}
        {agent !== null && (
          <Dots
            author={{ role: 'AGENT', id: state.ticket?.owner.id ?? '', name: agent }}
            label={strings.typing(agent)}
          />
        )}
        {!asked && (state.ticket?.status ?? 'BOT') === 'BOT' && (bot?.suggestions.length ?? 0) > 0 && (
          <ul class="suggestions" aria-label={strings.suggestions}>
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
        <button type="button" class="to-end" onClick={toEnd}>
          <Icon name="down" size={16} />
          {strings.newMessages}
        </button>
      )}
      <Announcer state={state} />
    </div>
  );
}

/** The greeting stands first until the log has one of its own. */
function withGreeting(entries: readonly Entry[], bot: BotInfo | null, author: Author): readonly Entry[] {
  const visible = entries.filter(({ kind }) => kind !== 'PACKET');
  if (bot === null || bot.greeting === '' || visible[0]?.author.role === 'BOT') return visible;
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
    data: {},
  };
  return [greeting, ...visible];
}

interface LineProps {
  readonly entry: Entry;
  readonly before: Entry | undefined;
  readonly state: TicketState;
}

function Line({ entry, before, state }: LineProps): VNode {
  if (entry.kind === 'MARKER') return <p class="marker">{entry.text}</p>;
  if (entry.kind === 'NOTICE' || entry.author.role === 'SYSTEM') return <p class="notice">{entry.text}</p>;
  const first =
    before?.kind !== 'MESSAGE' || before.author.role !== entry.author.role || before.author.id !== entry.author.id;
  return (
    <article
      class={`message ${entry.author.role.toLowerCase()}${first ? ' first' : ''}`}
      aria-label={nameOf(entry.author)}
    >
      {first && <Speaker author={entry.author} />}
      <Bubble entry={entry} growing={isGrowing(state, entry)} />
    </article>
  );
}

function Dots({ author, label }: { readonly author: Author; readonly label: string }): VNode {
  return (
    <div class={`message first ${author.role.toLowerCase()}`}>
      <div class="speaker">
        <Avatar {...author} />
        <span>{label}</span>
      </div>
      <div class="bubble" aria-hidden="true">
        <span class="dots">
          <i />
          <i />
          <i />
        </span>
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

/** Keeps the end in view while the reader is there, and leaves readers of older lines alone. */
function useStickToEnd(state: TicketState) {
  const list = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);
  const toEnd = (): void => {
    const element = list.current;
    if (element === null) return;
    following.current = true;
    setAway(false);
    element.scrollTop = element.scrollHeight;
  };
  const onScroll = (): void => {
    const element = list.current;
    if (element === null) return;
    following.current = element.scrollHeight - element.scrollTop - element.clientHeight < 48;
    if (following.current) setAway(false);
  };
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null && following.current) element.scrollTop = restingPlace(element);
    else setAway(true);
  }, [state.entries.length]);
  useLayoutEffect(() => {
    toEnd();
  }, [state.outbox.length > 0 && state.outbox.at(-1)?.localId]);
  useEffect(() => {
    // The text of a growing answer makes the list taller between two renders of this component.
    const element = list.current;
    if (element === null) return;
    const observer = new MutationObserver(() => {
      if (following.current) element.scrollTop = restingPlace(element);
    });
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    return () => observer.disconnect();
  }, []);
  return { list, away, toEnd, onScroll };
}
