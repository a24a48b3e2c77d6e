import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Colleague } from '../api/agent-api';
import type { Destination, TicketAction } from '../api/ticket-action';
import type { Ticket } from '../chat-core/ticket';
import { Avatar } from '../ui/avatar';
import { ActionDialog, NoteField, type Act } from './dialog';
import { Icon } from './icons';
import { teamsOf, useColleagues } from './colleagues';

interface Props {
  readonly ticket: Ticket;
  readonly me: string;
  /** A queued ticket is offered to a colleague; an owned one is transferred, also to a team. */
  readonly way: 'offer' | 'transfer';
  readonly colleagues: () => Promise<readonly Colleague[]>;
  readonly act: Act;
  readonly onClose: () => void;
}

export function TransferDialog({ ticket, me, way, colleagues, ...props }: Props): VNode {
  const { people, failed } = useColleagues(colleagues);
  const [to, setTo] = useState<Destination | null>(null);
  const [note, setNote] = useState('');
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>('input:enabled')?.focus(), [people]);
  const others = people?.filter(({ id }) => id !== me && id !== ticket.owner.id) ?? [];
  const teams = way === 'transfer' ? teamsOf(people ?? [], ticket) : [];
  return (
    <ActionDialog
      title={way === 'offer' ? 'Offer to a colleague' : 'Transfer'}
      submit={way === 'offer' ? 'Offer' : 'Transfer'}
      action={to === null ? null : actionOf(way, to, note.trim())}
      {...props}
    >
      {failed !== null && (
        <p class="form-error" role="alert">
          {failed}
        </p>
      )}
      <fieldset ref={list} class="choices" aria-busy={people === null && failed === null}>
        <legend>Colleagues</legend>
        {people !== null && others.length === 0 && <p class="quiet">Nobody else works here.</p>}
        {others.map((person) => (
          <Choice
            key={person.id}
            checked={to !== null && 'agent' in to && to.agent === person.id}
            disabled={!person.here}
            onChoose={() => setTo({ agent: person.id })}
          >
            <Avatar role="AGENT" id={person.id} name={person.name} />
            <span class="choice-main">{person.name}</span>
            <span class={`presence${person.here ? ' here' : ''}`}>
              <i aria-hidden="true" />
              {person.here ? 'Here' : 'Away'}
            </span>
          </Choice>
        ))}
      </fieldset>
      {teams.length > 0 && (
        <fieldset class="choices">
          <legend>A team’s queue</legend>
          {teams.map((team) => (
            <Choice
              key={team}
              checked={to !== null && 'team' in to && to.team === team}
              disabled={false}
              onChoose={() => setTo({ team })}
            >
              <span class="team-mark" aria-hidden="true">
                <Icon name="group" size={17} />
              </span>
              <span class="choice-main">{team}</span>
              {team === ticket.team && <span class="quiet">its team now</span>}
            </Choice>
          ))}
        </fieldset>
      )}
      {way === 'transfer' && (
        <NoteField
          label="Private note"
          hint="What the next one should know; the customer does not see it"
          value={note}
          onValue={setNote}
        />
      )}
      <p class="quiet">A colleague has 20 seconds to accept; otherwise the ticket waits at the front of the queue.</p>
    </ActionDialog>
  );
}

function actionOf(way: Props['way'], to: Destination, note: string): TicketAction | null {
  if (way === 'transfer') return { type: 'transfer', note, ...to };
  return 'agent' in to ? { type: 'offer', agent: to.agent } : null;
}

interface ChoiceProps {
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

function Choice({ checked, disabled, onChoose, children }: ChoiceProps): VNode {
  return (
    <label class={`choice${disabled ? ' disabled' : ''}`}>
      <input type="radio" name="to" checked={checked} disabled={disabled} onChange={onChoose} />
      {children}
    </label>
  );
}
