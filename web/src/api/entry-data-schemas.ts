import { array, boolean, literal, number, object, picklist, record, string, variant } from 'valibot';
import type { InferOutput } from 'valibot';
import type { AgentTicket, BotDecision, EntryData, HandoffPacket } from './contract';
import type { Same } from './same';
import { label, orNull } from './shared-schemas';

/** What an entry says besides its words, by `type`. */

export const reasonSchema = label<NonNullable<AgentTicket['reason']>>();

const decisionSchema = object({
  type: literal('DECISION'),
  outcome: label<BotDecision['outcome']>(),
  rules: array(string()),
  evidence: number(),
  retrieved: array(string()),
  policy: string(),
  promptVersion: string(),
  variant: string(),
  model: string(),
  millis: number(),
  tokens: orNull(object({ input: number(), output: number() })),
  cost: orNull(object({ amount: string(), currency: string() })),
  pending: orNull(object({ tool: string(), arguments: string(), turn: number() })),
  review: orNull(object({ agent: string(), name: string(), edited: boolean() })),
});

const packetSchema = object({
  type: literal('PACKET'),
  reason: reasonSchema,
  customer: orNull(
    object({
      trust: picklist(['ANONYMOUS', 'IDENTIFIED', 'VERIFIED']),
      attributes: record(string(), string()),
    }),
  ),
  wants: string(),
  tried: array(string()),
  facts: array(string()),
  question: string(),
  suggestedReply: string(),
  decision: orNull(decisionSchema),
});

const pendingEntries = { turn: number(), guidance: number(), decision: decisionSchema };

export const entryDataSchema = variant('type', [
  object({ type: literal('GREETING'), promptVersion: string() }),
  decisionSchema,
  object({ type: literal('PROPOSAL'), ...pendingEntries }),
  object({ type: literal('QUESTION'), ...pendingEntries }),
  object({
    type: literal('GUIDANCE'),
    source: picklist(['WHISPER', 'ANSWER', 'REJECTION', 'UNANSWERED']),
    number: number(),
  }),
  object({ type: literal('APPROVAL_REQUIRED') }),
  object({ type: literal('APPROVAL_WAIVED') }),
  packetSchema,
  object({ type: literal('CLAIMED'), agent: string(), reason: orNull(string()) }),
  object({ type: literal('OFFERED'), agent: string() }),
  object({ type: literal('NOT_ACCEPTED'), agent: string() }),
  object({ type: literal('DECLINED'), agent: string() }),
  object({ type: literal('RELEASED'), agent: string() }),
  object({ type: literal('AGENT_GONE'), agent: string() }),
  object({ type: literal('TRANSFERRED'), agent: string() }),
  object({ type: literal('HANDED_BACK'), agent: string(), note: string(), summary: string() }),
  object({ type: literal('RETURNED') }),
  object({ type: literal('RESOLVED'), by: picklist(['CUSTOMER', 'AGENT', 'QUIET']) }),
  object({ type: literal('REOPENED'), agent: orNull(string()) }),
  object({ type: literal('CLOSED') }),
  object({
    type: literal('TRIAGED'),
    agent: string(),
    team: string(),
    priority: number(),
    tags: array(string()),
  }),
  object({ type: literal('RENAMED'), agent: string(), before: string(), after: string() }),
  object({ type: literal('SNOOZED'), until: string() }),
  object({ type: literal('WOKEN') }),
  object({ type: literal('ALERT'), number: number() }),
]);

const checked: readonly [
  Same<InferOutput<typeof reasonSchema> | null, AgentTicket['reason']>,
  Same<InferOutput<typeof decisionSchema>, BotDecision>,
  Same<InferOutput<typeof packetSchema>, HandoffPacket>,
  Same<InferOutput<typeof entryDataSchema>, EntryData>,
] = [true, true, true, true];
void checked;
