import { useState, type JSX } from 'react';
import { answerOf } from '../../api/call';
import { moment, snoozeChoices, toField } from '../board/moments';
import type { Deed } from '../session/deed';
import type { Action, DialogProps } from './action';
import { ActionDialog } from './dialog';

const DAY_MS = 86_400_000;

const snoozing = (until: Date): Deed => ({
  action: 'SNOOZE',
  call: (client, id) =>
    answerOf(
      client.POST('/api/tickets/{id}/snooze', { params: { path: { id } }, body: { until: until.toISOString() } }),
    ),
  done: () => 'Snoozed. It comes back by itself, or when the customer writes.',
});

function SnoozeDialog({ limits, act, onClose }: DialogProps): JSX.Element {
  const [now] = useState(() => new Date());
  const choices = snoozeChoices(now);
  const [chosen, setChosen] = useState('0');
  const [custom, setCustom] = useState(() => toField(choices[1]?.until ?? now));
  const until = chosen === 'custom' ? new Date(custom) : choices[Number(chosen)]?.until;
  const possible = until !== undefined && until.getTime() > now.getTime();
  return (
    <ActionDialog title="Snooze" submit="Snooze" deed={possible ? snoozing(until) : null} act={act} onClose={onClose}>
      <p>It stays yours and comes back then, or as soon as the customer writes.</p>
      <fieldset className="choices">
        <legend className="hidden">Until when</legend>
        {choices.map(({ label, until: time }, index) => (
          <label key={label} className="choice">
            <input
              type="radio"
              name="until"
              autoFocus={index === 0}
              checked={chosen === String(index)}
              onChange={() => setChosen(String(index))}
            />
            <span className="choice-main">{label}</span>
            <span className="quiet">{moment(time, now.getTime())}</span>
          </label>
        ))}
        <label className="choice">
          <input type="radio" name="until" checked={chosen === 'custom'} onChange={() => setChosen('custom')} />
          <span className="choice-main">Another time</span>
        </label>
        {chosen === 'custom' && (
          <input
            className="moment"
            type="datetime-local"
            aria-label="Date and time"
            value={custom}
            min={toField(now)}
            max={toField(new Date(now.getTime() + limits.snoozeDays * DAY_MS))}
            onChange={(event) => setCustom(event.currentTarget.value)}
          />
        )}
      </fieldset>
    </ActionDialog>
  );
}

export const snooze: Action = {
  does: 'SNOOZE',
  label: 'Snooze…',
  icon: 'moon',
  place: 'menu',
  key: 's',
  help: 'Snooze it',
  Dialog: SnoozeDialog,
};
