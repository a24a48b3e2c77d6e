import type { RefObject, VNode } from 'preact';
import { MAX_TEXT, sendOnEnter, useAutoGrow } from '../ui/composing';
import type { Draft, Mode } from './drafts';
import { Icon } from './icons';

interface Props {
  readonly inputRef: RefObject<HTMLTextAreaElement>;
  readonly mode: Mode;
  readonly modes: readonly Mode[];
  readonly draft: Draft;
  readonly onSend: (text: string, mode: Mode) => void;
  readonly onTyping: () => void;
}

const WORDS = {
  reply: {
    tab: 'Reply',
    title: 'Reply to the customer (r)',
    field: 'Your reply',
    hint: 'Write a reply…',
    send: 'Send',
    icon: 'send',
  },
  note: {
    tab: 'Private note',
    title: 'Private note (n)',
    field: 'Your private note',
    hint: 'Write a note. Only colleagues see it, never the customer.',
    send: 'Add note',
    icon: 'lock',
  },
  whisper: {
    tab: 'Tell the assistant',
    title: 'Tell the assistant (w)',
    field: 'Your words to the assistant',
    hint: 'Tell the assistant something for its next answer. The customer never sees it.',
    send: 'Tell it',
    icon: 'spark',
  },
} as const;

/** One box for all, and never a doubt to whom the words go. */
export function Composer({ inputRef, mode, modes, draft, onSend, onTyping }: Props): VNode {
  const { text } = draft;
  const words = WORDS[mode];
  const trimmed = text.trim();
  const left = MAX_TEXT - trimmed.length;
  const ready = trimmed !== '' && left >= 0;
  useAutoGrow(inputRef, `${mode}${text}`);
  const send = (): void => {
    if (ready) onSend(trimmed, mode);
  };
  return (
    <footer class={`reply${mode === 'reply' ? '' : ' private'}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div class="reply-modes" role="group" aria-label="Who reads it">
          {modes.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={mode === each}
              title={WORDS[each].title}
              onClick={() => {
                draft.setMode(each);
                inputRef.current?.focus();
              }}
            >
              {each !== 'reply' && <Icon name={WORDS[each].icon} size={14} />}
              {WORDS[each].tab}
            </button>
          ))}
          {!modes.includes('reply') && (
            <button type="button" class="reply-leave" onClick={() => draft.setMode('reply')}>
              Cancel
            </button>
          )}
        </div>
        <textarea
          ref={inputRef}
          rows={2}
          aria-label={words.field}
          aria-invalid={left < 0}
          placeholder={words.hint}
          value={text}
          onInput={(event) => {
            const { value } = event.currentTarget;
            draft.write(value);
            if (mode === 'reply' && value.trim() !== '') onTyping();
          }}
          onKeyDown={sendOnEnter(send)}
        />
        <div class="reply-foot">
          <span class="quiet">
            <kbd>Enter</kbd> {mode === 'note' ? 'adds it' : 'sends'} · <kbd>Shift</kbd> <kbd>Enter</kbd> new line
          </span>
          {left < 300 && (
            <span class={left < 0 ? 'over' : 'quiet'} role="status">
              {left >= 0 ? `${left} left` : `${-left} too many`}
            </span>
          )}
          <button type="submit" class="primary" disabled={!ready}>
            <Icon name={words.icon} size={16} />
            {words.send}
          </button>
        </div>
      </form>
    </footer>
  );
}
