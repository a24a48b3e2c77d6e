import '../ui/tokens.css';
import './base.css';
import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { cookieValue, createAgentApi } from '../api/agent-api';
import { browserSurroundings } from '../ui/browser';
import { App } from './app';
import { chime } from './board/chime';
import { showNotification } from './board/notification';
import { createWorkplace } from './session/workplace';

const api = createAgentApi('', () => cookieValue(document.cookie, 'XSRF-TOKEN'));
const workplace = createWorkplace({
  api,
  client: new QueryClient(),
  surroundings: browserSurroundings,
  // Loaded after sign-in, so that the first page costs little.
  connect: async (agent, watched) => {
    const { connectAgent } = await import('./session/agent-realtime');
    return connectAgent(api, agent, watched);
  },
  notify: (text) => {
    showNotification(text);
    chime();
  },
});

const root = document.getElementById('app');
if (root !== null) createRoot(root).render(<App workplace={workplace} />);
void workplace.start();

// The page's own timers beat as well, should a browser not start this.
new Worker(new URL('./session/pulse.worker.ts', import.meta.url), { type: 'module' }).onmessage = workplace.beat;
addEventListener('online', workplace.wakeUp);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') workplace.wakeUp();
});
