import {
  array,
  custom,
  exactOptional,
  nullish,
  number,
  object,
  picklist,
  string,
  type GenericSchema,
  type InferOutput,
} from 'valibot';
import type {
  Author,
  Citation,
  CustomerTicket,
  InputLimits,
  OwnerView,
  RoomHeaders,
  RoomMetadata,
  CustomerMetadata,
} from './contract';
import type { Same } from './same';

/** The forms that both sides' answers, and the rooms, are made of. */

/** Null also where it is absent: events leave out what answers give as null. */
export const orNull = <S extends GenericSchema>(schema: S) => nullish(schema, null);

/** A word that a page shows, but decides little by: one that it does not know hides nothing. */
export const label = <T extends string>() => custom<T>((value) => typeof value === 'string');

export const statusSchema = picklist(['BOT', 'QUEUED', 'OFFERED', 'HUMAN', 'RESOLVED', 'CLOSED']);
export const stateSchema = picklist(['FINAL', 'STREAMING', 'STOPPED']);
export const shownKindSchema = picklist(['MESSAGE', 'NOTICE', 'MARKER']);

export const ownerSchema = object({
  type: picklist(['BOT', 'QUEUE', 'OFFERED', 'AGENT', 'NOBODY', 'CLOSED']),
  id: string(),
  name: string(),
});

export const nextSchema = object({ who: picklist(['CUSTOMER', 'BOT', 'QUEUE', 'AGENT']), dueAt: string() });

export const authorSchema = object({
  role: picklist(['CUSTOMER', 'BOT', 'AGENT', 'SYSTEM']),
  id: string(),
  name: string(),
});

export const citationSchema = object({
  id: string(),
  title: string(),
  url: string(),
  quote: string(),
});

/** What a relayed message carries beside its words, as far as a page reads it. */
export const metadataSchema = object({
  citations: exactOptional(array(citationSchema)),
  promptVersion: exactOptional(string()),
});

export const customerMetadataSchema = object({ localId: string() });

export const limitsSchema = object({
  message: number(),
  answer: number(),
  subject: number(),
  priority: number(),
  tags: number(),
  tag: number(),
  snoozeDays: number(),
});

/** What a room says of a relayed message, besides its words. */
export const headersSchema = object({
  pos: number(),
  epoch: number(),
  kind: shownKindSchema,
  state: stateSchema,
  seq: number(),
  name: string(),
});

const checked: readonly [
  Same<InferOutput<typeof statusSchema>, CustomerTicket['status']>,
  Same<InferOutput<typeof ownerSchema>, OwnerView>,
  Same<InferOutput<typeof nextSchema> | null, CustomerTicket['next']>,
  Same<InferOutput<typeof authorSchema>, Author>,
  Same<InferOutput<typeof citationSchema>, Citation>,
  Same<InferOutput<typeof limitsSchema>, InputLimits>,
  Same<InferOutput<typeof headersSchema>, RoomHeaders>,
  Same<InferOutput<typeof metadataSchema>, RoomMetadata>,
  Same<InferOutput<typeof customerMetadataSchema>, CustomerMetadata>,
] = [true, true, true, true, true, true, true, true, true];
void checked;
