import type { JSX } from 'react';
import './dots.css';

/** Somebody is at work on words that are not there yet. Decoration: a label says who. */
export function Dots(): JSX.Element {
  return (
    <span className="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
