import { array, boolean, nullable, number, object, picklist, string, type InferOutput } from 'valibot';
import type { AgentAction, AgentEntry, AgentTicket } from './contract';
import { entryDataSchema, reasonSchema } from './entry-data-schemas';
import type { Same } from './same';
import { authorSchema, citationSchema, nextSchema, ownerSchema, stateSchema, statusSchema } from './shared-schemas';

/** The forms of the agents' API and of the inbox. */

export const agentTicketSchema = object({
  id: string(),
  customer: string(),
  customerName: string(),
  bot: string(),
  botName: string(),
  room: string(),
  subject: string(),
  language: string(),
  team: string(),
  priority: number(),
  tags: array(string()),
  status: statusSchema,
  owner: ownerSchema,
  epoch: number(),
  rev: number(),
  next: nullable(nextSchema),
  reason: nullable(reasonSchema),
  createdAt: string(),
  updatedAt: string(),
  queuedAt: nullable(string()),
  placeUntil: nullable(string()),
  claimedAt: nullable(string()),
  resolvedAt: nullable(string()),
  queueRank: number(),
  front: boolean(),
  alerts: number(),
  snoozed: boolean(),
  lastAgent: nullable(ownerSchema),
  customerPos: number(),
  answeredPos: number(),
  review: object({
    approval: boolean(),
    guidanceGiven: number(),
    guidanceApplied: number(),
    pending: nullable(picklist(['PROPOSAL', 'QUESTION'])),
  }),
  preview: string(),
});

export const agentEntrySchema = object({
  pos: number(),
  at: string(),
  epoch: number(),
  kind: picklist(['MESSAGE', 'NOTICE', 'MARKER', 'PACKET', 'NOTE', 'PROPOSAL']),
  author: authorSchema,
  text: string(),
  state: stateSchema,
  seq: number(),
  serial: nullable(string()),
  citations: array(citationSchema),
  data: nullable(entryDataSchema),
});

export const agentActionSchema = picklist([
  'CLAIM',
  'ACCEPT',
  'DECLINE',
  'REPLY',
  'NOTE',
  'OFFER',
  'TRANSFER',
  'HAND_BACK',
  'SNOOZE',
  'RELEASE',
  'TAKE_OVER',
  'TRIAGE',
  'RENAME',
  'WHISPER',
  'REQUIRE_APPROVAL',
  'WAIVE_APPROVAL',
  'APPROVE',
  'REJECT',
  'ANSWER',
  'RESOLVE',
  'REOPEN',
]);

const checked: readonly [
  Same<InferOutput<typeof agentTicketSchema>, AgentTicket>,
  Same<InferOutput<typeof agentEntrySchema>, AgentEntry>,
  Same<InferOutput<typeof agentActionSchema>, AgentAction>,
] = [true, true, true];
void checked;
