import type { JSX } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../board/icons';
import type { Action } from './action';
import './action-menu.css';

interface Props {
  readonly actions: readonly Action[];
  readonly onAction: (action: Action) => void;
}

/** The rarer actions of a ticket. */
export function ActionMenu({ actions, onAction }: Props): JSX.Element {
  return (
    <MenuTrigger>
      <Button className="ghost square" aria-label="More actions">
        <Icon name="more" size={18} />
      </Button>
      <Popover className="menu-list" placement="bottom end">
        <Menu aria-label="More actions" items={actions.map((action) => ({ id: action.does, action }))}>
          {({ action }) => (
            <MenuItem className="menu-item" textValue={action.label} onAction={() => onAction(action)}>
              <Icon name={action.icon} size={17} />
              <span>{action.label}</span>
              {action.key !== undefined && <kbd aria-hidden="true">{action.key}</kbd>}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
