/** What the loader on the host page and the frame tell each other by postMessage. Origins are checked exactly on both sides. */
export type ToFrame = { readonly deskhand: 'opened' | 'closed' };

export type ToLoader =
  | { readonly deskhand: 'ready' }
  | { readonly deskhand: 'close' }
  | { readonly deskhand: 'unread'; readonly count: number }
  /** Whether there is an open ticket, so that the next page loads the frame without waiting for a click. */
  | { readonly deskhand: 'active'; readonly active: boolean };

export function readToFrame(data: unknown): ToFrame | null {
  const kind = kindOf(data);
  return kind === 'opened' || kind === 'closed' ? { deskhand: kind } : null;
}

export function readToLoader(data: unknown): ToLoader | null {
  const kind = kindOf(data);
  if (kind === 'ready' || kind === 'close') return { deskhand: kind };
  if (kind === undefined) return null;
  const { count, active } = data as { count?: unknown; active?: unknown };
  if (kind === 'unread' && typeof count === 'number') return { deskhand: kind, count };
  if (kind === 'active' && typeof active === 'boolean') return { deskhand: kind, active };
  return null;
}

function kindOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null ? (data as { deskhand?: unknown }).deskhand : undefined;
}
