import { array, number, object, picklist, string, type InferOutput } from 'valibot';
import type { BotProfile, CustomerAction, CustomerEntry, CustomerTicket } from './contract';
import type { Same } from './same';
import {
  authorSchema,
  citationSchema,
  label,
  limitsSchema,
  nextSchema,
  orNull,
  ownerSchema,
  shownKindSchema,
  stateSchema,
  statusSchema,
} from './shared-schemas';

/** The forms of the customers' API. */

export const customerTicketSchema = object({
  id: string(),
  customer: string(),
  bot: string(),
  botName: string(),
  room: string(),
  subject: string(),
  language: string(),
  status: statusSchema,
  owner: ownerSchema,
  epoch: number(),
  rev: number(),
  next: orNull(nextSchema),
  createdAt: string(),
  updatedAt: string(),
  queuedAt: orNull(string()),
  placeUntil: orNull(string()),
  claimedAt: orNull(string()),
  resolvedAt: orNull(string()),
  preview: string(),
});

export const customerEntrySchema = object({
  pos: number(),
  at: string(),
  epoch: number(),
  kind: shownKindSchema,
  author: authorSchema,
  text: string(),
  state: stateSchema,
  seq: number(),
  serial: orNull(string()),
  citations: array(citationSchema),
});

export const customerActionSchema = picklist(['ESCALATE', 'RETURN', 'RESOLVE']);

export const botSchema = object({
  id: string(),
  name: string(),
  greeting: string(),
  brain: label<BotProfile['brain']>(),
  notice: string(),
  suggestions: array(string()),
  signIn: label<BotProfile['signIn']>(),
  limits: limitsSchema,
});

const checked: readonly [
  Same<InferOutput<typeof customerTicketSchema>, CustomerTicket>,
  Same<InferOutput<typeof customerEntrySchema>, CustomerEntry>,
  Same<InferOutput<typeof customerActionSchema>, CustomerAction>,
  Same<InferOutput<typeof botSchema>, BotProfile>,
] = [true, true, true, true];
void checked;
