import { readToFrame, type ToLoader } from './protocol';

/** The page around the frame. */
export interface Host {
  tell(message: ToLoader): void;
  onVisible(listener: (visible: boolean) => void): void;
  /** False when the page is opened by itself, without a loader around it. */
  readonly framed: boolean;
}

/** Speaks with the parent window, and only with the origin that the loader named when it made the frame. */
export function connectHost(origin: string | null, self: Window): Host {
  const framed = self.parent !== self && origin !== null;
  let listener: (visible: boolean) => void = () => undefined;
  if (framed) {
    self.addEventListener('message', (event) => {
      if (event.source !== self.parent || event.origin !== origin) return;
      const message = readToFrame(event.data);
      if (message !== null) listener(message.deskhand === 'opened');
    });
  }
  return {
    framed,
    tell: (message) => {
      if (framed) self.parent.postMessage(message, origin);
    },
    onVisible: (next) => {
      listener = next;
      if (!framed) next(true);
    },
  };
}
