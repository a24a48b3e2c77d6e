import type { JSX } from 'react';
import type { Author } from '../api/contract';
import type { Entry } from '../chat-core/ticket';
import { Speaker } from '../ui/speaker';
import { strings } from './strings';

/** Who it is, for those who hear the page. */
export function nameOf({ role, name }: Author): string {
  if (role === 'CUSTOMER') return strings.you;
  return role === 'BOT' ? `${name}, ${strings.automated}` : name;
}

/** Nothing above the customer's own words. */
export function Above({ author }: { readonly author: Author }): JSX.Element | null {
  if (author.role === 'CUSTOMER') return null;
  const tag = author.role === 'BOT' && <span className="tag">{strings.automated}</span>;
  return <Speaker author={author} name={author.name} tag={tag} />;
}

/** When it was said, for those who point at it. */
export function momentOf({ at }: Entry): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleString();
}
