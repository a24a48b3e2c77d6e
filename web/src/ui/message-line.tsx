import type { JSX, ReactNode } from 'react';
import type { Citation } from '../api/contract';
import type { Entry } from '../chat-core/ticket';
import { Icon } from './icons';
import { RichText } from './rich-text-view';
import { useSmoothText } from './smooth-text';

/** What the page calls things. */
export interface LineWords {
  readonly stopped: string;
  readonly sources: string;
}

interface Props {
  readonly entry: Entry;
  /** Who says it, for those who hear the page. */
  readonly label: string;
  readonly own?: boolean;
  /** Whether somebody else spoke before, so that the speaker stands above it. */
  readonly first: boolean;
  readonly growing: boolean;
  readonly words: LineWords;
  readonly title?: string;
  /** Where a source may be followed to; null for nowhere. */
  readonly hrefOf: (url: string) => string | null;
  readonly speaker: ReactNode;
  /** What stands below the words. */
  readonly children?: ReactNode;
}

/** Somebody's words to the other side of the ticket, growing while they are written. */
export function MessageLine(props: Props): JSX.Element {
  const { entry, label, own = false, first, speaker, children } = props;
  return (
    <article
      className={`message ${entry.author.role.toLowerCase()}${own ? ' own' : ''}${first ? ' first' : ''}`}
      aria-label={label}
    >
      {first && speaker}
      <Words {...props} />
      {children}
    </article>
  );
}

function Words({ entry, growing, words, title, hrefOf }: Props): JSX.Element {
  const text = useSmoothText(entry.text, growing);
  const whole = !growing && text.length === entry.text.length;
  return (
    <>
      <div className={`bubble rich${growing ? ' caret' : ''}`} dir="auto" title={title}>
        <RichText text={text} />
      </div>
      {entry.state === 'STOPPED' && <p className="aside">{words.stopped}</p>}
      {whole && entry.citations.length > 0 && (
        <ul className="citations" aria-label={words.sources}>
          {entry.citations.map((citation) => (
            <li key={citation.id}>
              <Source {...citation} hrefOf={hrefOf} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Source({ title, url, quote, hrefOf }: Citation & Pick<Props, 'hrefOf'>): JSX.Element {
  const href = url === '' ? null : hrefOf(url);
  const inside = (
    <>
      <Icon name="article" size={14} />
      {title}
    </>
  );
  const hint = quote === '' ? undefined : quote;
  return href === null ? (
    <span className="chip" title={hint}>
      {inside}
    </span>
  ) : (
    <a className="chip" href={href} target="_blank" rel="noopener noreferrer" title={hint}>
      {inside}
    </a>
  );
}

/** Whether the line begins the words of somebody: nobody spoke before, or somebody else. */
export function beginsWords({ author }: Entry, before: Entry | undefined): boolean {
  return before?.kind !== 'MESSAGE' || before.author.role !== author.role || before.author.id !== author.id;
}
