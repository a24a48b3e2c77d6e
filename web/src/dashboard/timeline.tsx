import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { TicketFollower } from '../chat-core/follower';
import type { Outgoing } from '../chat-core/outbox';
import { safeHref } from '../chat-core/rich-text';
import type { Author, Entry } from '../chat-core/ticket';
import type { TicketState } from '../chat-core/ticket-state';
import { botIsThinking, customerIsTyping, isGrowing, typingAgentName } from '../chat-core/view';
import { Avatar } from '../ui/avatar';
import { customerOf } from '../ui/person';
import { RichText } from '../ui/rich-text-view';
import { useSmoothText } from '../ui/smooth-text';
import { clockTime } from '../ui/time';
import { Icon } from './icons';
import { SideLine } from './side-lines';
import { reasonsBehind } from './why';

interface Props {
  readonly view: TicketState;
  readonly follower: TicketFollower;
  /** What has a card of its own, and is not shown here. */
  readonly apart: number | null;
  readonly now: number;
}

export function AgentTimeline({ view, follower, apart, now }: Props): VNode {
  const entries = view.entries.filter(({ kind, pos }) => kind !== 'PACKET' && (pos === null || pos !== apart));
  const list = useEndInView(view);
  const agent = typingAgentName(view);
  const customer = view.ticket === null ? '' : customerOf(view.ticket);
  return (
    <div class="timeline" ref={list} tabIndex={0} role="log" aria-live="polite" aria-label="Messages">
      {view.fresh === 0 && <TimelineSkeleton />}
      {entries.map((entry, index) => (
        <Line
          key={entry.pos ?? entry.serial}
          entry={entry}
          before={entries[index - 1]}
          view={view}
          customer={customer}
          now={now}
        />
      ))}
      {view.outbox.map((item) => (
        <PendingReply key={item.localId} item={item} follower={follower} />
      ))}
      {botIsThinking(view) && <Activity label="The assistant is looking for an answer" />}
      {customerIsTyping(view) && <Activity label={`${customer} is typing`} />}
      {agent !== null && <Activity label={`${agent} is typing`} />}
    </div>
  );
}

function Line({
  entry,
  before,
  view,
  customer,
  now,
}: {
  readonly entry: Entry;
  readonly before: Entry | undefined;
  readonly view: TicketState;
  readonly customer: string;
  readonly now: number;
}): VNode {
  const { role, id } = entry.author;
  const name = role === 'CUSTOMER' ? customer : entry.author.name;
  const own = role === view.self.role && id === view.self.id;
  if (entry.kind !== 'MESSAGE') return <SideLine entry={entry} own={own} now={now} />;
  const first = before?.kind !== 'MESSAGE' || before.author.role !== role || before.author.id !== id;
  return (
    <article
      class={`message ${role.toLowerCase()}${own ? ' own' : ''}${first ? ' first' : ''}`}
      aria-label={own ? 'You' : name}
    >
      {first && <Speaker author={{ role, id, name }} own={own} at={entry.at} />}
      <Words entry={entry} growing={isGrowing(view, entry)} />
      <Why entry={entry} />
    </article>
  );
}

function Speaker({ author, own, at }: { readonly author: Author; readonly own: boolean; readonly at: string }): VNode {
  return (
    <div class="speaker">
      <Avatar {...author} />
      <b>{own ? 'You' : author.name}</b>
      {author.role === 'BOT' && <span class="tag">automated</span>}
      <time dateTime={at}>{clockTime(at)}</time>
    </div>
  );
}

function Why({ entry }: { readonly entry: Entry }): VNode | null {
  const reasons = reasonsBehind(entry);
  if (reasons.length === 0) return null;
  return (
    <details class="aside why">
      <summary>Why this answer</summary>
      <dl>
        {reasons.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Words({ entry, growing }: { readonly entry: Entry; readonly growing: boolean }): VNode {
  const text = useSmoothText(entry.text, growing);
  return (
    <>
      <div class={`bubble rich${growing ? ' caret' : ''}`} dir="auto">
        <RichText text={text} />
      </div>
      {entry.state === 'STOPPED' && <p class="aside">Stopped here by a change of owner or a newer message</p>}
      {entry.citations.length > 0 && !growing && (
        <ul class="citations" aria-label="Sources">
          {entry.citations.map(({ id, title, url, quote }) => {
            const href = url !== undefined && url.startsWith('http') ? safeHref(url) : null;
            const inside = (
              <>
                <Icon name="article" size={14} />
                {title}
              </>
            );
            return (
              <li key={id} title={quote}>
                {href === null ? (
                  <span>{inside}</span>
                ) : (
                  <a href={href} target="_blank" rel="noopener noreferrer">
                    {inside}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

const PENDING = { MESSAGE: 'You', NOTE: 'Private note by you', WHISPER: 'You told the assistant' } as const;

function PendingReply({ item, follower }: { readonly item: Outgoing; readonly follower: TicketFollower }): VNode {
  return (
    <article
      class={`message agent own first ${item.phase}${item.kind === 'MESSAGE' ? '' : ' noted'}`}
      aria-label={PENDING[item.kind]}
    >
      <div class="bubble rich" dir="auto">
        <RichText text={item.text} />
      </div>
      {item.phase === 'sending' ? (
        <p class="aside">Sending…</p>
      ) : (
        <p class="aside failed-note" role="alert">
          {item.kind === 'NOTE' ? 'Not added.' : 'Not sent.'} {item.reason}{' '}
          <button type="button" class="link" onClick={() => follower.retry(item.localId)}>
            Try again
          </button>{' '}
          <button type="button" class="link" onClick={() => follower.discard(item.localId)}>
            Discard
          </button>
        </p>
      )}
    </article>
  );
}

function Activity({ label }: { readonly label: string }): VNode {
  return (
    <p class="activity">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {label}
    </p>
  );
}

function TimelineSkeleton(): VNode {
  return (
    <div class="timeline-skeleton" aria-busy="true" aria-label="Loading messages">
      <i />
      <i />
      <i />
    </div>
  );
}

/** Keeps the end in view while the reader is there; readers of older lines are left alone. */
function useEndInView(view: TicketState) {
  const list = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null && following.current) element.scrollTop = element.scrollHeight;
  }, [view.entries.length, view.outbox.length, view.fresh]);
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const onScroll = (): void => {
      following.current = element.scrollHeight - element.scrollTop - element.clientHeight < 60;
    };
    const observer = new MutationObserver(() => {
      if (following.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener('scroll', onScroll, { passive: true });
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, []);
  return list;
}
