import type { AgentSide } from '../src/chat-core/ticket';
import { initialState, type TicketState } from '../src/chat-core/ticket-state';
import { ago, ANNA, BEN, BEN_OWNS, DECISION, escalated, joined, line, opening, SYSTEM, withNotes } from './entries';
import { actionsOn, aTicket, owned, queued } from './tickets';

const answering = [{ clientId: 'bot:demo-store', name: 'Fern', status: 'answering' }];
const withAnna = [
  { clientId: 'agent:anna', name: 'Anna Berg', status: '' },
  { clientId: 'customer:c_8fkq2m7x', name: '', status: '' },
];
/** Scripted states for the fixture pages. */
export function scene(name: string, self: TicketState['self']): TicketState<AgentSide> {
  const view = saying(name, self);
  return view.ticket === null ? view : { ...view, actions: actionsOn(view.ticket) };
}

function saying(name: string, self: TicketState['self']): TicketState<AgentSide> {
  const base: TicketState<AgentSide> = { ...initialState<AgentSide>(self), connection: 'online', fresh: 1 };
  switch (name) {
    case 'greeting':
      return base;
    case 'answered':
      return { ...base, ticket: aTicket({ placeUntil: ago(-100) }), entries: opening.slice(0, 3) };
    case 'thinking':
      return { ...base, ticket: aTicket(), entries: opening, presence: answering };
    case 'streaming':
      return {
        ...base,
        ticket: aTicket(),
        presence: answering,
        entries: [
          ...opening,
          line(5, {
            text: 'A parcel that is marked as delivered is often with a neighbour or in a safe place near',
            state: 'STREAMING',
          }),
        ],
      };
    case 'proposal':
      return {
        ...base,
        ticket: aTicket({
          review: { ...aTicket().review, approval: true, pending: 'PROPOSAL' },
          next: { who: 'AGENT', dueAt: ago(-104) },
          customerName: 'Mira Solberg',
        }),
        presence: withAnna.slice(1),
        entries: [
          ...opening,
          line(5, {
            kind: 'NOTE',
            author: ANNA,
            serial: null,
            text: 'The carrier has lost a whole van today; do not promise a day.',
            data: { type: 'GUIDANCE', source: 'WHISPER', number: 1 },
          }),
          line(6, {
            kind: 'PROPOSAL',
            serial: null,
            text: 'I am sorry that your boots are late. A parcel that is marked as **delivered** is often with a neighbour or in a safe place near your door. If it has not turned up within two working days, we send it again.',
            citations: [{ id: 'lost', title: 'Lost parcels', url: '', quote: '' }],
            data: { type: 'PROPOSAL', turn: 4, guidance: 1, decision: DECISION },
          }),
          line(7, { kind: 'NOTICE', author: SYSTEM, text: 'A colleague looks at the answer before you get it.' }),
        ],
      };
    case 'question':
      return {
        ...base,
        ticket: aTicket({
          review: { ...aTicket().review, pending: 'QUESTION' },
          next: { who: 'AGENT', dueAt: ago(-75) },
        }),
        presence: withAnna.slice(1),
        entries: [
          ...opening,
          line(5, {
            kind: 'NOTE',
            serial: null,
            text: 'May order FF-20418 be sent again although the carrier says that it was delivered?',
            data: { type: 'QUESTION', turn: 4, guidance: 0, decision: DECISION },
          }),
          line(6, { kind: 'NOTICE', author: SYSTEM, text: 'I have asked a colleague about this.' }),
        ],
      };
    case 'queued':
      return { ...base, ticket: aTicket(queued), entries: escalated };
    case 'human':
      return {
        ...base,
        ticket: aTicket(owned),
        entries: joined,
        presence: withAnna,
        typing: [self.role === 'AGENT' ? 'customer:c_8fkq2m7x' : 'agent:anna'],
      };
    case 'notes':
      return {
        ...base,
        ticket: aTicket({
          ...owned,
          tags: ['parcel', 'carrier'],
          priority: 5,
          alerts: 1,
          next: { who: 'AGENT', dueAt: ago(40) },
        }),
        entries: withNotes,
        presence: withAnna,
      };
    case 'snoozed':
      return {
        ...base,
        ticket: aTicket({ ...owned, snoozed: true, next: { who: 'AGENT', dueAt: ago(-70_000) } }),
        entries: withNotes,
      };
    case 'colleague':
      return { ...base, ticket: aTicket({ ...owned, owner: BEN_OWNS }), entries: withNotes };
    case 'offered':
      return {
        ...base,
        ticket: aTicket({
          ...queued,
          status: 'OFFERED',
          owner: { ...BEN_OWNS, type: 'OFFERED' },
          next: { who: 'AGENT', dueAt: ago(-12) },
        }),
        entries: escalated,
      };
    case 'offered-to-me':
      return {
        ...base,
        ticket: aTicket({
          ...queued,
          status: 'OFFERED',
          owner: { ...owned.owner, type: 'OFFERED' },
          next: { who: 'AGENT', dueAt: ago(-17) },
        }),
        entries: [
          ...escalated,
          line(8, {
            kind: 'NOTE',
            author: BEN,
            serial: null,
            text: 'You know the carrier best. The customer has been waiting since Tuesday.',
            epoch: 3,
          }),
          line(9, {
            kind: 'NOTE',
            author: SYSTEM,
            serial: null,
            text: 'Offered to Anna Berg',
            data: { type: 'OFFERED', agent: 'anna' },
          }),
        ],
      };
    case 'closed':
      return {
        ...base,
        ticket: aTicket({ ...owned, status: 'CLOSED', owner: { type: 'CLOSED', id: '', name: '' }, next: null }),
        entries: joined,
      };
    case 'failed':
      return {
        ...base,
        ticket: aTicket(owned),
        entries: joined,
        connection: 'reconnecting',
        outbox: [
          {
            localId: 'a',
            kind: 'MESSAGE',
            text: 'Could you ask them to fetch it there?',
            at: ago(1),
            phase: 'failed',
            reason: 'The server cannot be reached right now.',
          },
        ],
      };
    case 'resolved':
      return {
        ...base,
        ticket: aTicket({
          ...owned,
          status: 'RESOLVED',
          owner: { type: 'NOBODY', id: '', name: '' },
          resolvedAt: ago(5),
          next: null,
        }),
        entries: [
          ...joined,
          line(11, { author: ANNA, text: 'Found it. The carrier brings it over **this evening before 8**.', epoch: 3 }),
          line(12, { kind: 'MARKER', author: SYSTEM, text: 'Anna Berg has resolved this ticket', epoch: 4 }),
        ],
      };
    default:
      throw new Error(`no scene called ${name}`);
  }
}
