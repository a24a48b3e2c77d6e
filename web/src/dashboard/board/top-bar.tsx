import { type JSX, type RefObject, useState } from 'react';
import { Avatar } from '../../ui/avatar';
import { Icon } from './icons';
import type { BoardState } from './board-state';
import { chime, isQuiet, setQuiet } from './chime';
import { Mark } from './mark';
import './top-bar.css';
import { canAskForNotifications } from './notification';

interface Props {
  readonly board: BoardState;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onSearch: (words: string) => void;
  readonly onSignOut: () => void;
  readonly onShortcuts: () => void;
}

export function TopBar({ board, searchRef, onSearch, onSignOut, onShortcuts }: Props): JSX.Element {
  return (
    <header className="top-bar">
      <div className="brand">
        <Mark size={28} />
        <span>Deskhand</span>
      </div>
      <label className="search">
        <Icon name="search" size={17} />
        <input
          ref={searchRef}
          type="search"
          placeholder="Search this list"
          aria-label="Search this list"
          value={board.search}
          onChange={(event) => onSearch(event.currentTarget.value)}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <Connection board={board} />
      <Online board={board} />
      <NotificationSwitch />
      <SoundSwitch />
      <button
        type="button"
        className="icon-button shortcuts-button"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        onClick={onShortcuts}
      >
        <Icon name="keyboard" />
      </button>
      <div className="me">
        <Avatar role="AGENT" id={board.agent?.id ?? ''} name={board.agent?.name ?? ''} />
        <span>{board.agent?.name}</span>
        <button type="button" className="icon-button" aria-label="Sign out" title="Sign out" onClick={onSignOut}>
          <Icon name="out" size={18} />
        </button>
      </div>
    </header>
  );
}

function Connection({ board }: { readonly board: BoardState }): JSX.Element {
  const away = board.connection === 'reconnecting' || board.connection === 'failed';
  return (
    <span className={`live ${board.connection}`} role="status">
      <i aria-hidden="true" />
      {board.connection === 'online' ? 'Live' : away ? 'Reconnecting…' : 'Connecting…'}
    </span>
  );
}

function Online({ board }: { readonly board: BoardState }): JSX.Element {
  const names = board.online.map(({ name }) => name).join(', ');
  return (
    <ul className="online" aria-label="Agents online" title={names}>
      {board.online.slice(0, 5).map(({ id, name }) => (
        <li key={id}>
          <Avatar role="AGENT" id={id} name={name} />
          <span className="hidden">{name}</span>
        </li>
      ))}
      {board.online.length > 5 && <li className="more">+{board.online.length - 5}</li>}
    </ul>
  );
}

function NotificationSwitch(): JSX.Element | null {
  const [offered, setOffered] = useState(canAskForNotifications);
  if (!offered) return null;
  return (
    <button
      type="button"
      className="ghost small alerts-switch"
      title="Turn on alerts"
      onClick={() => void Notification.requestPermission().then(() => setOffered(false))}
    >
      <Icon name="bell" size={17} />
      <span>Turn on alerts</span>
    </button>
  );
}

function SoundSwitch(): JSX.Element {
  const [quiet, change] = useState(isQuiet);
  const label = quiet ? 'Turn sounds on' : 'Turn sounds off';
  return (
    <button
      type="button"
      className="icon-button"
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
