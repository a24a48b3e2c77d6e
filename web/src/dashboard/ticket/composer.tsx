import type { JSX, RefObject } from 'react';
import { sendOnEnter, useAutoGrow } from '../../ui/composing';
import type { Action, Writing } from '../actions/action';
import type { Draft } from '../actions/drafts';
import { Icon } from '../board/icons';
import './composer.css';

interface Props {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  /** What can be written, in the order of its tabs; the draft's mode is one of these. */
  readonly boxes: readonly (Action & { readonly writing: Writing })[];
  readonly draft: Draft;
  /** Characters at most. */
  readonly most: number;
  readonly onSend: (text: string, writing: Writing) => void;
  readonly onTyping: () => void;
}

/** The counter appears when this many characters are left. */
const COUNTED = 300;

/** One box for all, and never a doubt about who reads the words. */
export function Composer({ inputRef, boxes, draft, most, onSend, onTyping }: Props): JSX.Element | null {
  const { mode, text } = draft;
  useAutoGrow(inputRef, `${mode}${text}`);
  const writing = boxes.find((box) => box.writing.mode === mode)?.writing;
  if (writing === undefined) return null;
  const trimmed = text.trim();
  const left = most - trimmed.length;
  const ready = trimmed !== '' && left >= 0;
  const send = (): void => {
    if (ready) onSend(trimmed, writing);
  };
  return (
    <footer className={`reply${mode === 'reply' ? '' : ' private'}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Modes inputRef={inputRef} boxes={boxes} draft={draft} />
        <textarea
          ref={inputRef}
          rows={2}
          aria-label={writing.field}
          aria-invalid={left < 0}
          placeholder={writing.hint}
          value={text}
          onChange={(event) => {
            const { value } = event.currentTarget;
            draft.write(value);
            if (mode === 'reply' && value.trim() !== '') onTyping();
          }}
          onKeyDown={sendOnEnter(send)}
        />
        <div className="reply-foot">
          <span className="quiet">
            <kbd>Enter</kbd> {writing.enter} · <kbd>Shift</kbd> <kbd>Enter</kbd> new line
          </span>
          {left < COUNTED && (
            <span className={left < 0 ? 'over' : 'quiet'} role="status">
              {left >= 0 ? `${left} left` : `${-left} too many`}
            </span>
          )}
          <button type="submit" className="primary" disabled={!ready}>
            <Icon name={writing.icon} size={16} />
            {writing.send}
          </button>
        </div>
      </form>
    </footer>
  );
}

function Modes({ inputRef, boxes, draft }: Pick<Props, 'inputRef' | 'boxes' | 'draft'>): JSX.Element {
  return (
    <div className="reply-modes" role="group" aria-label="Who reads it">
      {boxes.map(({ key, writing: { mode, tab, icon } }) => (
        <button
          key={mode}
          type="button"
          aria-pressed={mode === draft.mode}
          title={key === undefined ? tab : `${tab} (${key})`}
          onClick={() => {
            draft.setMode(mode);
            inputRef.current?.focus();
          }}
        >
          {mode !== 'reply' && <Icon name={icon} size={14} />}
          {tab}
        </button>
      ))}
      {!boxes.some(({ writing }) => writing.mode === 'reply') && (
        <button type="button" className="reply-leave" onClick={() => draft.setMode('reply')}>
          Cancel
        </button>
      )}
    </div>
  );
}
