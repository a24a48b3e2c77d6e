import { useEffect, useRef, useState } from 'react';

/** How many characters to show in the next frame: a share of what is missing, so that the text keeps pace with any sender. */
export function nextLength(shown: number, target: number): number {
  if (shown >= target) return target;
  return shown + Math.max(1, Math.ceil((target - shown) / 10));
}

/** The text as it should stand on the screen now: growing letter by letter while its sender writes, whole at once otherwise. */
export function useSmoothText(text: string, growing: boolean): string {
  const still = useRef(!growing || prefersStillness()).current;
  const [shown, setShown] = useState(still ? text.length : 0);
  const done = still || (shown >= text.length && !growing);

  useEffect(() => {
    if (done || shown >= text.length) return;
    const frame = requestAnimationFrame(() => setShown((length) => nextLength(length, text.length)));
    return () => cancelAnimationFrame(frame);
  }, [text, shown, done]);

  return done ? text : text.slice(0, shown);
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
