/** The customer is present in the room while the panel is visible and there is a ticket. */
export interface Presence {
  show(visible: boolean): void;
  know(ticket: boolean): void;
}

/** `room` resolves to the way into the room; that in turn returns the way out. */
export function createPresence(room: () => Promise<() => () => void>): Presence {
  let visible = false;
  let ticket = false;
  let leave: (() => void) | null = null;

  const enter = (): (() => void) => {
    let gone = false;
    let out: () => void = () => undefined;
    room().then(
      (into) => {
        if (!gone) out = into();
      },
      () => undefined,
    );
    return () => {
      gone = true;
      out();
    };
  };

  const update = (): void => {
    if (visible && ticket) {
      leave ??= enter();
    } else {
      leave?.();
      leave = null;
    }
  };

  return {
    show: (next) => {
      visible = next;
      update();
    },
    know: (next) => {
      ticket = next;
      update();
    },
  };
}
