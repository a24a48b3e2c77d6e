import { accept } from './accept';
import type { Action } from './action';
import { answer } from './answer';
import { approve } from './approve';
import { claim } from './claim';
import { decline } from './decline';
import { handBack } from './hand-back';
import { note } from './note';
import { offer } from './offer';
import { reject } from './reject';
import { release } from './release';
import { rename } from './rename';
import { reopen } from './reopen';
import { reply } from './reply';
import { requireApproval } from './require-approval';
import { resolve } from './resolve';
import { snooze } from './snooze';
import { takeOver } from './take-over';
import { transfer } from './transfer';
import { triage } from './triage';
import { waiveApproval } from './waive-approval';
import { whisper } from './whisper';

/** Every action, in the order in which menus, buttons and the list of shortcuts have them. */
export const ACTIONS: readonly Action[] = [
  claim,
  reply,
  note,
  handBack,
  transfer,
  takeOver,
  offer,
  snooze,
  release,
  whisper,
  triage,
  rename,
  requireApproval,
  waiveApproval,
  decline,
  accept,
  reopen,
  resolve,
  approve,
  reject,
  answer,
];
