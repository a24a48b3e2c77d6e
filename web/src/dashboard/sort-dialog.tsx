import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Colleague } from '../api/agent-api';
import type { Ticket } from '../chat-core/ticket';
import { teamsOf, useColleagues } from './colleagues';
import { ActionDialog, type Act } from './dialog';
import { Icon } from './icons';
import { priorityLabel } from './labels';

interface Props {
  readonly ticket: Ticket;
  /** Tags in use, as suggestions. */
  readonly known: readonly string[];
  readonly colleagues: () => Promise<readonly Colleague[]>;
  readonly act: Act;
  readonly onClose: () => void;
}

const PRIORITIES = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] as const;
const LONGEST_TAG = 40;
const MOST_TAGS = 20;

export function SortDialog({ ticket, known, colleagues, ...props }: Props): VNode {
  const { people } = useColleagues(colleagues);
  const [team, setTeam] = useState(ticket.team ?? '');
  const [priority, setPriority] = useState(ticket.priority);
  const [tags, setTags] = useState(ticket.tags);
  return (
    <ActionDialog
      title="Team, priority and tags"
      submit="Save"
      action={{ type: 'sort', priority, tags, ...(team === '' ? {} : { team }) }}
      {...props}
    >
      <div class="fields">
        <label class="field">
          <span>Team</span>
          <select value={team} onChange={(event) => setTeam(event.currentTarget.value)}>
            {teamsOf(people ?? [], ticket).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Priority</span>
          <select value={priority} onChange={(event) => setPriority(Number(event.currentTarget.value))}>
            {PRIORITIES.map((value) => (
              <option key={value} value={value}>
                {priorityLabel(value)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <TagsField tags={tags} known={known} onTags={setTags} />
    </ActionDialog>
  );
}

interface TagsFieldProps {
  readonly tags: readonly string[];
  readonly known: readonly string[];
  readonly onTags: (tags: readonly string[]) => void;
}

/** Enter or a comma ends a tag, backspace in the empty field takes the last one away. */
function TagsField({ tags, known, onTags }: TagsFieldProps): VNode {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const add = (value: string): void => {
    const fresh = value
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && !tags.includes(tag));
    if (fresh.length > 0) onTags([...tags, ...fresh].slice(0, MOST_TAGS));
    setText('');
  };
  return (
    <div class="field">
      <label for="tags-input">Tags</label>
      <div class="tags-box">
        {tags.map((tag) => (
          <span key={tag} class="tag-chip">
            {tag}
            <button
              type="button"
              aria-label={`Remove the tag ${tag}`}
              onClick={() => {
                onTags(tags.filter((other) => other !== tag));
                input.current?.focus();
              }}
            >
              <Icon name="close" size={13} />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id="tags-input"
          autofocus
          list="known-tags"
          maxLength={LONGEST_TAG}
          placeholder={tags.length === 0 ? 'parcel, refund…' : ''}
          value={text}
          onInput={(event) => {
            const { value } = event.currentTarget;
            if (value.includes(',')) add(value);
            else setText(value);
          }}
          onBlur={() => add(text)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && text.trim() !== '') {
              event.preventDefault();
              add(text);
            } else if (event.key === 'Backspace' && text === '') {
              onTags(tags.slice(0, -1));
            }
          }}
        />
        <datalist id="known-tags">
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </div>
    </div>
  );
}
