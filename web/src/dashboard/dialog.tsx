import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TicketAction } from '../api/ticket-action';
import { Icon } from './icons';
import type { Refusal } from './refusals';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The browser's own modal dialog: it keeps the focus inside, and gives it back when it closes. */
export function Dialog({ title, onClose, children }: DialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="dialog-body">
        <header>
          <h2>{title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={() => dialog.current?.close()}>
            <Icon name="close" size={18} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

export type Act = (action: TicketAction) => Promise<Refusal | null>;

interface ActionDialogProps extends DialogProps {
  /** The button that does it. */
  readonly submit: string;
  /** What is done on submit; null while something is missing. */
  readonly action: TicketAction | null;
  readonly act: Act;
}

/** A dialog that does one thing to a ticket. It stays, with what was written in it, until that was taken. */
export function ActionDialog({ submit, action, act, children, ...dialog }: ActionDialogProps): VNode {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    if (action === null || busy) return;
    setBusy(true);
    setRefusal(null);
    const refused = await act(action);
    setBusy(false);
    if (refused === null) dialog.onClose();
    else setRefusal(refused.words);
  };
  return (
    <Dialog {...dialog}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void run();
        }}
      >
        {children}
        {refusal !== null && (
          <p class="form-error" role="alert">
            {refusal}
          </p>
        )}
        <div class="dialog-actions">
          <button type="button" class="ghost" onClick={dialog.onClose}>
            Cancel
          </button>
          <button type="submit" class="primary" disabled={action === null || busy}>
            {submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface NoteFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Whether writing starts here when the dialog opens. */
  readonly first?: boolean;
}

export function NoteField({ label, hint, value, onValue, first = false }: NoteFieldProps): VNode {
  return (
    <label class="field">
      <span>
        {label} <span class="quiet">(optional)</span>
      </span>
      <textarea
        rows={3}
        autofocus={first}
        maxLength={4_000}
        placeholder={hint}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}
