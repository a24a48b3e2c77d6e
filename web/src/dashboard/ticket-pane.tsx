import type { VNode } from 'preact';
import type { TicketFollower } from '../chat-core/follower';
import type { Ticket } from '../chat-core/ticket';
import type { TicketState } from '../chat-core/ticket-state';
import type { BoardState } from './board-state';
import { titleOf } from './labels';
import { latestPacket } from './packet';
import { PacketCard } from './packet-card';
import { PaneHead } from './pane-head';
import { ReplyBox } from './reply-box';
import { AgentTimeline } from './timeline';
import type { Desk } from './use-desk';

interface Props {
  readonly ticket: Ticket;
  readonly view: TicketState;
  readonly follower: TicketFollower;
  readonly board: BoardState;
  readonly desk: Desk;
  readonly now: number;
  readonly onTyping: () => void;
  readonly onClose: () => void;
}

export function TicketPane({ ticket, view, follower, board, desk, now, onTyping, onClose }: Props): VNode {
  const { may, draft } = desk;
  const packet = latestPacket(view.entries);
  const answered = view.entries.some(({ author, kind }) => author.role === 'AGENT' && kind === 'MESSAGE');
  const unanswered = may.has('reply') && !answered;

  return (
    <main class="pane" aria-label={`Ticket: ${titleOf(ticket)}`}>
      <PaneHead ticket={ticket} board={board} desk={desk} now={now} onClose={onClose} />
      {packet !== null && view.fresh > 0 && (
        <PacketCard
          packet={packet}
          open={ticket.status === 'QUEUED' || ticket.status === 'OFFERED' || unanswered}
          onUse={
            may.has('reply')
              ? () => {
                  draft.write(packet.suggestedReply, 'reply');
                  desk.run('reply');
                }
              : null
          }
        />
      )}
      <AgentTimeline view={view} follower={follower} now={now} />
      <ReplyBox
        inputRef={desk.composer}
        ticket={ticket}
        may={may}
        draft={draft}
        busy={board.busy}
        onSend={(text, mode) => {
          follower.send(text, mode === 'note' ? 'NOTE' : 'MESSAGE');
          draft.write('', mode);
        }}
        onTyping={onTyping}
        onCommand={desk.run}
      />
    </main>
  );
}
