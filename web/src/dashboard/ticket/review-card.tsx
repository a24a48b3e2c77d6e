import { useState, type JSX } from 'react';
import type { AgentAction, InputLimits } from '../../api/contract';
import { RichText } from '../../ui/rich-text-view';
import { answering } from '../actions/answer';
import { approving } from '../actions/approve';
import { rejecting } from '../actions/reject';
import { Icon } from '../board/icons';
import { secondsLeft } from '../board/moments';
import type { Deed } from '../session/deed';
import type { Matter } from './review';
import './review-card.css';
import { WordsForm } from './words-form';

interface Props {
  readonly matter: Matter;
  readonly may: readonly AgentAction[];
  readonly limits: InputLimits;
  readonly dueAt: string | null;
  readonly now: number;
  readonly busy: boolean;
  readonly onDeed: (deed: Deed) => void;
}

/** What the assistant needs a colleague for before it goes on. */
export function ReviewCard(props: Props): JSX.Element {
  const { matter, may, limits, dueAt, now, busy, onDeed } = props;
  const proposal = matter.kind === 'PROPOSAL';
  const title = proposal ? 'The assistant wants to answer' : 'The assistant asks you';
  return (
    <section className="review" aria-label={title}>
      <header>
        <Icon name="spark" size={18} />
        <b>{title}</b>
        <Left proposal={proposal} dueAt={dueAt} now={now} />
      </header>
      <div className="review-words rich" dir="auto" tabIndex={0}>
        <RichText text={matter.entry.text} />
      </div>
      {proposal && <Proposal {...props} />}
      {!proposal && may.includes('ANSWER') && (
        <WordsForm
          label="Your answer to the assistant"
          hint="Answer it. It goes on with your words; the customer does not see them."
          submit="Answer"
          most={limits.message}
          busy={busy}
          onSubmit={(text) => onDeed(answering(matter.entry.pos, text))}
        />
      )}
    </section>
  );
}

function Proposal({ matter, may, limits, busy, onDeed }: Props): JSX.Element {
  const [doing, setDoing] = useState<'deciding' | 'editing' | 'rejecting'>('deciding');
  const { pos, text, citations } = matter.entry;
  const cancel = (): void => setDoing('deciding');
  switch (doing) {
    case 'editing':
      return (
        <WordsForm
          label="The answer as the customer will read it"
          initial={text}
          submit="Send this"
          most={limits.answer}
          busy={busy}
          onSubmit={(edited) => onDeed(approving(pos, edited))}
          onCancel={cancel}
        />
      );
    case 'rejecting':
      return (
        <WordsForm
          label="What the assistant should do differently"
          hint="What should it do differently? The customer does not see this."
          submit="Send back"
          most={limits.message}
          busy={busy}
          onSubmit={(note) => onDeed(rejecting(pos, note))}
          onCancel={cancel}
        />
      );
    case 'deciding':
      return (
        <footer>
          {citations.length > 0 && <p className="quiet">From {citations.map(({ title }) => title).join(', ')}</p>}
          {may.includes('REJECT') && (
            <button type="button" className="ghost" disabled={busy} onClick={() => setDoing('rejecting')}>
              Send back…
            </button>
          )}
          {may.includes('APPROVE') && (
            <>
              <button type="button" className="ghost" disabled={busy} onClick={() => setDoing('editing')}>
                Edit…
              </button>
              <button type="button" className="primary" disabled={busy} onClick={() => onDeed(approving(pos))}>
                <Icon name="check" size={17} />
                Approve
              </button>
            </>
          )}
        </footer>
      );
  }
}

/** Decoration for those who see; it would be read out every second otherwise. */
function Left({
  proposal,
  dueAt,
  now,
}: Pick<Props, 'dueAt' | 'now'> & { readonly proposal: boolean }): JSX.Element | null {
  const left = secondsLeft(dueAt, now);
  if (left === null) return null;
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <span
      className="review-left"
      aria-hidden="true"
      title={proposal ? 'Then people get the ticket' : 'Then it goes on without'}
    >
      <Icon name="clock" size={14} />
      {time}
    </span>
  );
}
