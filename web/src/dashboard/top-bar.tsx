import type { RefObject, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Avatar } from '../ui/avatar';
import { Icon } from './icons';
import type { BoardState } from './board-state';
import { chime, isQuiet, setQuiet } from './chime';
import { Mark } from './mark';
import { canAskForNotifications } from './notification';
import type { Workplace } from './workplace';

interface Props {
  readonly board: BoardState;
  readonly workplace: Workplace;
  readonly searchRef: RefObject<HTMLInputElement>;
  readonly onShortcuts: () => void;
}

export function TopBar({ board, workplace, searchRef, onShortcuts }: Props): VNode {
  return (
    <header class="top-bar">
      <div class="brand">
        <Mark size={28} />
        <span>Deskhand</span>
      </div>
      <label class="search">
        <Icon name="search" size={17} />
        <input
          ref={searchRef}
          type="search"
          placeholder="Search this list"
          aria-label="Search this list"
          value={board.search}
          onInput={(event) => workplace.search(event.currentTarget.value)}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <Connection board={board} />
      <Online board={board} />
      <NotificationSwitch />
      <SoundSwitch />
      <button
        type="button"
        class="icon-button shortcuts-button"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        onClick={onShortcuts}
      >
        <Icon name="keyboard" />
      </button>
      <div class="me">
        <Avatar role="AGENT" id={board.agent?.id ?? ''} name={board.agent?.name ?? ''} />
        <span>{board.agent?.name}</span>
        <button
          type="button"
          class="icon-button"
          aria-label="Sign out"
          title="Sign out"
          onClick={() => void workplace.signOut()}
        >
          <Icon name="out" size={18} />
        </button>
      </div>
    </header>
  );
}

function Connection({ board }: { readonly board: BoardState }): VNode {
  const away = board.connection === 'reconnecting' || board.connection === 'failed';
  return (
    <span class={`live ${board.connection}`} role="status">
      <i aria-hidden="true" />
      {board.connection === 'online' ? 'Live' : away ? 'Reconnecting…' : 'Connecting…'}
    </span>
  );
}

function Online({ board }: { readonly board: BoardState }): VNode {
  const names = board.online.map(({ name }) => name).join(', ');
  return (
    <ul class="online" aria-label="Agents online" title={names}>
      {board.online.slice(0, 5).map(({ id, name }) => (
        <li key={id}>
          <Avatar role="AGENT" id={id} name={name} />
          <span class="hidden">{name}</span>
        </li>
      ))}
      {board.online.length > 5 && <li class="more">+{board.online.length - 5}</li>}
    </ul>
  );
}

function NotificationSwitch(): VNode | null {
  const [offered, setOffered] = useState(canAskForNotifications);
  if (!offered) return null;
  return (
    <button
      type="button"
      class="ghost small alerts-switch"
      title="Turn on alerts"
      onClick={() => void Notification.requestPermission().then(() => setOffered(false))}
    >
      <Icon name="bell" size={17} />
      <span>Turn on alerts</span>
    </button>
  );
}

function SoundSwitch(): VNode {
  const [quiet, change] = useState(isQuiet);
  const label = quiet ? 'Turn sounds on' : 'Turn sounds off';
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => {
        setQuiet(!quiet);
        change(!quiet);
        if (quiet) chime();
      }}
    >
      <Icon name={quiet ? 'mute' : 'sound'} />
    </button>
  );
}
