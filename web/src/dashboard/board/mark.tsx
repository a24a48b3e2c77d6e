import type { JSX } from 'react';

/** Deskhand's mark: a D with a hand's line in it. */
export function Mark({ size }: { readonly size: number }): JSX.Element {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="mark">
      <rect width="32" height="32" rx="9" />
      <path d="M9 9h8a7 7 0 0 1 0 14H9Z M13.5 16h4.5" />
    </svg>
  );
}
