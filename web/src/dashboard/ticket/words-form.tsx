import { type JSX, useEffect, useRef, useState } from 'react';
import { sendOnEnter, useAutoGrow } from '../../ui/composing';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly initial?: string;
  readonly submit: string;
  /** Characters at most. */
  readonly most: number;
  readonly busy: boolean;
  readonly onSubmit: (text: string) => void;
  readonly onCancel?: () => void;
}

/** A few words with one purpose. Takes the focus where it can be cancelled, for then somebody has just asked for it. */
export function WordsForm({ label, hint, initial = '', submit, most, busy, onSubmit, onCancel }: Props): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial);
  const trimmed = text.trim();
  const left = most - trimmed.length;
  const ready = trimmed !== '' && left >= 0 && !busy;
  useAutoGrow(area, text);
  const asked = onCancel !== undefined;
  useEffect(() => {
    if (asked) area.current?.focus();
  }, [asked]);
  const send = (): void => {
    if (ready) onSubmit(trimmed);
  };
  return (
    <form
      className="words-form"
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
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={sendOnEnter(send)}
      />
      <footer>
        <span className="quiet">
          {left < 0 ? (
            `${-left} too many`
          ) : (
            <>
              <kbd>Shift</kbd> <kbd>Enter</kbd> new line
            </>
          )}
        </span>
        {onCancel !== undefined && (
          <button type="button" className="ghost" onClick={onCancel}>
            Cancel
          </button>
        )}
        <button type="submit" className="primary" disabled={!ready}>
          {submit}
        </button>
      </footer>
    </form>
  );
}
