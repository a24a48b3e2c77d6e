import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ActionDialog, Dialog, NoteField, type Act } from './dialog';
import { SHORTCUTS } from './keys';

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): VNode {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <div class="shortcuts">
        {SHORTCUTS.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(({ key, label }) => (
                <Shortcut key={key} cap={key} label={label} />
              ))}
              {title === 'Moving around' && <Shortcut cap="Esc" label="Leave a field" />}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Shortcut({ cap, label }: { readonly cap: string; readonly label: string }): VNode {
  return (
    <div>
      <dt>
        <kbd>{cap}</kbd>
      </dt>
      <dd>{label}</dd>
    </div>
  );
}

interface Props {
  readonly act: Act;
  readonly onClose: () => void;
}

export function ResolveDialog(props: Props): VNode {
  return (
    <ActionDialog
      title="The customer is waiting"
      submit="Resolve anyway"
      action={{ type: 'resolve', force: true }}
      {...props}
    >
      <p>Their last message has no answer yet. Resolve the ticket all the same?</p>
    </ActionDialog>
  );
}

export function ReleaseDialog(props: Props): VNode {
  return (
    <ActionDialog title="Back to the queue" submit="Give it back" action={{ type: 'release' }} {...props}>
      <p>The ticket goes to the front of the queue, and the customer is told that a colleague will take over.</p>
    </ActionDialog>
  );
}

export function TakeOverDialog({ owner, ...props }: Props & { readonly owner: string }): VNode {
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      title={`Take over from ${owner}`}
      submit="Take over"
      action={{ type: 'takeover', reason: reason.trim() }}
      {...props}
    >
      <p>You become the owner at once. The customer reads that you have joined.</p>
      <NoteField label="Reason" hint={`Why, for ${owner}`} value={reason} onValue={setReason} first />
    </ActionDialog>
  );
}

export function HandBackDialog(props: Props): VNode {
  const [note, setNote] = useState('');
  const [continueNow, setContinueNow] = useState(false);
  return (
    <ActionDialog
      title="Hand back to the assistant"
      submit="Hand back"
      action={{ type: 'hand-back', note: note.trim(), continueNow }}
      {...props}
    >
      <p>The assistant goes on with the customer, and is told what was said meanwhile.</p>
      <NoteField
        label="What it should know"
        hint="For example: the parcel is on its way again"
        value={note}
        onValue={setNote}
        first
      />
      <label class="check">
        <input
          type="checkbox"
          checked={continueNow}
          onChange={(event) => setContinueNow(event.currentTarget.checked)}
        />
        Let it answer the customer’s last message now
      </label>
    </ActionDialog>
  );
}
