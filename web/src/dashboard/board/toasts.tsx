import { useEffect, useEffectEvent, useRef, useState, type JSX } from 'react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import type { Toast } from './board-state';
import { Icon, type IconName } from './icons';
import './toasts.css';

interface Props {
  readonly toasts: readonly Toast[];
  readonly onDismiss: (id: number) => void;
  readonly onOpen: (ticket: string) => void;
}

/** Time does not run while somebody points at them. */
const SHOWN_MS = { info: 4_000, news: 9_000, error: 9_000 } as const;
const MOST = 4;
const ICONS: Readonly<Record<Toast['tone'], IconName>> = { info: 'check', news: 'inbox', error: 'help' };

export function Toasts({ toasts, onDismiss, onOpen }: Props): JSX.Element {
  const queue = useQueue(toasts, onDismiss);
  return (
    <ToastRegion queue={queue} className="toasts" aria-label="News">
      {({ toast }) => (
        <AriaToast toast={toast} className={`toast ${toast.content.tone}`}>
          <Icon name={ICONS[toast.content.tone]} size={18} />
          <Content toast={toast.content} onOpen={onOpen} onClose={() => onDismiss(toast.content.id)} />
        </AriaToast>
      )}
    </ToastRegion>
  );
}

/** The queue of the page's toasts: the board says what is in it, the queue when it is over. */
function useQueue(toasts: readonly Toast[], onDismiss: (id: number) => void): ToastQueue<Toast> {
  const [queue] = useState(() => new ToastQueue<Toast>({ maxVisibleToasts: MOST }));
  const keys = useRef(new Map<number, string>());
  const over = useEffectEvent(onDismiss);
  useEffect(() => {
    const known = keys.current;
    for (const [id, key] of known) {
      if (toasts.some((toast) => toast.id === id)) continue;
      known.delete(id);
      queue.close(key);
    }
    for (const toast of toasts) {
      if (known.has(toast.id)) continue;
      const onClose = (): void => over(toast.id);
      known.set(toast.id, queue.add(toast, { timeout: SHOWN_MS[toast.tone], onClose }));
    }
  }, [queue, toasts]);
  return queue;
}

interface ContentProps {
  readonly toast: Toast;
  readonly onOpen: (ticket: string) => void;
  readonly onClose: () => void;
}

function Content({ toast, onOpen, onClose }: ContentProps): JSX.Element {
  const { ticket, tone, text } = toast;
  return (
    <>
      <ToastContent role={tone === 'error' ? 'alert' : 'status'}>
        <Text slot="title">{text}</Text>
      </ToastContent>
      {ticket !== null && (
        <button
          type="button"
          className="link"
          onClick={() => {
            onOpen(ticket);
            onClose();
          }}
        >
          Open
        </button>
      )}
      <button type="button" className="icon-button tiny" aria-label="Dismiss" onClick={onClose}>
        <Icon name="close" size={15} />
      </button>
    </>
  );
}
