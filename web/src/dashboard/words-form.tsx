import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { MAX_TEXT, sendOnEnter, useAutoGrow } from '../ui/composing';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly initial?: string;
  readonly submit: string;
  /** Characters at most. */
  readonly most?: number;
  readonly busy: boolean;
  readonly onSubmit: (text: string) => void;
  readonly onCancel?: () => void;
}

/** A few words with one purpose. Takes the focus where it can be cancelled, for then somebody has just asked for it. */
export function WordsForm({
  label,
  hint,
  initial = '',
  submit,
  most = MAX_TEXT,
  busy,
  onSubmit,
  onCancel,
}: Props): VNode {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial);
  const trimmed = text.trim();
  const left = most - trimmed.length;
  const ready = trimmed !== '' && left >= 0 && !busy;
  useAutoGrow(area, text);
  useEffect(() => {
    if (onCancel !== undefined) area.current?.focus();
  }, []);
  const send = (): void => {
    if (ready) onSubmit(trimmed);
  };
  return (
    <form
      class="words-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={area}
        rows={2}
        aria-label={label}
        aria-invalid={left < 0}
        placeholder={hint}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={sendOnEnter(send)}
      />
      <footer>
        <span class="quiet">
          {left < 0 ? (
            `${-left} too many`
          ) : (
            <>
              <kbd>Shift</kbd> <kbd>Enter</kbd> new line
            </>
          )}
        </span>
        {onCancel !== undefined && (
          <button type="button" class="ghost" onClick={onCancel}>
            Cancel
          </button>
        )}
        <button type="submit" class="primary" disabled={!ready}>
          {submit}
        </button>
      </footer>
    </form>
  );
}
