import { render } from 'preact';
import { cookieValue, createAgentApi } from '../api/agent-api';
import { browserSurroundings } from '../ui/browser';
import '../ui/tokens.css';
import { App } from './app';
import { chime } from './chime';
import './dashboard.css';
import './handoff.css';
import { showNotification } from './notification';
import './ticket.css';
import './counsel.css';
import { createWorkplace } from './workplace';

const workplace = createWorkplace({
  api: createAgentApi('', () => cookieValue(document.cookie, 'XSRF-TOKEN')),
  surroundings: browserSurroundings,
  // Loaded after sign-in, so that the first page costs little.
  connect: async (agent, watched) => {
    const { connectAgent } = await import('./agent-realtime');
    return connectAgent(
      createAgentApi('', () => cookieValue(document.cookie, 'XSRF-TOKEN')),
      agent,
      watched,
    );
  },
  notify: (text) => {
    showNotification(text);
    chime();
  },
});

const root = document.getElementById('app');
if (root !== null) render(<App workplace={workplace} />, root);
void workplace.start();

// The page's own timers beat as well, should a browser not start this.
new Worker(new URL('./pulse.worker.ts', import.meta.url), { type: 'module' }).onmessage = workplace.beat;
addEventListener('online', workplace.wakeUp);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') workplace.wakeUp();
});
