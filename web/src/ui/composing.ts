import { useLayoutEffect, type RefObject } from 'react';

/** Lets a textarea be as tall as its text, up to what its style sheet allows. */
export function useAutoGrow(ref: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const area = ref.current;
    if (area === null) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight}px`;
  }, [ref, text]);
}

/** A key press as either library hands it over: React wraps the browser's event, Preact does not. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
  readonly nativeEvent?: { readonly isComposing: boolean };
  preventDefault(): void;
}

/** Enter sends, Shift+Enter starts a new line; an input method's own Enter does neither. */
export function sendOnEnter(send: () => void): (event: KeyPress) => void {
  return (event) => {
    const composing = event.nativeEvent?.isComposing ?? event.isComposing ?? false;
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    send();
  };
}
