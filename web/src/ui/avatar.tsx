import type { VNode } from 'preact';
import type { Author } from '../chat-core/ticket';
import { Icon } from './icons';
import { hueOf, initialsOf } from './person';

/** A picture of an author: the assistant's mark, a figure for customers, initials for agents. Decoration: the name always stands beside it. */
export function Avatar({ role, id, name }: Author): VNode {
  if (role === 'BOT') {
    return (
      <span class="avatar avatar-bot" aria-hidden="true">
        <Icon name="spark" size={18} />
      </span>
    );
  }
  if (role === 'CUSTOMER') {
    return (
      <span class={`avatar avatar-customer hue-${hueOf(id)}`} aria-hidden="true">
        <Icon name="person" size={18} />
      </span>
    );
  }
  return (
    <span class={`avatar hue-${hueOf(id)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
