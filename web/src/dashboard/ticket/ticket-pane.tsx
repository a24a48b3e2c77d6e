import type { JSX } from 'react';
import type { AgentTicket, InputLimits } from '../../api/contract';
import type { TicketFollower } from '../../chat-core/follower';
import type { AgentSide } from '../../chat-core/ticket';
import type { TicketState } from '../../chat-core/ticket-state';
import { reply } from '../actions/reply';
import type { Desk } from '../actions/use-desk';
import type { BoardState } from '../board/board-state';
import { titleOf } from '../board/labels';
import { latestPacket } from './packet';
import { PacketCard } from './packet-card';
import { PaneHead } from './pane-head';
import { ReplyBox } from './reply-box';
import { matterOf } from './review';
import { ReviewCard } from './review-card';
import './ticket-pane.css';
import { AgentTimeline } from './timeline';

interface Props {
  readonly ticket: AgentTicket;
  readonly view: TicketState<AgentSide>;
  readonly follower: TicketFollower<AgentSide>;
  readonly board: BoardState;
  readonly limits: InputLimits;
  readonly desk: Desk;
  readonly now: number;
  readonly onTyping: () => void;
  readonly onClose: () => void;
}

export function TicketPane({
  ticket,
  view,
  follower,
  board,
  limits,
  desk,
  now,
  onTyping,
  onClose,
}: Props): JSX.Element {
  const { may, draft } = desk;
  const matter = matterOf(ticket, view.entries);
  const packet = latestPacket(view.entries);
  const answered = view.entries.some(({ author, kind }) => author.role === 'AGENT' && kind === 'MESSAGE');
  const unanswered = desk.can(reply) && !answered;
  const use = (suggested: string): void => {
    draft.write(suggested, 'reply');
    desk.start(reply);
  };

  return (
    <main className="pane" aria-label={`Ticket: ${titleOf(ticket)}`}>
      <PaneHead ticket={ticket} board={board} may={may} now={now} onAction={desk.start} onClose={onClose} />
      {packet !== null && view.fresh > 0 && (
        <PacketCard
          packet={packet}
          open={ticket.status === 'QUEUED' || ticket.status === 'OFFERED' || unanswered}
          onUse={desk.can(reply) ? () => use(packet.suggestedReply) : null}
        />
      )}
      <AgentTimeline view={view} follower={follower} apart={matter?.entry.pos ?? null} now={now} />
      {matter !== null && (
        <ReviewCard
          key={matter.entry.pos}
          matter={matter}
          may={view.actions}
          limits={limits}
          dueAt={ticket.next?.dueAt ?? null}
          now={now}
          busy={board.busy !== null}
          onDeed={desk.attempt}
        />
      )}
      <ReplyBox
        inputRef={desk.composer}
        ticket={ticket}
        may={may}
        draft={draft}
        busy={board.busy !== null}
        most={limits.message}
        onSend={(text, { kind, mode }) => {
          follower.send(text, kind);
          draft.write('', mode);
        }}
        onTyping={onTyping}
        onAction={desk.start}
      />
    </main>
  );
}
