import type { components as agents } from './generated/agents';
import type { components as customers } from './generated/customers';

/** The names that the pages use for what the generated contract defines (docs/api.md). Times are ISO-8601 UTC strings. */

type Agents = agents['schemas'];
type Customers = customers['schemas'];

export type AgentTicket = Agents['AgentTicket'];
export type AgentEntry = Agents['AgentEntry'];
export type AgentAction = Agents['AgentAction'];
export type AgentSnapshot = Agents['AgentSnapshot'];
export type EntryData = Agents['EntryData'];
export type BotDecision = Agents['BotDecision'];
export type HandoffPacket = Agents['HandoffPacket'];
export type Agent = Agents['SignedInAgent'];
export type Session = Agents['Session'];
export type Colleague = Agents['Colleague'];
export type WrittenEntry = Agents['WrittenEntry'];

export type CustomerTicket = Customers['CustomerTicket'];
export type CustomerEntry = Customers['CustomerEntry'];
export type CustomerAction = Customers['CustomerAction'];
export type CustomerSnapshot = Customers['CustomerSnapshot'];
export type BotProfile = Customers['BotProfile'];

export type OwnerView = Agents['OwnerView'];
export type Author = Agents['Author'];
export type Citation = Agents['Citation'];
export type InputLimits = Agents['InputLimits'];
export type RoomHeaders = Customers['RoomHeaders'];
export type RoomMetadata = Customers['RoomMetadata'];
export type CustomerMetadata = Customers['CustomerMetadata'];
export type RealtimeAddress = Agents['RealtimeAddress'];
