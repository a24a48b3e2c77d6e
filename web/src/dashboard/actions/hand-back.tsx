import { useState, type JSX } from 'react';
import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action, DialogProps } from './action';
import { ActionDialog, NoteField } from './dialog';

const handingBack = (note: string, continueNow: boolean): Deed => ({
  action: 'HAND_BACK',
  call: (client, id) =>
    answerOf(client.POST('/api/tickets/{id}/hand-back', { params: { path: { id } }, body: { note, continueNow } })),
  done: ({ owner }) => `${owner.name} goes on with it.`,
});

function HandBackDialog({ limits, act, onClose }: DialogProps): JSX.Element {
  const [note, setNote] = useState('');
  const [continueNow, setContinueNow] = useState(false);
  return (
    <ActionDialog
      title="Hand back to the assistant"
      submit="Hand back"
      deed={handingBack(note.trim(), continueNow)}
      act={act}
      onClose={onClose}
    >
      <p>The assistant goes on with the customer, and is told what was said meanwhile.</p>
      <NoteField
        label="What it should know"
        hint="For example: the parcel is on its way again"
        value={note}
        most={limits.message}
        onValue={setNote}
        first
      />
      <label className="check">
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

export const handBack: Action = {
  does: 'HAND_BACK',
  label: 'Hand back',
  doing: 'Handing back…',
  icon: 'back',
  place: 'button',
  key: 'b',
  help: 'Hand it back to the assistant',
  Dialog: HandBackDialog,
};
