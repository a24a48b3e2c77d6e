// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import type { JSX } from 'react';
import { describe, expect, it } from 'vitest';
import type { Action, DialogProps } from '../../src/dashboard/actions/action';
import { CommandBar } from '../../src/dashboard/actions/command-bar';
import { allowed } from '../../src/dashboard/actions/keys';
import { ShortcutsDialog } from '../../src/dashboard/actions/shortcuts-dialog';
import { takeOver } from '../../src/dashboard/actions/take-over';
import { transfer } from '../../src/dashboard/actions/transfer';
import { rename } from '../../src/dashboard/actions/rename';
import { triage } from '../../src/dashboard/actions/triage';
import { ticket } from '../fixtures';
import { dialogProps, show, withPage } from './page';

function DialogOf({ action, ...props }: DialogProps & { readonly action: Action }): JSX.Element {
  return action.Dialog === undefined ? <p>none</p> : <action.Dialog {...props} />;
}

describe('a dialog', () => {
  withPage();

  it('does what was chosen in it, and closes', async () => {
    const { props, done, world } = dialogProps();
    const { user } = show(<DialogOf action={transfer} {...props} />);
    expect(screen.getByRole('dialog', { name: 'Transfer' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Transfer' })).toHaveProperty('disabled', true);
    await user.click(await screen.findByRole('radio', { name: /Ben/ }));
    await user.click(screen.getByRole('button', { name: 'Transfer' }));
    expect(done.map(({ action }) => action)).toEqual(['TRANSFER']);
    await waitFor(() => expect(world.closed).toBe(true));
  });

  it('offers only colleagues who are here, and not the agent', async () => {
    const { props } = dialogProps();
    show(<DialogOf action={transfer} {...props} />);
    expect(await screen.findByRole('radio', { name: /Carla/ })).toHaveProperty('disabled', true);
    expect(screen.queryByRole('radio', { name: /Anna/ })).toBeNull();
    expect(screen.getByRole('radio', { name: /general/ })).toBeTruthy();
  });

  it('stays open with what was written when it was refused, and says why', async () => {
    const { props, world } = dialogProps({
      ticket: ticket({ status: 'HUMAN', owner: { type: 'AGENT', id: 'ben', name: 'Ben' } }),
    });
    world.refusing = { code: 'not_now', words: 'The ticket has changed meanwhile.' };
    const { user } = show(<DialogOf action={takeOver} {...props} />);
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'I know ropes.');
    await user.click(screen.getByRole('button', { name: 'Take over' }));
    expect((await screen.findByRole('alert')).textContent).toBe('The ticket has changed meanwhile.');
    expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveProperty('value', 'I know ropes.');
    expect(world.closed).toBe(false);
  });

  it('is closed by Escape', async () => {
    const { props, world } = dialogProps();
    const { user } = show(<DialogOf action={takeOver} {...props} />);
    await user.keyboard('{Escape}');
    expect(world.closed).toBe(true);
  });

  it('takes tags one by one, as long and as many as the service allows', async () => {
    const { props, done } = dialogProps();
    const { user } = show(
      <DialogOf action={triage} {...props} limits={{ ...props.limits, tags: 2, tag: 6, priority: 3 }} />,
    );
    const field = screen.getByRole('combobox', { name: 'Tags' });
    await user.type(field, 'late,refundable{Enter}third{Enter}');
    expect(
      screen.getAllByRole('button', { name: /Remove the tag/ }).map((button) => button.getAttribute('aria-label')),
    ).toEqual(['Remove the tag late', 'Remove the tag refund']);
    await user.click(screen.getByRole('button', { name: 'Remove the tag late' }));
    expect(screen.getByRole('combobox', { name: 'Priority' }).textContent).toContain('3, the most urgent');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(done.map(({ action }) => action)).toEqual(['TRIAGE']);
  });
});

describe('Rename', () => {
  withPage();

  it('starts from the subject, and takes another one of as many characters as the service allows', async () => {
    const { props, done } = dialogProps();
    const { user } = show(<DialogOf action={rename} {...props} limits={{ ...props.limits, subject: 6 }} />);
    const field = screen.getByRole('textbox', { name: 'Subject' });
    expect((field as HTMLInputElement).value).toBe(props.ticket.subject);
    expect(screen.getByRole('button', { name: 'Rename' })).toHaveProperty('disabled', true);
    await user.clear(field);
    await user.type(field, 'Parcel lost');
    expect((field as HTMLInputElement).value).toBe('Parcel');
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    expect(done.map(({ action }) => action)).toEqual(['RENAME']);
  });
});

describe('the command bar', () => {
  withPage();

  it('finds what may be done now by its name, and does it', async () => {
    const chosen: string[] = [];
    const { user } = show(
      <CommandBar
        actions={allowed(['NOTE', 'SNOOZE', 'TRIAGE'])}
        onAction={({ does }) => chosen.push(does)}
        onPage={(command) => chosen.push(command)}
        onClose={() => chosen.push('closed')}
      />,
    );
    expect(screen.queryByRole('menuitem', { name: /Claim/ })).toBeNull();
    await user.type(screen.getByRole('searchbox', { name: 'Find a command' }), 'snoo');
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Snooze…s']);
    await user.click(screen.getByRole('menuitem'));
    expect(chosen).toEqual(['closed', 'SNOOZE']);
  });
});

describe('the list of shortcuts', () => {
  withPage();

  it('has one line for each key', () => {
    show(<ShortcutsDialog onClose={() => undefined} />);
    const keys = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of ['c', 'r', 'n', 'w', 'v', 't', 'b', 's', 'q', 'p', 'e', 'o', 'a', 'd', 'j', 'k', '/', '?'])
      expect(keys).toContain(key);
  });
});
