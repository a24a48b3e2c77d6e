import { useState, type JSX } from 'react';
import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action, DialogProps } from './action';
import { DestinationField, OfferHint, type Destination } from './destination';
import { ActionDialog, NoteField } from './dialog';
import { passedOn } from './passed-on';

export const transferring = (to: Destination, note: string): Deed => ({
  action: 'TRANSFER',
  call: (client, id) =>
    answerOf(client.POST('/api/tickets/{id}/transfer', { params: { path: { id } }, body: { ...to, note } })),
  done: passedOn,
});

function TransferDialog({ limits, act, onClose, ...known }: DialogProps): JSX.Element {
  const [to, setTo] = useState<Destination | null>(null);
  const [note, setNote] = useState('');
  return (
    <ActionDialog
      title="Transfer"
      submit="Transfer"
      deed={to === null ? null : transferring(to, note.trim())}
      act={act}
      onClose={onClose}
    >
      <DestinationField {...known} to={to} teams onTo={setTo} />
      <NoteField
        label="Private note"
        hint="What the next one should know; the customer does not see it"
        value={note}
        most={limits.message}
        onValue={setNote}
      />
      <OfferHint />
    </ActionDialog>
  );
}

export const transfer: Action = {
  does: 'TRANSFER',
  label: 'Transfer',
  doing: 'Transferring…',
  icon: 'transfer',
  place: 'button',
  key: 't',
  help: 'Transfer it, or offer it to somebody',
  Dialog: TransferDialog,
};
