import { clockTime } from '../../ui/time';

export interface SnoozeChoice {
  readonly label: string;
  readonly until: Date;
}

const HOUR_MS = 3_600_000;
const MORNING = 9;
const MONDAY = 1;

/** Until when a ticket is usually put aside, by the agent's own clock. */
export function snoozeChoices(now: Date): readonly SnoozeChoice[] {
  const tomorrow = morning(now, 1);
  const monday = morning(now, (MONDAY + 7 - now.getDay()) % 7 || 7);
  return [
    { label: 'In one hour', until: new Date(now.getTime() + HOUR_MS) },
    { label: 'Tomorrow morning', until: tomorrow },
    ...(monday.getTime() === tomorrow.getTime() ? [] : [{ label: 'Next Monday', until: monday }]),
  ];
}

function morning(now: Date, daysAhead: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead, MORNING);
}

/** A moment as a `datetime-local` field holds it. */
export function toField(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** "14:05" today, "Tue 3 Mar, 09:00" on other days. */
export function moment(at: string | Date, now: number, locale: string | undefined = undefined): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  const time = clockTime(date.toISOString(), locale);
  if (new Date(now).toDateString() === date.toDateString()) return time;
  const day = date.toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day}, ${time}`;
}

const INSTANT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;

/** The system's own lines name moments as the log has them; people read them by their own clock. */
export function withLocalMoments(text: string, now: number, locale: string | undefined = undefined): string {
  return text.replace(INSTANT, (instant) => moment(instant, now, locale));
}

/** Whole seconds until then, not below zero; null when no moment is named. */
export function secondsLeft(dueAt: string | null, now: number): number | null {
  const due = dueAt === null ? Number.NaN : Date.parse(dueAt);
  return Number.isNaN(due) ? null : Math.max(0, Math.ceil((due - now) / 1000));
}
