import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from './icons';
import type { Toast } from './board-state';

interface Props {
  readonly toasts: readonly Toast[];
  readonly onDismiss: (id: number) => void;
  readonly onOpen: (ticket: string) => void;
}

const SHOWN_MS = { info: 4_000, news: 9_000, error: 9_000 } as const;

export function Toasts({ toasts, onDismiss, onOpen }: Props): VNode {
  return (
    <div class="toasts">
      {toasts.map((toast) => (
        <Item key={toast.id} toast={toast} onDismiss={onDismiss} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Item({ toast, onDismiss, onOpen }: Omit<Props, 'toasts'> & { readonly toast: Toast }): VNode {
  useEffect(() => {
    const timer = setTimeout(() => onDismiss(toast.id), SHOWN_MS[toast.tone]);
    return () => clearTimeout(timer);
  }, [toast.id]);
  const { ticket } = toast;
  return (
    <div class={`toast ${toast.tone}`} role={toast.tone === 'error' ? 'alert' : 'status'}>
      <Icon name={toast.tone === 'news' ? 'inbox' : toast.tone === 'info' ? 'check' : 'help'} size={18} />
      <span>{toast.text}</span>
      {ticket !== null && (
        <button
          type="button"
          class="link"
          onClick={() => {
            onOpen(ticket);
            onDismiss(toast.id);
          }}
        >
          Open
        </button>
      )}
      <button type="button" class="icon-button tiny" aria-label="Dismiss" onClick={() => onDismiss(toast.id)}>
        <Icon name="close" size={15} />
      </button>
    </div>
  );
}
