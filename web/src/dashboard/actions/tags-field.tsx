import { useRef, useState, type JSX } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Icon } from '../board/icons';
import './action-menu.css';
import './tags-field.css';

interface Props {
  readonly tags: readonly string[];
  readonly known: readonly string[];
  /** Tags at most, and characters in one. */
  readonly most: number;
  readonly longest: number;
  readonly onTags: (tags: readonly string[]) => void;
}

/** Enter or a comma ends a tag, backspace in the empty field takes the last one away. */
export function TagsField({ tags, known, most, longest, onTags }: Props): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const add = (value: string): void => {
    const fresh = value
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && !tags.includes(tag));
    if (fresh.length > 0) onTags([...tags, ...fresh].slice(0, most));
    setText('');
  };
  const unused = known.filter((tag) => !tags.includes(tag) && tag.includes(text.trim()));
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      menuTrigger="input"
      items={unused.map((tag) => ({ id: tag }))}
      selectedKey={null}
      inputValue={text}
      onInputChange={(value) => (value.includes(',') ? add(value) : setText(value))}
      onSelectionChange={(tag) => tag !== null && add(String(tag))}
      onBlur={() => add(text)}
    >
      <Label>Tags</Label>
      <div className="tags-box">
        {tags.map((tag) => (
          <span key={tag} className="tag-chip">
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
        <Input
          ref={input}
          autoFocus
          maxLength={longest}
          placeholder={tags.length === 0 ? 'parcel, refund…' : ''}
          onKeyDown={(event) => {
            const choosing = event.currentTarget.hasAttribute('aria-activedescendant');
            if (event.key === 'Enter' && text.trim() !== '' && !choosing) {
              event.preventDefault();
              add(text);
            } else if (event.key === 'Backspace' && text === '') {
              onTags(tags.slice(0, -1));
            }
          }}
        />
      </div>
      <Popover className="menu-list">
        <ListBox<{ id: string }>>
          {({ id }) => (
            <ListBoxItem className="menu-item" textValue={id}>
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
