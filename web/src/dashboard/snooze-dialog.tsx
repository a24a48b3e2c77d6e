import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ActionDialog, type Act } from './dialog';
import { moment, snoozeChoices, toField } from './snooze';

interface Props {
  readonly act: Act;
  readonly onClose: () => void;
}

const LONGEST_DAYS = 90;

export function SnoozeDialog(props: Props): VNode {
  const [now] = useState(() => new Date());
  const choices = snoozeChoices(now);
  const [chosen, setChosen] = useState('0');
  const [custom, setCustom] = useState(() => toField(choices[1]?.until ?? now));
  const until = chosen === 'custom' ? new Date(custom) : choices[Number(chosen)]?.until;
  const possible = until !== undefined && until.getTime() > now.getTime();
  return (
    <ActionDialog
      title="Snooze"
      submit="Snooze"
      action={possible ? { type: 'snooze', until: until.toISOString() } : null}
      {...props}
    >
      <p>It stays yours and comes back then, or as soon as the customer writes.</p>
      <fieldset class="choices">
        <legend class="hidden">Until when</legend>
        {choices.map(({ label, until: time }, index) => (
          <label key={label} class="choice">
            <input
              type="radio"
              name="until"
              autofocus={index === 0}
              checked={chosen === String(index)}
              onChange={() => setChosen(String(index))}
            />
            <span class="choice-main">{label}</span>
            <span class="quiet">{moment(time, now.getTime())}</span>
          </label>
        ))}
        <label class="choice">
          <input type="radio" name="until" checked={chosen === 'custom'} onChange={() => setChosen('custom')} />
          <span class="choice-main">Another time</span>
        </label>
        {chosen === 'custom' && (
          <input
            class="moment"
            type="datetime-local"
            aria-label="Date and time"
            value={custom}
            min={toField(now)}
            max={toField(new Date(now.getTime() + LONGEST_DAYS * 86_400_000))}
            onInput={(event) => setCustom(event.currentTarget.value)}
          />
        )}
      </fieldset>
    </ActionDialog>
  );
}
