import type { JSX } from 'react';
import type { BoardState } from './board-state';
import './nothing-open.css';

export function NothingOpen({ board }: { readonly board: BoardState }): JSX.Element {
  return (
    <main className="pane nothing" aria-label="No ticket open">
      <svg width="168" height="120" viewBox="0 0 168 120" aria-hidden="true">
        <rect className="a" x="14" y="34" width="92" height="62" rx="14" />
        <rect className="b" x="62" y="18" width="92" height="62" rx="14" />
        <path className="c" d="M82 42h52M82 54h34" />
        <path className="d" d="M82 80v14l14-14" />
      </svg>
      <h1>{board.agent === null ? 'Welcome' : `Welcome, ${board.agent.name}`}</h1>
      <p className="quiet">
        Choose a ticket on the left, or press <kbd>j</kbd> for the next one and <kbd>?</kbd> for all shortcuts.
      </p>
    </main>
  );
}
