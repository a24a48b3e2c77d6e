import type { BotDecision } from '../src/api/contract';
import type { Entry } from '../src/chat-core/ticket';

/** What was said in the scenes. */
const NOW = Date.now();
export const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

const CUSTOMER = { role: 'CUSTOMER', id: 'c_8fkq2m7x', name: '' } as const;
const BOT = { role: 'BOT', id: 'demo-store', name: 'Fern' } as const;
export const ANNA = { role: 'AGENT', id: 'anna', name: 'Anna Berg' } as const;
export const BEN = { role: 'AGENT', id: 'ben', name: 'Ben Okafor' } as const;
export const BEN_OWNS = { type: 'AGENT', id: 'ben', name: 'Ben Okafor' } as const;
export const SYSTEM = { role: 'SYSTEM', id: 'system', name: '' } as const;

export const DECISION: BotDecision = {
  type: 'DECISION',
  outcome: 'ANSWERED',
  rules: [],
  evidence: 0.62,
  retrieved: ['returns-policy'],
  policy: '',
  promptVersion: 'f3a1',
  variant: '',
  model: 'extractive',
  millis: 840,
  tokens: null,
  cost: null,
  pending: null,
  review: null,
};

export function line(pos: number, change: Partial<Entry>): Entry {
  return {
    pos,
    serial: `s${String(pos).padStart(3, '0')}`,
    at: ago(400 - pos * 25),
    epoch: 1,
    kind: 'MESSAGE',
    author: BOT,
    text: '',
    state: 'FINAL',
    seq: 1,
    citations: [],
    data: null,
    ...change,
  };
}

export const opening = [
  line(1, {
    text: 'Hello, I am Fern, the assistant of Fjell & Fern. Ask me about orders, delivery, returns, sizes or gear.',
  }),
  line(2, { author: CUSTOMER, text: 'How long do I have to return boots that I wore once?' }),
  line(3, {
    text: 'You can send anything back **within 30 days** of delivery, as long as it was only tried on indoors. For boots worn outside:\n\n- a fault is covered by the two-year warranty\n- a wrong size can be exchanged once, for a small fee\n\nStart at https://fjellandfern.example/returns.',
    citations: [
      { id: 'returns-policy', title: 'Returns', url: '/help/returns-policy', quote: 'within 30 days of delivery' },
      { id: 'exchanges', title: 'Exchanges and sizes', url: '/help/exchanges', quote: 'exchanged once' },
    ],
  }),
  line(4, { author: CUSTOMER, text: 'And my order FF-20418 says delivered on Tuesday, but nothing came.' }),
];

export const escalated = [
  ...opening,
  line(5, {
    text: 'A parcel that is marked as delivered is often with a neighbour or in a safe place near the door. If it',
    state: 'STOPPED',
  }),
  line(6, {
    kind: 'NOTICE',
    author: SYSTEM,
    text: 'A person has been asked to take over. You keep your place if you close this page.',
    epoch: 2,
  }),
  line(7, {
    kind: 'PACKET',
    author: SYSTEM,
    serial: null,
    epoch: 2,
    data: {
      type: 'PACKET',
      reason: 'ASKED',
      customer: null,
      decision: null,
      wants: 'Wants to know where a parcel is that is marked as delivered.',
      facts: ['Order FF-20418', 'Marked delivered on Tuesday', 'Boots, size 42'],
      tried: ['Answered the question about returns, with two sources', 'Suggested to look with neighbours (cut short)'],
      question: 'Where is the parcel, and will it be sent again?',
      suggestedReply:
        'Hello, I am sorry that your boots have not arrived. I am opening a trace with the carrier now and will tell you by tomorrow noon what they found.',
    },
  }),
];

export const joined = [
  ...escalated,
  line(8, { kind: 'MARKER', author: SYSTEM, text: 'Anna Berg has joined', epoch: 3 }),
  line(9, {
    author: ANNA,
    text: 'Hello, this is Anna. I have your order open: the carrier says that it was handed over at number 14. Is that you?',
    epoch: 3,
  }),
  line(10, { author: CUSTOMER, text: 'No, we are at number 41.', epoch: 3 }),
];

export const withNotes = [
  ...joined,
  line(11, {
    kind: 'NOTE',
    author: BEN,
    serial: null,
    epoch: 3,
    text: 'The carrier mixed up **14** and **41** last month too: https://fjellandfern.example/tickets/812',
  }),
  line(12, {
    kind: 'NOTE',
    author: SYSTEM,
    serial: null,
    epoch: 3,
    text: 'Team general, priority 5',
    data: { type: 'TRIAGED', agent: 'anna', team: 'general', priority: 5, tags: ['parcel', 'carrier'] },
  }),
  line(13, {
    kind: 'NOTE',
    author: SYSTEM,
    serial: null,
    epoch: 3,
    text: 'The customer waits for an answer of Anna Berg',
    data: { type: 'ALERT', number: 1 },
  }),
  line(14, {
    kind: 'NOTE',
    author: ANNA,
    serial: null,
    epoch: 3,
    text: 'Asked them to fetch it. If they have not called by noon, we send a new pair.',
  }),
];
