import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

interface Options {
  /** Changes when lines are added. */
  readonly lines: number;
  /** Changes when the reader adds words: they then want to see them. */
  readonly own: string | undefined;
  /** Where reading goes on; the end without it. */
  readonly restingPlace?: (list: HTMLElement) => number;
}

export interface StickToEnd {
  readonly list: RefObject<HTMLDivElement | null>;
  /** Whether there is more than the reader sees. */
  readonly away: boolean;
  toEnd(): void;
  onScroll(): void;
}

/** The reader counts as being at the end when so little is below. */
const NEAR_PX = 56;

const end = (list: HTMLElement): number => list.scrollHeight - list.clientHeight;

/** Keeps the end in view while the reader is there, and leaves readers of older lines alone. */
export function useStickToEnd({ lines, own, restingPlace = end }: Options): StickToEnd {
  const list = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);
  const toEnd = (): void => {
    const element = list.current;
    if (element === null) return;
    following.current = true;
    setAway(false);
    element.scrollTop = element.scrollHeight;
  };
  const onScroll = (): void => {
    const element = list.current;
    if (element === null) return;
    following.current = end(element) - element.scrollTop < NEAR_PX;
    if (following.current) setAway(false);
  };
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null && following.current) element.scrollTop = restingPlace(element);
    else setAway(true);
  }, [lines, restingPlace]);
  useLayoutEffect(toEnd, [own]);
  useEffect(() => {
    // The text of a growing answer makes the list taller between two renders of this component.
    const element = list.current;
    if (element === null) return;
    const observer = new MutationObserver(() => {
      if (following.current) element.scrollTop = restingPlace(element);
    });
    observer.observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['style'],
    });
    return () => observer.disconnect();
  }, [restingPlace]);
  return { list, away, toEnd, onScroll };
}
