import type { JSX } from 'react';
import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action, DialogProps } from './action';
import { ActionDialog } from './dialog';

/** @param force also while the customer waits for an answer */
const resolving = (force: boolean): Deed => ({
  action: 'RESOLVE',
  call: (client, id) =>
    answerOf(client.POST('/api/tickets/{id}/resolve', { params: { path: { id } }, body: force ? { force } : {} })),
  done: () => 'Resolved.',
});

function ResolveDialog({ act, onClose }: DialogProps): JSX.Element {
  return (
    <ActionDialog
      title="The customer is waiting"
      submit="Resolve anyway"
      deed={resolving(true)}
      act={act}
      onClose={onClose}
    >
      <p>Their last message has no answer yet. Resolve the ticket all the same?</p>
    </ActionDialog>
  );
}

export const resolve: Action = {
  does: 'RESOLVE',
  label: 'Resolve',
  doing: 'Resolving…',
  icon: 'check',
  place: 'button',
  key: 'e',
  help: 'Resolve it',
  Dialog: ResolveDialog,
  start: (page) => {
    let waiting = false;
    void page
      .attempt(resolving(false), ({ code }) => (waiting = code === 'customer_waiting'))
      .then(() => waiting && page.ask());
  },
};
