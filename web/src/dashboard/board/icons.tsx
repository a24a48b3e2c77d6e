import type { JSX } from 'react';
import { LineIcon, PATHS } from '../../ui/icons';

const DESK_PATHS = {
  ...PATHS,
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.5 4.5',
  inbox: 'M4 13 6.5 5h11L20 13v6H4v-6Zm0 0h5l1.5 2.500h3L15 13h5',
  mine: 'M5 5h14v11H9l-4 3.500V5Z',
  all: 'M5 7h14M5 12h14M5 17h14',
  keyboard: 'M3 7h18v10H3V7Zm3 3h.01M9.5 10h.01M13 10h.01M16.5 10h.01M7.5 14h9',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6l1-7Z',
  out: 'M14 5H6v14h8M10 12h10m-3-3.5 3.5 3.5-3.5 3.5',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm0-12v4.500l3 2',
  help: 'M9.5 9.500a2.5 2.5 0 1 1 3.5 2.300c-.7.3-1 .8-1 1.700M12 17h.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  lock: 'M6 11h12v9H6v-9Zm2.500 0V8a3.500 3.500 0 0 1 7 0v3M12 15v2',
  transfer: 'M4 8h14m-3.500-3.500L18 8l-3.500 3.500M20 16H6m3.500-3.500L6 16l3.500 3.500',
  back: 'M9 6 4 11l5 5M4 11h10a6 6 0 0 1 0 12',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  moon: 'M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10Z',
  tag: 'M4 4h8l8 8-8 8-8-8V4Zm4 4h.01',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15L6 16Zm4 4.500h4',
  front: 'M12 20V8m-5 5 5-5 5 5M6 4h12',
  group:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-6 8c.5-3.300 2.800-5 6-5s5.500 1.700 6 5M16 11a3 3 0 1 0-1.500-5.600M17.500 14.500c2 .6 3.200 2.100 3.500 4.500',
  reopen: 'M5 12a7 7 0 1 1 2 5M5 19v-5h5',
  sound: 'M4 9.500v5h3.500L12 18V6L7.500 9.500H4Zm11-.5a4 4 0 0 1 0 6M17.500 6.500a8 8 0 0 1 0 11',
  mute: 'M4 9.500v5h3.500L12 18V6L7.500 9.500H4Zm11.500 0 5 5m0-5-5 5',
} as const;

export type IconName = keyof typeof DESK_PATHS;

/** A line icon of the dashboard; always decoration, so hidden from screen readers. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): JSX.Element {
  return <LineIcon path={DESK_PATHS[name]} size={size} />;
}
