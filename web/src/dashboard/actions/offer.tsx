import { useState, type JSX } from 'react';
import { answerOf } from '../../api/call';
import type { Deed } from '../session/deed';
import type { Action, DialogProps } from './action';
import { DestinationField, OfferHint, type Destination } from './destination';
import { ActionDialog } from './dialog';
import { passedOn } from './passed-on';

const offering = (agent: string): Deed => ({
  action: 'OFFER',
  call: (client, id) => answerOf(client.POST('/api/tickets/{id}/offer', { params: { path: { id } }, body: { agent } })),
  done: passedOn,
});

function OfferDialog({ act, onClose, ...known }: DialogProps): JSX.Element {
  const [to, setTo] = useState<Destination | null>(null);
  return (
    <ActionDialog
      title="Offer to a colleague"
      submit="Offer"
      deed={to !== null && 'agent' in to ? offering(to.agent) : null}
      act={act}
      onClose={onClose}
    >
      <DestinationField {...known} to={to} teams={false} onTo={setTo} />
      <OfferHint />
    </ActionDialog>
  );
}

export const offer: Action = {
  does: 'OFFER',
  label: 'Offer to a colleague…',
  icon: 'transfer',
  place: 'menu',
  key: 't',
  Dialog: OfferDialog,
};
