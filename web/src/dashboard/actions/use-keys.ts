import { useEffect, useEffectEvent } from 'react';
import { commandFor, type Command } from './keys';

/** Runs the command of each shortcut that is pressed, unless `suspended`. */
export function useKeys(run: (command: Command) => void, suspended: boolean): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    if (suspended) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const writing = target?.closest('input, textarea, select, [contenteditable], [role="menu"]') != null;
      if (event.key === 'Escape' && writing) return target?.blur();
      const command = commandFor(event, writing);
      if (command === null) return;
      event.preventDefault();
      latest(command);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [suspended]);
}
