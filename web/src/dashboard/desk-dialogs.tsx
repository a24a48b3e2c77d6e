import type { VNode } from 'preact';
import type { Ticket } from '../chat-core/ticket';
import type { BoardState } from './board-state';
import { tagsInUse } from './board-view';
import { HandBackDialog, ReleaseDialog, ResolveDialog, ShortcutsDialog, TakeOverDialog } from './dialogs';
import { SnoozeDialog } from './snooze-dialog';
import { SortDialog } from './sort-dialog';
import { TransferDialog } from './transfer-dialog';
import type { Workplace } from './workplace';

/** What the page asks before it acts, and of which ticket. */
export type Question =
  | { readonly about: 'shortcuts' }
  | {
      readonly about: 'resolve' | 'release' | 'takeover' | 'hand-back' | 'snooze' | 'sort' | 'transfer' | 'offer';
      readonly ticket: Ticket;
    };

interface Props {
  readonly question: Question;
  readonly board: BoardState;
  readonly workplace: Workplace;
  readonly onClose: () => void;
}

export function DeskDialog({ question, board, workplace, onClose }: Props): VNode {
  if (question.about === 'shortcuts') return <ShortcutsDialog onClose={onClose} />;
  const { about, ticket } = question;
  const { colleagues } = workplace;
  const shared = { act: (action: Parameters<Workplace['act']>[0]) => workplace.act(action, ticket.id), onClose };
  switch (about) {
    case 'resolve':
      return <ResolveDialog {...shared} />;
    case 'release':
      return <ReleaseDialog {...shared} />;
    case 'takeover':
      return <TakeOverDialog owner={ticket.owner.name} {...shared} />;
    case 'hand-back':
      return <HandBackDialog {...shared} />;
    case 'snooze':
      return <SnoozeDialog {...shared} />;
    case 'sort':
      return <SortDialog ticket={ticket} known={tagsInUse(board)} colleagues={colleagues} {...shared} />;
    case 'transfer':
    case 'offer':
      return (
        <TransferDialog ticket={ticket} me={board.agent?.id ?? ''} way={about} colleagues={colleagues} {...shared} />
      );
  }
}
