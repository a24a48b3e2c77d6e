import type { JSX } from 'react';
import './icons.css';

/** What both pages use; the dashboard has more of its own. */
export const PATHS = {
  send: 'M4 12 20 4l-5.5 16-3-6.5L4 12Zm7.5 1.5L20 4',
  close: 'M6 6l12 12M18 6 6 18',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8c.6-3.6 3.7-6 7.5-6s6.9 2.4 7.5 6',
  article: 'M7 4h7l4 4v12H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm7 0v4h4M9 13h6M9 16.500h4',
  check: 'm5 12.5 4.5 4.500L19 7.5',
  down: 'm6 10 6 6 6-6',
  spark: 'M12 4l1.8 5.200L19 11l-5.2 1.800L12 18l-1.8-5.200L5 11l5.2-1.800L12 4Z',
} as const;

interface Props {
  readonly path: string;
  readonly size: number;
}

/** In the colour of the text around it. */
export function LineIcon({ path, size }: Props): JSX.Element {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** A line icon; always decoration, so hidden from screen readers. */
export function Icon({ name, size = 20 }: { readonly name: keyof typeof PATHS; readonly size?: number }): JSX.Element {
  return <LineIcon path={PATHS[name]} size={size} />;
}
