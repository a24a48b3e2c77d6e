import { parseAccent, textOn } from '../accent';
import { readToLoader, type ToFrame } from '../protocol';
import { frameUrl, type Settings } from './settings';
import { css } from './styles';

const ACTIVE_KEY = 'deskhand.active';
const DEFAULT_ACCENT = '#0f6b5c';

/**
 * The launcher button and, from the first click on (or at once when there is an open ticket), the frame. Everything lives in a shadow root, so
 * that neither side's styles reach the other. Style sheets are constructed and nodes are made one by one: no inline code, no markup from strings.
 */
export function createLauncher(settings: Settings): void {
  const host = document.createElement('deskhand-widget');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);

  const inherited = getComputedStyle(host).getPropertyValue('--deskhand-accent');
  const accent = parseAccent(settings.accent) ?? parseAccent(inherited) ?? DEFAULT_ACCENT;
  host.style.setProperty('--accent', accent);
  host.style.setProperty('--on-accent', textOn(accent));

  const button = element('button', 'launcher');
  const badge = element('span', 'badge');
  button.type = 'button';
  badge.hidden = true;
  button.append(icon('M5 5h14v11H9.5L5 20V5Z', 'ask'), icon('m6 9.5 6 6 6-6', 'fold'), badge);
  root.append(button);

  let frame: HTMLIFrameElement | null = null;
  let ready = false;
  let open = false;
  let unread = 0;

  const describe = (): void => {
    button.setAttribute('aria-expanded', String(open));
    const news = unread > 0 && !open ? `, ${unread} unread` : '';
    button.setAttribute('aria-label', open ? `Close ${settings.label}` : `Open ${settings.label}${news}`);
    badge.hidden = unread === 0 || open;
    badge.textContent = unread > 9 ? '9+' : String(unread);
    host.toggleAttribute('data-open', open);
  };

  const tell = (message: ToFrame): void => {
    if (ready) frame?.contentWindow?.postMessage(message, settings.origin);
  };

  const load = (): void => {
    if (frame !== null) return;
    frame = element('iframe', 'panel');
    frame.title = settings.label;
    frame.src = frameUrl(settings, accent);
    root.prepend(frame);
  };

  const show = (next: boolean): void => {
    open = next;
    if (open) load();
    describe();
    if (open) frame?.focus();
    else button.focus();
    tell({ deskhand: open ? 'opened' : 'closed' });
  };

  button.addEventListener('click', () => show(!open));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) show(false);
  });
  addEventListener('message', (event) => {
    if (event.origin !== settings.origin || frame === null || event.source !== frame.contentWindow) return;
    const message = readToLoader(event.data);
    switch (message?.deskhand) {
      case 'ready':
        ready = true;
        tell({ deskhand: open ? 'opened' : 'closed' });
        break;
      case 'close':
        show(false);
        break;
      case 'unread':
        unread = message.count;
        describe();
        break;
      case 'active':
        remember(message.active);
        break;
      case undefined:
        break;
    }
  });

  describe();
  if (wasActive()) afterLoad(load);
}

function afterLoad(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 3000 });
  else setTimeout(task, 1000);
}

/** A page may forbid storage; the widget then waits for a click. */
function remember(active: boolean): void {
  try {
    if (active) localStorage.setItem(ACTIVE_KEY, '1');
    else localStorage.removeItem(ACTIVE_KEY);
  } catch {
    return;
  }
}

function wasActive(): boolean {
  try {
    return localStorage.getItem(ACTIVE_KEY) !== null;
  } catch {
    return false;
  }
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  node.className = className;
  return node;
}

function icon(path: string, className: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
