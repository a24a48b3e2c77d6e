import { createRoot } from 'react-dom/client';
import type { TicketFollower } from '../src/chat-core/follower';
import type { CustomerSide } from '../src/chat-core/ticket';
import type { TicketState } from '../src/chat-core/ticket-state';
import '../src/ui/tokens.css';
import { App } from '../src/widget/app';
import { textOn } from '../src/widget/accent';
import type { Chat, ChatState } from '../src/widget/chat';
import '../src/widget/frame.css';
import { scene } from './scenes';

const query = new URLSearchParams(location.search);
const name = query.get('scene') ?? 'greeting';
document.documentElement.style.setProperty('--deskhand-accent', '#2b5f4a');
document.documentElement.style.setProperty('--on-accent', textOn('#2b5f4a'));
document.documentElement.dir = query.get('dir') ?? 'ltr';

const nothing = (): void => undefined;
const state: TicketState<CustomerSide> = {
  ...scene(name, { role: 'CUSTOMER', id: 'c_8fkq2m7x' }),
  actions: ['ESCALATE', 'RETURN', 'RESOLVE'],
};
const follower = {
  store: { get: () => state, watch: () => nothing },
  retry: nothing,
  discard: nothing,
} as unknown as TicketFollower<CustomerSide>;
const chat: ChatState = {
  phase: name === 'loading' || name === 'sign-in' ? name : 'ready',
  bot: {
    id: 'demo-store',
    name: 'Fern',
    greeting: 'Hello, I am Fern, the assistant of Fjell & Fern. Ask me about orders, delivery, returns, sizes or gear.',
    brain: 'extractive',
    notice: 'Assistant answers from our help articles',
    suggestions: [
      'How long does delivery take?',
      'How do I return something?',
      'Which boot size do I need?',
      'Where is my order?',
    ],
    signIn: name === 'sign-in' ? 'required' : 'optional',
    limits: { message: 4_000, answer: 12_000, priority: 9, tags: 20, tag: 40, snoozeDays: 90 },
  },
  follower: name === 'greeting' ? null : follower,
  asking: null,
  error: null,
};
const fake = {
  store: { get: () => chat, watch: () => nothing },
  start: async () => undefined,
  say: nothing,
  ask: async () => undefined,
  startNew: nothing,
  typing: nothing,
  setVisible: nothing,
  wakeUp: nothing,
  dismissError: nothing,
} satisfies Chat;

const root = document.getElementById('app');
if (root !== null)
  createRoot(root).render(<App chat={fake} host={{ framed: true, tell: nothing, onVisible: nothing }} />);
