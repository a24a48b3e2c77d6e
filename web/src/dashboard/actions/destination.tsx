import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type JSX, type ReactNode } from 'react';
import type { Colleague } from '../../api/contract';
import { wordsFor } from '../../chat-core/problem';
import { Avatar } from '../../ui/avatar';
import { teamsOf } from '../board/colleagues';
import { Icon } from '../board/icons';
import type { DialogProps } from './action';
import './destination.css';

/** Where a ticket can be passed on to. */
export type Destination = { readonly agent: string } | { readonly team: string };

interface Props extends Pick<DialogProps, 'ticket' | 'me' | 'queries'> {
  readonly to: Destination | null;
  /** Whether a team's queue can be chosen too. */
  readonly teams: boolean;
  readonly onTo: (to: Destination) => void;
}

/** Colleagues, those who are here first, and teams, one of which is chosen. */
export function DestinationField({ ticket, me, queries, to, teams, onTo }: Props): JSX.Element {
  const { data: people, error } = useQuery(queries.colleagues);
  const list = useRef<HTMLFieldSetElement>(null);
  const known = people !== undefined;
  useEffect(() => list.current?.querySelector<HTMLElement>('input:enabled')?.focus(), [known]);
  const others = people?.filter(({ id }) => id !== me && id !== ticket.owner.id) ?? [];
  return (
    <>
      {error !== null && (
        <p className="form-error" role="alert">
          {wordsFor(error)}
        </p>
      )}
      <fieldset ref={list} className="choices" aria-busy={!known && error === null}>
        <legend>Colleagues</legend>
        {known && others.length === 0 && <p className="quiet">Nobody else works here.</p>}
        {others.map((person) => (
          <Choice
            key={person.id}
            checked={to !== null && 'agent' in to && to.agent === person.id}
            disabled={!person.here}
            onChoose={() => onTo({ agent: person.id })}
          >
            <Person {...person} />
          </Choice>
        ))}
      </fieldset>
      {teams && (
        <fieldset className="choices">
          <legend>A team’s queue</legend>
          {teamsOf(people ?? [], ticket).map((team) => (
            <Choice
              key={team}
              checked={to !== null && 'team' in to && to.team === team}
              disabled={false}
              onChoose={() => onTo({ team })}
            >
              <span className="team-mark" aria-hidden="true">
                <Icon name="group" size={17} />
              </span>
              <span className="choice-main">{team}</span>
              {team === ticket.team && <span className="quiet">its team now</span>}
            </Choice>
          ))}
        </fieldset>
      )}
    </>
  );
}

function Person({ id, name, here }: Colleague): JSX.Element {
  return (
    <>
      <Avatar role="AGENT" id={id} name={name} />
      <span className="choice-main">{name}</span>
      <span className={`presence${here ? ' here' : ''}`}>
        <i aria-hidden="true" />
        {here ? 'Here' : 'Away'}
      </span>
    </>
  );
}

interface ChoiceProps {
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Choice({ checked, disabled, onChoose, children }: ChoiceProps): JSX.Element {
  return (
    <label className={`choice${disabled ? ' disabled' : ''}`}>
      <input type="radio" name="to" checked={checked} disabled={disabled} onChange={onChoose} />
      {children}
    </label>
  );
}

export function OfferHint(): JSX.Element {
  return (
    <p className="quiet">A colleague has 20 seconds to accept; otherwise the ticket waits at the front of the queue.</p>
  );
}
