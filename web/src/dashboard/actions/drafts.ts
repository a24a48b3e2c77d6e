import { useState } from 'react';
import type { Mode } from './action';

export interface Draft {
  readonly mode: Mode;
  readonly text: string;
  setMode(mode: Mode): void;
  write(text: string, mode?: Mode): void;
}

/** Drafts outlive a look at another ticket. No two modes share one: nothing meant for colleagues may slip out to a customer. */
const texts = new Map<string, string>();
const modes = new Map<string, Mode>();

/** What the agent is writing on a ticket. A whisper that cannot be sent any more is kept, but never turned into something for the customer. */
export function useDraft(ticket: string, whispers: boolean): Draft {
  const [, changed] = useState(0);
  const wanted = modes.get(ticket) ?? 'reply';
  const mode = wanted === 'whisper' && !whispers ? 'reply' : wanted;
  const redraw = (): void => changed((count) => count + 1);
  return {
    mode,
    text: texts.get(`${mode}:${ticket}`) ?? '',
    setMode: (next) => {
      modes.set(ticket, next);
      redraw();
    },
    write: (text, to = mode) => {
      texts.set(`${to}:${ticket}`, text);
      redraw();
    },
  };
}
