import type { JSX } from 'react';
import './avatar.css';
import type { Author } from '../api/contract';
import { Icon } from './icons';
import { hueOf, initialsOf } from './person';

/** A picture of an author: the assistant's mark, a figure for customers, initials for agents. Decoration: the name always stands beside it. */
export function Avatar({ role, id, name }: Author): JSX.Element {
  if (role === 'BOT') {
    return (
      <span className="avatar avatar-bot" aria-hidden="true">
        <Icon name="spark" size={18} />
      </span>
    );
  }
  if (role === 'CUSTOMER') {
    return (
      <span className={`avatar avatar-customer hue-${hueOf(id)}`} aria-hidden="true">
        <Icon name="person" size={18} />
      </span>
    );
  }
  return (
    <span className={`avatar hue-${hueOf(id)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
