import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import type { JSX } from 'react';
import type { TicketFollower } from '../../chat-core/follower';
import { safeHref } from '../../chat-core/rich-text';
import type { AgentSide, Entry } from '../../chat-core/ticket';
import type { TicketState } from '../../chat-core/ticket-state';
import { botIsThinking, customerIsTyping, isGrowing, typingAgentName } from '../../chat-core/view';
import { Dots } from '../../ui/dots';
import { beginsWords, MessageLine } from '../../ui/message-line';
import { PendingLine } from '../../ui/pending-line';
import { customerOf } from '../../ui/person';
import { Speaker } from '../../ui/speaker';
import { useStickToEnd } from '../../ui/stick-to-end';
import { SideLine } from './side-lines';
import './timeline.css';
import { reasonsBehind } from './why';

interface Props {
  readonly view: TicketState<AgentSide>;
  readonly follower: TicketFollower<AgentSide>;
  /** What has a card of its own, and is not shown here. */
  readonly apart: number | null;
  readonly now: number;
}

/** A guess at the height of a line that was never on the screen. */
const LINE_PX = 72;
/** Lines that are kept on either side of what is on the screen. */
const KEPT = 30;

const PENDING = { MESSAGE: 'You', NOTE: 'Private note by you', WHISPER: 'You told the assistant' } as const;
const WORDS = {
  stopped: 'Stopped here by a change of owner or a newer message',
  sources: 'Sources',
  sending: 'Sending…',
  retry: 'Try again',
  discard: 'Discard',
} as const;

export function AgentTimeline({ view, follower, apart, now }: Props): JSX.Element {
  const entries = view.entries.filter(({ kind, pos }) => kind !== 'PACKET' && (pos === null || pos !== apart));
  const { list, onScroll } = useStickToEnd({
    lines: entries.length + view.fresh,
    own: view.outbox.at(-1)?.localId,
  });
  const lines = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: entries.length,
    getScrollElement: () => list.current,
    estimateSize: () => LINE_PX,
    overscan: KEPT,
    getItemKey: (index) => entries[index]?.pos ?? entries[index]?.serial ?? index,
  });
  const agent = typingAgentName(view);
  const customer = view.ticket === null ? '' : customerOf(view.ticket);
  return (
    <div
      className="timeline"
      ref={list}
      onScroll={onScroll}
      tabIndex={0}
      role="log"
      aria-live="polite"
      aria-label="Messages"
    >
      {view.fresh === 0 && <TimelineSkeleton />}
      <Lines lines={lines} entries={entries} view={view} customer={customer} now={now} />
      {view.outbox.map((item) => (
        <PendingLine
          key={item.localId}
          item={item}
          className={`agent own first${item.kind === 'MESSAGE' ? '' : ' noted'}`}
          label={PENDING[item.kind]}
          words={{ ...WORDS, failed: item.kind === 'NOTE' ? 'Not added.' : 'Not sent.' }}
          onRetry={() => follower.retry(item.localId)}
          onDiscard={() => follower.discard(item.localId)}
        />
      ))}
      {botIsThinking(view) && <Activity label="The assistant is looking for an answer" />}
      {customerIsTyping(view) && <Activity label={`${customer} is typing`} />}
      {agent !== null && <Activity label={`${agent} is typing`} />}
    </div>
  );
}

interface LinesProps {
  readonly lines: Virtualizer<HTMLDivElement, HTMLElement>;
  readonly entries: readonly Entry[];
  readonly view: TicketState<AgentSide>;
  readonly customer: string;
  readonly now: number;
}

/** Of a long ticket only what is on the screen, and a little more, is in the page. */
function Lines({ lines, entries, ...shared }: LinesProps): JSX.Element {
  const shown = lines.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = lines.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div style={{ paddingBlock: `${before}px ${after}px` }}>
      {shown.map(({ key, index }) => {
        const entry = entries[index];
        return (
          entry !== undefined && (
            <div key={key} className="line" data-index={index} ref={lines.measureElement}>
              <Line entry={entry} before={entries[index - 1]} {...shared} />
            </div>
          )
        );
      })}
    </div>
  );
}

interface LineProps extends Pick<LinesProps, 'view' | 'customer' | 'now'> {
  readonly entry: Entry;
  readonly before: Entry | undefined;
}

function Line({ entry, before, view, customer, now }: LineProps): JSX.Element {
  const { role, id } = entry.author;
  const own = role === view.self.role && id === view.self.id;
  if (entry.kind !== 'MESSAGE') return <SideLine entry={entry} own={own} now={now} />;
  const name = role === 'CUSTOMER' ? customer : entry.author.name;
  return (
    <MessageLine
      entry={entry}
      label={own ? 'You' : name}
      own={own}
      first={beginsWords(entry, before)}
      growing={isGrowing(view, entry)}
      words={WORDS}
      hrefOf={(url) => (url.startsWith('http') ? safeHref(url) : null)}
      speaker={
        <Speaker
          author={{ role, id, name }}
          name={own ? 'You' : name}
          tag={role === 'BOT' && <span className="tag">automated</span>}
          at={entry.at}
        />
      }
    >
      <Why entry={entry} />
    </MessageLine>
  );
}

function Why({ entry }: { readonly entry: Entry }): JSX.Element | null {
  const reasons = reasonsBehind(entry);
  if (reasons.length === 0) return null;
  return (
    <details className="aside why">
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

function Activity({ label }: { readonly label: string }): JSX.Element {
  return (
    <p className="activity">
      <Dots />
      {label}
    </p>
  );
}

function TimelineSkeleton(): JSX.Element {
  return (
    <div className="timeline-skeleton" aria-busy="true" aria-label="Loading messages">
      <i />
      <i />
      <i />
    </div>
  );
}
