import type { JSX } from 'react';
import type { Outgoing } from '../chat-core/outbox';
import { RichText } from './rich-text-view';

/** What the page calls things. */
export interface PendingWords {
  readonly sending: string;
  readonly failed: string;
  readonly retry: string;
  readonly discard: string;
}

interface Props {
  readonly item: Outgoing;
  readonly className: string;
  readonly label: string;
  readonly words: PendingWords;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

/** Words of this user that nobody has yet, or that could not be sent. */
export function PendingLine({ item, className, label, words, onRetry, onDiscard }: Props): JSX.Element {
  return (
    <article className={`message ${className} ${item.phase}`} aria-label={label}>
      <div className="bubble rich" dir="auto">
        <RichText text={item.text} />
      </div>
      {item.phase === 'sending' ? (
        <p className="aside sending-note">{words.sending}</p>
      ) : (
        <p className="aside failed-note" role="alert">
          {words.failed} {item.reason}{' '}
          <button type="button" className="link" onClick={onRetry}>
            {words.retry}
          </button>{' '}
          <button type="button" className="link" onClick={onDiscard}>
            {words.discard}
          </button>
        </p>
      )}
    </article>
  );
}
