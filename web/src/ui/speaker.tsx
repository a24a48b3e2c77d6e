import type { JSX, ReactNode } from 'react';
import type { Author } from '../api/contract';
import { Avatar } from './avatar';
import { clockTime } from './time';

interface Props {
  readonly author: Author;
  /** As the reader calls them. */
  readonly name: string;
  /** What they are, or who their words are for. */
  readonly tag?: ReactNode;
  readonly at?: string;
}

/** Who speaks, above their words. */
export function Speaker({ author, name, tag, at }: Props): JSX.Element {
  return (
    <div className="speaker">
      <Avatar {...author} />
      <b>{name}</b>
      {tag}
      {at !== undefined && <time dateTime={at}>{clockTime(at)}</time>}
    </div>
  );
}
