import { useEffect, useRef } from 'preact/hooks';
import { commandFor, type Command } from './keys';

/** Runs the command of each shortcut that is pressed, unless `suspended`. */
export function useCommands(run: (command: Command) => void, suspended: boolean): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (suspended) return;
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const writing = target?.closest('input, textarea, select, [contenteditable]') != null;
      if (event.key === 'Escape' && writing) return target?.blur();
      const command = commandFor(event, writing);
      if (command === null) return;
      event.preventDefault();
      latest.current(command);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [suspended]);
}
