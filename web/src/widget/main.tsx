import { createRoot } from 'react-dom/client';
import { createCustomerApi } from '../api/customer-api';
import { browserSurroundings } from '../ui/browser';
import '../ui/tokens.css';
import { parseAccent, textOn } from './accent';
import { App } from './app';
import { createChat } from './chat';
import './frame.css';
import { connectHost } from './host';
import { browserIdentity, personIn, ANONYMOUS } from './identity';

const query = new URLSearchParams(location.search);
const page = document.documentElement;

const accent = parseAccent(query.get('accent'));
if (accent !== null) {
  page.style.setProperty('--deskhand-accent', accent);
  page.style.setProperty('--on-accent', textOn(accent));
}
page.dir = query.get('dir') === 'rtl' ? 'rtl' : 'ltr';
const theme = query.get('theme');
if (theme === 'light' || theme === 'dark') page.dataset['theme'] = theme;

const host = connectHost(query.get('host'), window);
// From the page around the frame alone: an address that somebody sends around signs nobody in.
const signed = (host.framed ? new URLSearchParams(location.hash.slice(1)).get('identity') : null) ?? ANONYMOUS;
const chat = createChat(query.get('bot') ?? 'demo-store', {
  api: createCustomerApi(''),
  identity: browserIdentity(() => localStorage, personIn(signed)),
  signed,
  surroundings: browserSurroundings,
  // Loaded when there is a ticket to follow, so that opening the panel costs little.
  connect: async (identity, token) => (await import('./connect-rooms')).connectRooms(identity, token),
});

const root = document.getElementById('app');
if (root !== null) createRoot(root).render(<App chat={chat} host={host} />);
void chat.start();

addEventListener('online', chat.wakeUp);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') chat.wakeUp();
});
