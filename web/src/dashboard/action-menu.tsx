import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icons';
import { keyOf, type Command } from './keys';

export interface MenuItem {
  readonly command: Command;
  readonly label: string;
  readonly icon: IconName;
}

interface Props {
  readonly items: readonly MenuItem[];
  readonly onCommand: (command: Command) => void;
}

/** The rarer actions of a ticket. Arrow keys move, Escape and a click elsewhere close it. */
export function ActionMenu({ items, onCommand }: Props): VNode {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const lines = (): readonly HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
  ];
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    lines()[0]?.focus();
    const onPress = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', onPress);
    return () => removeEventListener('pointerdown', onPress);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = lines();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="menu" ref={root}>
      <button
        ref={button}
        type="button"
        class="ghost square"
        aria-label="More actions"
        title="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" size={18} />
      </button>
      {open && (
        <div class="menu-list" role="menu" aria-label="More actions" onKeyDown={onKeyDown}>
          {items.map(({ command, label, icon }) => (
            <button
              key={command}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                onCommand(command);
              }}
            >
              <Icon name={icon} size={17} />
              <span>{label}</span>
              <kbd aria-hidden="true">{keyOf(command)}</kbd>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
