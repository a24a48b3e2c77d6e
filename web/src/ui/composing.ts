import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Characters in a message, as the services count them. */
export const MAX_TEXT = 4_000;

/** Lets a textarea be as tall as its text, up to what its style sheet allows. */
export function useAutoGrow(ref: RefObject<HTMLTextAreaElement>, text: string): void {
  useLayoutEffect(() => {
    const area = ref.current;
    if (area === null) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight}px`;
  }, [text]);
}

/** Enter sends, Shift+Enter starts a new line; an input method's own Enter does neither. */
export function sendOnEnter(send: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
}
