import { useState, type JSX } from 'react';
import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action, DialogProps } from './action';
import { ActionDialog } from './dialog';

const renaming = (subject: string): Deed => ({
  action: 'RENAME',
  call: (client, id) =>
    answerOf(client.POST('/api/tickets/{id}/rename', { params: { path: { id } }, body: { subject } })),
  done: () => null,
});

function RenameDialog({ ticket, limits, act, onClose }: DialogProps): JSX.Element {
  const [subject, setSubject] = useState(ticket.subject);
  const text = subject.trim();
  return (
    <ActionDialog
      title="Rename"
      submit="Rename"
      deed={text === '' || text === ticket.subject ? null : renaming(text)}
      act={act}
      onClose={onClose}
    >
      <label className="field">
        <span>Subject</span>
        <input
          autoFocus
          maxLength={limits.subject}
          value={subject}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
      </label>
      <p className="quiet">The customer sees it in the list of their tickets.</p>
    </ActionDialog>
  );
}

export const rename: Action = {
  does: 'RENAME',
  label: 'Rename…',
  icon: 'tag',
  place: 'menu',
  key: 'm',
  help: 'Rename it',
  Dialog: RenameDialog,
};
