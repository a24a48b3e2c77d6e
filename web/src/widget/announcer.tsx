import { type JSX, useRef } from 'react';
import type { TicketState } from '../chat-core/ticket-state';
import { strings } from './strings';

/** Tells screen readers each finished message of others once; a growing answer is not read out piece by piece. */
export function Announcer({ state }: { readonly state: TicketState }): JSX.Element {
  const since = useRef(state.entries.length);
  const finished = state.entries
    .slice(since.current)
    .filter(({ author, state: phase }) => author.role !== 'CUSTOMER' && phase !== 'STREAMING');
  return (
    <div className="hidden" role="status" aria-live="polite">
      {finished.slice(-3).map(({ author, pos, serial, text }) => (
        <p key={pos ?? serial}>{author.role === 'SYSTEM' ? text : strings.says(author.name, text)}</p>
      ))}
    </div>
  );
}
