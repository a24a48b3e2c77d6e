import type { JSX } from 'react';
import type { BoardState } from '../board/board-state';
import { tagsInUse } from '../board/board-view';
import type { Workplace } from '../session/workplace';
import { CommandBar } from './command-bar';
import { ShortcutsDialog } from './shortcuts-dialog';
import type { Desk, Question } from './use-desk';

interface Props {
  readonly question: Question;
  readonly desk: Desk;
  readonly board: BoardState;
  readonly workplace: Workplace;
}

/** What is open above the desk. */
export function DeskDialog({ question, desk, board, workplace }: Props): JSX.Element | null {
  const onClose = desk.closeQuestion;
  switch (question.about) {
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
    case 'commands':
      return (
        <CommandBar
          actions={desk.may}
          onAction={desk.start}
          onPage={(command) => desk.run({ type: 'page', command })}
          onClose={onClose}
        />
      );
    case 'action': {
      const { action, ticket } = question;
      return action.Dialog === undefined || board.limits === null ? null : (
        <action.Dialog
          ticket={ticket}
          me={board.agent?.id ?? ''}
          limits={board.limits}
          tags={tagsInUse(board)}
          queries={workplace.queries}
          act={(deed) => workplace.act(deed, ticket.id)}
          onClose={onClose}
        />
      );
    }
  }
}
