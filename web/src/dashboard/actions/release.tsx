import type { JSX } from 'react';
import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action, DialogProps } from './action';
import { ActionDialog } from './dialog';

const deed: Deed = {
  action: 'RELEASE',
  call: (client, id) => answerOf(client.POST('/api/tickets/{id}/release', { params: { path: { id } } })),
  done: () => 'Back at the front of the queue.',
};

function ReleaseDialog({ act, onClose }: DialogProps): JSX.Element {
  return (
    <ActionDialog title="Back to the queue" submit="Give it back" deed={deed} act={act} onClose={onClose}>
      <p>The ticket goes to the front of the queue, and the customer is told that a colleague will take over.</p>
    </ActionDialog>
  );
}

export const release: Action = {
  does: 'RELEASE',
  label: 'Back to the queue…',
  icon: 'inbox',
  place: 'menu',
  key: 'q',
  help: 'Give it back to the queue',
  Dialog: ReleaseDialog,
};
