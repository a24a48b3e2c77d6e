import type { VNode } from 'preact';
import type { TicketFollower } from '../chat-core/follower';
import type { Ticket } from '../chat-core/ticket';
import type { TicketState } from '../chat-core/ticket-state';
import type { BoardState } from './board-state';
import { matterOf } from './counsel';
import { CounselCard } from './counsel-card';
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

const KINDS = { reply: 'MESSAGE', note: 'NOTE', whisper: 'WHISPER' } as const;

export function TicketPane({ ticket, view, follower, board, desk, now, onTyping, onClose }: Props): VNode {
  const { may, draft } = desk;
  const matter = matterOf(ticket, view.entries);
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
      <AgentTimeline view={view} follower={follower} apart={matter?.entry.pos ?? null} now={now} />
      {matter !== null && (
        <CounselCard
          key={matter.entry.pos}
          matter={matter}
          dueAt={ticket.next?.dueAt ?? null}
          now={now}
          busy={board.busy !== null}
          onWord={desk.counsel}
        />
      )}
      <ReplyBox
        inputRef={desk.composer}
        ticket={ticket}
        may={may}
        draft={draft}
        busy={board.busy}
        onSend={(text, mode) => {
          follower.send(text, KINDS[mode]);
          draft.write('', mode);
        }}
        onTyping={onTyping}
        onCommand={desk.run}
      />
    </main>
  );
}
