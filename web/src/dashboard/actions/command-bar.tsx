import type { JSX } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { Icon } from '../board/icons';
import type { Action } from './action';
import { Dialog } from './dialog';
import { PAGE_KEYS, type PageCommand } from './keys';
import './action-menu.css';
import './command-bar.css';

interface Props {
  readonly actions: readonly Action[];
  readonly onAction: (action: Action) => void;
  readonly onPage: (command: PageCommand) => void;
  readonly onClose: () => void;
}

/** All that can be done now, found by its name. */
export function CommandBar({ actions, onAction, onPage, onClose }: Props): JSX.Element {
  const { contains } = useFilter({ sensitivity: 'base' });
  const lines = [
    ...actions
      .filter(({ key }) => key !== undefined)
      .map((action) => ({
        id: action.does,
        label: action.label,
        key: action.key,
        icon: action.icon,
        run: () => onAction(action),
      })),
    ...PAGE_KEYS.filter(({ command }) => command !== 'commands').map(({ command, label, key }) => ({
      id: command,
      label: command === 'shortcuts' ? 'Keyboard shortcuts' : label,
      key,
      icon: 'keyboard' as const,
      run: () => onPage(command),
    })),
  ];
  return (
    <Dialog title="What would you like to do?" onClose={onClose}>
      <div className="command-bar">
        <Autocomplete filter={contains}>
          <SearchField aria-label="Find a command" autoFocus>
            <Input placeholder="Find a command" />
          </SearchField>
          <Menu aria-label="Commands" items={lines} renderEmptyState={() => <p className="quiet">Nothing matches.</p>}>
            {({ label, key, icon, run }) => (
              <MenuItem
                className="menu-item"
                textValue={label}
                onAction={() => {
                  onClose();
                  run();
                }}
              >
                <Icon name={icon} size={17} />
                <span>{label}</span>
                <kbd aria-hidden="true">{key}</kbd>
              </MenuItem>
            )}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  );
}
