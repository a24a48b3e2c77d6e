import { type JSX, type RefObject, useEffect, useState } from 'react';
import { Icon } from '../ui/icons';
import { sendOnEnter, useAutoGrow } from '../ui/composing';
import './composer.css';
import { strings } from './strings';

interface Props {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly onSend: (text: string) => void;
  readonly onTyping: (active: boolean) => void;
  readonly notice: string;
  /** Characters at most, as the service counts them; null while it has not said. */
  readonly most: number | null;
}

/** The counter appears when this many are left. */
const COUNTED = 300;

/** Where the customer writes. */
export function Composer({ inputRef, onSend, onTyping, notice, most }: Props): JSX.Element {
  const [text, setText] = useState('');
  const trimmed = text.trim();
  const left = (most ?? Number.POSITIVE_INFINITY) - trimmed.length;
  const ready = trimmed !== '' && left >= 0;
  useAutoGrow(inputRef, text);
  useEffect(() => () => onTyping(false), [onTyping]);

  const send = (): void => {
    if (!ready) return;
    onSend(trimmed);
    setText('');
    onTyping(false);
    inputRef.current?.focus();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="composer-box">
        <textarea
          ref={inputRef}
          rows={1}
          value={text}
          aria-label={strings.message}
          aria-invalid={left < 0}
          placeholder={strings.placeholder}
          onInput={(event) => {
            const { value } = event.currentTarget;
            setText(value);
            onTyping(value.trim() !== '');
          }}
          onKeyDown={sendOnEnter(send)}
        />
        <button type="submit" className="send" aria-label={strings.send} disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
      <p className="fine">
        <span>{notice}</span>
        {left < COUNTED && (
          <span className={left < 0 ? 'over' : ''} role="status">
            {strings.left(left)}
          </span>
        )}
      </p>
    </form>
  );
}
