import { useState } from 'preact/hooks';

/** To the customer, or to colleagues alone. */
export type Mode = 'reply' | 'note';

export interface Draft {
  readonly mode: Mode;
  readonly text: string;
  setMode(mode: Mode): void;
  write(text: string, mode?: Mode): void;
}

/** Drafts outlive a look at another ticket. A reply and a note never share one: nothing meant for colleagues may slip out to a customer. */
const texts = new Map<string, string>();
const modes = new Map<string, Mode>();

/** What the agent is writing on a ticket. */
export function useDraft(ticket: string): Draft {
  const [, changed] = useState(0);
  const mode = modes.get(ticket) ?? 'reply';
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
