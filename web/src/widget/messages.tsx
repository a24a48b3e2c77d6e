import type { VNode } from 'preact';
import type { Outgoing } from '../chat-core/outbox';
import { safeHref } from '../chat-core/rich-text';
import type { Author, Citation, Entry } from '../chat-core/ticket';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icons';
import { RichText } from '../ui/rich-text-view';
import { useSmoothText } from '../ui/smooth-text';
import { strings } from './strings';

/** Who it is, for those who hear the page. */
export function nameOf({ role, name }: Author): string {
  if (role === 'CUSTOMER') return strings.you;
  return role === 'BOT' ? `${name}, ${strings.automated}` : name;
}

export function Speaker({ author }: { readonly author: Author }): VNode | null {
  if (author.role === 'CUSTOMER') return null;
  return (
    <div class="speaker">
      <Avatar {...author} />
      <span>
        <b>{author.name}</b>
        {author.role === 'BOT' && ` · ${strings.automated}`}
      </span>
    </div>
  );
}

export function Bubble({ entry, growing }: { readonly entry: Entry; readonly growing: boolean }): VNode {
  const text = useSmoothText(entry.text, growing);
  const whole = text.length === entry.text.length;
  return (
    <>
      <div class={`bubble rich${growing ? ' caret' : ''}`} dir="auto" title={titleOf(entry)}>
        <RichText text={text} />
      </div>
      {entry.state === 'STOPPED' && <p class="aside">{strings.stopped}</p>}
      {whole && !growing && entry.citations.length > 0 && <Citations of={entry.citations} />}
    </>
  );
}

function titleOf(entry: Entry): string {
  const date = new Date(entry.at);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleString();
}

function Citations({ of }: { readonly of: readonly Citation[] }): VNode {
  return (
    <ul class="citations" aria-label={strings.sources}>
      {of.map((citation) => (
        <li key={citation.id}>
          <CitationChip {...citation} />
        </li>
      ))}
    </ul>
  );
}

function CitationChip({ title, url, quote }: Citation): VNode {
  const href = url === undefined ? null : safeHref(url);
  const inside = (
    <>
      <Icon name="article" size={14} />
      {title}
    </>
  );
  return href === null ? (
    <span class="chip" title={quote}>
      {inside}
    </span>
  ) : (
    <a class="chip" href={href} target="_blank" rel="noopener noreferrer" title={quote}>
      {inside}
    </a>
  );
}

interface PendingProps {
  readonly item: Outgoing;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

export function Pending({ item, onRetry, onDiscard }: PendingProps): VNode {
  return (
    <article class={`message customer ${item.phase}`} aria-label={strings.you}>
      <div class="bubble rich" dir="auto">
        <RichText text={item.text} />
      </div>
      {item.phase === 'sending' ? (
        <p class="aside sending-note">{strings.sending}</p>
      ) : (
        <p class="aside failed-note" role="alert">
          {strings.notSent} {item.reason}{' '}
          <button type="button" class="link" onClick={onRetry}>
            {strings.retry}
          </button>{' '}
          <button type="button" class="link" onClick={onDiscard}>
            {strings.discard}
          </button>
        </p>
      )}
    </article>
  );
}
