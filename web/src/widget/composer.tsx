import type { RefObject, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icons';
import { MAX_TEXT, sendOnEnter, useAutoGrow } from '../ui/composing';
import { strings } from './strings';

interface Props {
  readonly inputRef: RefObject<HTMLTextAreaElement>;
  readonly onSend: (text: string) => void;
  readonly onTyping: (active: boolean) => void;
  readonly notice: string;
}

const COUNTER_FROM = MAX_TEXT - 300;

/** Where the customer writes. */
export function Composer({ inputRef, onSend, onTyping, notice }: Props): VNode {
  const [text, setText] = useState('');
  const trimmed = text.trim();
  const left = MAX_TEXT - trimmed.length;
  const ready = trimmed !== '' && left >= 0;
  useAutoGrow(inputRef, text);
  useEffect(() => () => onTyping(false), []);

  const send = (): void => {
    if (!ready) return;
    onSend(trimmed);
    setText('');
    onTyping(false);
    inputRef.current?.focus();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer-box">
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
        <button type="submit" class="send" aria-label={strings.send} disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
      <p class="fine">
        <span>{notice}</span>
        {trimmed.length > COUNTER_FROM && (
          <span class={left < 0 ? 'over' : ''} role="status">
            {strings.left(left)}
          </span>
        )}
      </p>
    </form>
  );
}
