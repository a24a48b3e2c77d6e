import { useState, type JSX } from 'react';
import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action, DialogProps } from './action';
import { ActionDialog, NoteField } from './dialog';

const takingOver = (reason: string): Deed => ({
  action: 'TAKE_OVER',
  call: (client, id) =>
    answerOf(client.POST('/api/tickets/{id}/takeover', { params: { path: { id } }, body: { reason } })),
  done: () => null,
});

function TakeOverDialog({ ticket, limits, act, onClose }: DialogProps): JSX.Element {
  const [reason, setReason] = useState('');
  const owner = ticket.owner.name;
  return (
    <ActionDialog
      title={`Take over from ${owner}`}
      submit="Take over"
      deed={takingOver(reason.trim())}
      act={act}
      onClose={onClose}
    >
      <p>You become the owner at once. The customer reads that you have joined.</p>
      <NoteField
        label="Reason"
        hint={`Why, for ${owner}`}
        value={reason}
        most={limits.message}
        onValue={setReason}
        first
      />
    </ActionDialog>
  );
}

export const takeOver: Action = {
  does: 'TAKE_OVER',
  label: 'Take over',
  doing: 'Taking over…',
  icon: 'bolt',
  place: 'button',
  key: 'c',
  Dialog: TakeOverDialog,
};
