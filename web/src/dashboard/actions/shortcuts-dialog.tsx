import type { JSX } from 'react';
import { Dialog } from './dialog';
import { PAGE_KEYS } from './keys';
import { ACTIONS } from './registry';
import './shortcuts-dialog.css';

interface Line {
  readonly key?: string;
  readonly label?: string | undefined;
}

const lines = (offer: boolean): readonly Line[] =>
  ACTIONS.filter((action) => (action.offer === true) === offer).map(({ key, help }) =>
    key === undefined ? {} : { key, label: help },
  );

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <Dialog title="Keyboard shortcuts" wide onClose={onClose}>
      <div className="shortcuts">
        <Group title="The ticket" lines={lines(false)} />
        <Group title="An offer" lines={lines(true)} />
        <Group title="Moving around" lines={[...PAGE_KEYS, { key: 'Esc', label: 'Leave a field' }]} />
      </div>
    </Dialog>
  );
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }): JSX.Element {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(
          ({ key, label }) =>
            label !== undefined && (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{label}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
