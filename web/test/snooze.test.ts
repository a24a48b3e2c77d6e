import { describe, expect, it } from 'vitest';
import { moment, snoozeChoices, toField, withLocalMoments } from '../src/dashboard/board/moments';

const at = (day: number, hour = 14, minute = 20) => new Date(2026, 2, day, hour, minute);
const chosen = (now: Date) => snoozeChoices(now).map(({ label, until }) => `${label}: ${toField(until)}`);

describe('snoozing', () => {
  it('offers an hour, tomorrow at nine, and Monday at nine', () => {
    expect(chosen(at(4))).toEqual([
      'In one hour: 2026-03-04T15:20',
      'Tomorrow morning: 2026-03-05T09:00',
      'Next Monday: 2026-03-09T09:00',
    ]);
  });

  it('means the Monday after when today is one', () => {
    expect(chosen(at(2)).at(-1)).toBe('Next Monday: 2026-03-09T09:00');
  });

  it('does not offer the same morning twice on a Sunday', () => {
    expect(chosen(at(8))).toEqual(['In one hour: 2026-03-08T15:20', 'Tomorrow morning: 2026-03-09T09:00']);
  });
});

describe('moments', () => {
  it('are a time of today, or a day with it', () => {
    const now = at(4).getTime();
    expect(moment(at(4, 16, 5), now, 'en-GB')).toBe('16:05');
    expect(moment(at(9, 9, 0), now, 'en-GB')).toBe('Mon 9 Mar, 09:00');
    expect(moment('', now)).toBe('');
  });

  it('of the log are read by the reader’s clock', () => {
    const until = at(4, 16, 5);
    const text = `Snoozed until ${until.toISOString()}`;
    expect(withLocalMoments(text, at(4).getTime(), 'en-GB')).toBe('Snoozed until 16:05');
  });
});
