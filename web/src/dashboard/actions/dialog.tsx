import { useState, type JSX, type ReactNode } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../board/icons';
import type { Deed } from '../session/deed';
import type { DialogProps } from './action';
import './dialog.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog: it keeps the focus inside, and gives it back when it closes. */
export function Dialog({ title, onClose, wide = false, children }: Props): JSX.Element {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={`modal${wide ? ' wide' : ''}`}>
        <AriaDialog className="dialog-body" aria-label={title}>
          <header>
            <h2>{title}</h2>
            <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
              <Icon name="close" size={18} />
            </button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ActionDialogProps extends Props, Pick<DialogProps, 'act'> {
  /** The button that does it. */
  readonly submit: string;
  /** What is done on submit; null while something is missing. */
  readonly deed: Deed | null;
}

/** A dialog that does one thing to a ticket. It stays, with what was written in it, until that was taken. */
export function ActionDialog({ submit, deed, act, children, ...dialog }: ActionDialogProps): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    if (deed === null || busy) return;
    setBusy(true);
    setRefusal(null);
    const refused = await act(deed);
    setBusy(false);
    if (refused === null) dialog.onClose();
    else setRefusal(refused.words);
  };
  return (
    <Dialog {...dialog}>
      <form
        className="dialog-form"
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
          <p className="form-error" role="alert">
            {refusal}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="ghost" onClick={dialog.onClose}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={deed === null || busy}>
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
  /** Characters at most. */
  readonly most: number;
  readonly onValue: (value: string) => void;
  /** Whether writing starts here when the dialog opens. */
  readonly first?: boolean;
}

export function NoteField({ label, hint, value, most, onValue, first = false }: NoteFieldProps): JSX.Element {
  return (
    <label className="field">
      <span>
        {label} <span className="quiet">(optional)</span>
      </span>
      <textarea
        rows={3}
        autoFocus={first}
        maxLength={most}
        placeholder={hint}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}
