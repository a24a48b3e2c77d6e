import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { RichText } from '../ui/rich-text-view';
import type { Matter } from './counsel';
import { Icon } from './icons';
import { secondsLeft } from './offer-banner';
import type { Word } from './use-desk';
import { WordsForm } from './words-form';

interface Props {
  readonly matter: Matter;
  readonly dueAt: string | null;
  readonly now: number;
  readonly busy: boolean;
  readonly onWord: (word: Word) => void;
}

/** What the assistant needs a colleague for before it goes on. */
export function CounselCard({ matter, dueAt, now, busy, onWord }: Props): VNode {
  const proposal = matter.kind === 'PROPOSAL';
  const title = proposal ? 'The assistant wants to answer' : 'The assistant asks you';
  return (
    <section class="counsel" aria-label={title}>
      <header>
        <Icon name="spark" size={18} />
        <b>{title}</b>
        <Left proposal={proposal} dueAt={dueAt} now={now} />
      </header>
      <div class="counsel-words rich" dir="auto" tabIndex={0}>
        <RichText text={matter.entry.text} />
      </div>
      {proposal ? (
        <Proposal {...matter.entry} busy={busy} onWord={onWord} />
      ) : (
        <WordsForm
          label="Your answer to the assistant"
          hint="Answer it. It goes on with your words; the customer does not see them."
          submit="Answer"
          busy={busy}
          onSubmit={(text) => onWord({ type: 'answers', question: matter.entry.pos, text })}
        />
      )}
    </section>
  );
}

interface ProposalProps {
  readonly pos: number;
  readonly text: string;
  readonly citations: readonly { readonly title: string }[];
  readonly busy: boolean;
  readonly onWord: Props['onWord'];
}

function Proposal({ pos, text, citations, busy, onWord }: ProposalProps): VNode {
  const [doing, setDoing] = useState<'deciding' | 'editing' | 'rejecting'>('deciding');
  const cancel = (): void => setDoing('deciding');
  switch (doing) {
    case 'editing':
      return (
        <WordsForm
          label="The answer as the customer will read it"
          initial={text}
          submit="Send this"
          most={MAX_ANSWER}
          busy={busy}
          onSubmit={(edited) => onWord({ type: 'approve', proposal: pos, text: edited })}
          onCancel={cancel}
        />
      );
    case 'rejecting':
      return (
        <WordsForm
          label="What the assistant should do differently"
          hint="What should it do differently? The customer does not see this."
          submit="Send back"
          busy={busy}
          onSubmit={(note) => onWord({ type: 'reject', proposal: pos, note })}
          onCancel={cancel}
        />
      );
    case 'deciding':
      return (
        <footer>
          {citations.length > 0 && <p class="quiet">From {citations.map(({ title }) => title).join(', ')}</p>}
          <button type="button" class="ghost" disabled={busy} onClick={() => setDoing('rejecting')}>
            Send back…
          </button>
          <button type="button" class="ghost" disabled={busy} onClick={() => setDoing('editing')}>
            Edit…
          </button>
          <button
            type="button"
            class="primary"
            disabled={busy}
            onClick={() => onWord({ type: 'approve', proposal: pos })}
          >
            <Icon name="check" size={17} />
            Approve
          </button>
        </footer>
      );
  }
}

/** Characters in an answer of the assistant, as the services count them. */
const MAX_ANSWER = 12_000;

/** Decoration for those who see; it would be read out every second otherwise. */
function Left({ proposal, dueAt, now }: Pick<Props, 'dueAt' | 'now'> & { readonly proposal: boolean }): VNode | null {
  const left = secondsLeft(dueAt, now);
  if (left === null) return null;
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <span
      class="counsel-left"
      aria-hidden="true"
      title={proposal ? 'Then people get the ticket' : 'Then it goes on without'}
    >
      <Icon name="clock" size={14} />
      {time}
    </span>
  );
}
