/** Counts what came in a form that this page does not know. Such things are left out, never shown as something else. */
export interface LeftOut {
  readonly count: number;
  add(what: string, why: unknown): void;
}

/** Says so once, for a developer who looks at the console: a page that is older than its service meets the same thing again and again. */
export function createLeftOut(say: (...words: readonly unknown[]) => void): LeftOut {
  let count = 0;
  return {
    get count() {
      return count;
    },
    add: (what, why) => {
      count += 1;
      if (count === 1) say(`Deskhand: left out ${what} of a form that this page does not know.`, why);
    },
  };
}

/** Of this page. */
export const leftOut: LeftOut = createLeftOut((...words) => console.debug(...words));
