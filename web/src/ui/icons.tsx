import type { VNode } from 'preact';

const PATHS = {
  send: 'M4 12 20 4l-5.5 16-3-6.5L4 12Zm7.5 1.5L20 4',
  close: 'M6 6l12 12M18 6 6 18',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8c.6-3.6 3.7-6 7.5-6s6.9 2.4 7.5 6',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.700l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.700l1-1',
  article: 'M7 4h7l4 4v12H7a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm7 0v4h4M9 13h6M9 16.500h4',
  check: 'm5 12.5 4.5 4.500L19 7.5',
  retry: 'M5 12a7 7 0 0 1 12-4.900L20 10M20 5v5h-5M19 12a7 7 0 0 1-12 4.900L4 14M4 19v-5h5',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.5 4.5',
  inbox: 'M4 13 6.5 5h11L20 13v6H4v-6Zm0 0h5l1.5 2.500h3L15 13h5',
  mine: 'M5 5h14v11H9l-4 3.500V5Z',
  all: 'M5 7h14M5 12h14M5 17h14',
  down: 'm6 10 6 6 6-6',
  keyboard: 'M3 7h18v10H3V7Zm3 3h.01M9.5 10h.01M13 10h.01M16.5 10h.01M7.5 14h9',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6l1-7Z',
  out: 'M14 5H6v14h8M10 12h10m-3-3.5 3.5 3.5-3.5 3.5',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm0-12v4.500l3 2',
  spark: 'M12 4l1.8 5.200L19 11l-5.2 1.800L12 18l-1.8-5.200L5 11l5.2-1.800L12 4Z',
  help: 'M9.5 9.500a2.5 2.5 0 1 1 3.5 2.300c-.7.3-1 .8-1 1.700M12 17h.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon in the colour of the text around it; always decoration, so hidden from screen readers. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): VNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
