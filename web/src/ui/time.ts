/** Times in words. All functions take the moment as a parameter. */

export function waitingFor(since: string | null, now: number): string {
  const start = since === null ? Number.NaN : Date.parse(since);
  if (Number.isNaN(start)) return '';
  const seconds = Math.max(0, Math.floor((now - start) / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d`;
}

export function clockTime(at: string, locale: string | undefined = undefined): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}

/** "14:05" today, "3 Mar" before. */
export function shortTime(at: string, now: number, locale: string | undefined = undefined): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  if (new Date(now).toDateString() === date.toDateString()) return clockTime(at, locale);
  return date.toLocaleDateString(locale, { day: 'numeric', month: 'short' });
}
