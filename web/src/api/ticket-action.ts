/**
 * What an agent does to a ticket; `type` is the last part of the call's path, the rest is its body (docs/api.md). A proposal and a question of the
 * assistant are named by their positions in the log.
 */
export type TicketAction =
  | { readonly type: 'claim' | 'accept' | 'decline' | 'release' | 'reopen' }
  | { readonly type: 'offer'; readonly agent: string }
  | ({ readonly type: 'transfer'; readonly note?: string } & Destination)
  | { readonly type: 'takeover'; readonly reason?: string }
  | { readonly type: 'hand-back'; readonly note?: string; readonly continueNow?: boolean }
  | { readonly type: 'snooze'; readonly until: string }
  | {
      readonly type: 'sort';
      readonly team?: string;
      readonly priority?: number;
      readonly tags?: readonly string[];
    }
  | { readonly type: 'approval'; readonly required: boolean }
  | { readonly type: 'approve'; readonly proposal: number; readonly text?: string }
  | { readonly type: 'reject'; readonly proposal: number; readonly note: string }
  | { readonly type: 'answers'; readonly question: number; readonly text: string }
  | { readonly type: 'resolve'; readonly force?: boolean };

export type ActionType = TicketAction['type'];

/** Where a ticket can be passed on to. */
export type Destination = { readonly agent: string } | { readonly team: string };
