import { array, boolean, number, object, picklist, string, type InferOutput } from 'valibot';
import type { AgentAction, AgentEntry, AgentTicket } from './contract';
import { entryDataSchema, reasonSchema } from './entry-data-schemas';
import type { Same } from './same';
import {
  authorSchema,
  citationSchema,
  nextSchema,
  orNull,
  ownerSchema,
  stateSchema,
  statusSchema,
} from './shared-schemas';

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
  next: orNull(nextSchema),
  reason: orNull(reasonSchema),
  createdAt: string(),
  updatedAt: string(),
  queuedAt: orNull(string()),
  placeUntil: orNull(string()),
  claimedAt: orNull(string()),
  resolvedAt: orNull(string()),
  queueRank: number(),
  front: boolean(),
  alerts: number(),
  snoozed: boolean(),
  lastAgent: orNull(ownerSchema),
  customerPos: number(),
  answeredPos: number(),
  review: object({
    approval: boolean(),
    guidanceGiven: number(),
    guidanceApplied: number(),
    pending: orNull(picklist(['PROPOSAL', 'QUESTION'])),
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
  serial: orNull(string()),
  citations: array(citationSchema),
  data: orNull(entryDataSchema),
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
