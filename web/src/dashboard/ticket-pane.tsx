import type { RefObject, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { TicketFollower } from '../chat-core/follower';
import { isOpen, type Ticket } from '../chat-core/ticket';
import type { TicketState } from '../chat-core/ticket-state';
import { Icon } from '../ui/icons';
import { customerName } from '../ui/person';
import type { BoardState } from './board-state';
import { isMine } from './board-view';
import { ownerLabel, statusLabel, titleOf } from './labels';
import { latestPacket } from './packet';
import { PacketCard } from './packet-card';
import { ReplyBox } from './reply-box';
import { AgentTimeline } from './timeline';

interface Props {
  readonly ticket: Ticket;
  readonly view: TicketState;
  readonly follower: TicketFollower;
  readonly board: BoardState;
  readonly now: number;
  readonly replyRef: RefObject<HTMLTextAreaElement>;
  readonly onClaim: () => void;
  readonly onResolve: () => void;
  readonly onTyping: () => void;
  readonly onClose: () => void;
}

/** Drafts outlive a look at another ticket. */
const drafts = new Map<string, string>();

export function TicketPane(props: Props): VNode {
  const { ticket, view, follower, board, replyRef } = props;
  const mine = isMine(board, ticket);
  const packet = latestPacket(view.entries);
  const answered = view.entries.some(({ author }) => author.role === 'AGENT');
  const [draft, setDraft] = useState(() => drafts.get(ticket.id) ?? '');
  const write = (text: string): void => {
    drafts.set(ticket.id, text);
    setDraft(text);
  };

  return (
    <main class="pane" aria-label={`Ticket: ${titleOf(ticket)}`}>
      <Header {...props} mine={mine} />
      {packet !== null && view.fresh > 0 && (
        <PacketCard
          packet={packet}
          open={ticket.status === 'QUEUED' || (mine && !answered)}
          onUse={
            mine
              ? () => {
                  write(packet.suggestedReply);
                  replyRef.current?.focus();
                }
              : null
          }
        />
      )}
      <AgentTimeline view={view} follower={follower} />
      <ReplyBox
        inputRef={replyRef}
        ticket={ticket}
        mine={mine}
        busy={board.busy}
        text={draft}
        onText={(text) => {
          write(text);
          if (text.trim() !== '') props.onTyping();
        }}
        onSend={(text) => {
          follower.send(text);
          write('');
        }}
        onClaim={props.onClaim}
      />
    </main>
  );
}

function Header({ ticket, board, mine, onClaim, onResolve, onClose }: Props & { readonly mine: boolean }): VNode {
  const claimable = ticket.status === 'BOT' || ticket.status === 'QUEUED';
  return (
    <header class="pane-head">
      <button type="button" class="icon-button back" aria-label="Back to the list" onClick={onClose}>
        <Icon name="down" />
      </button>
      <div class="pane-title">
        <h1>{titleOf(ticket)}</h1>
        <p>
          <span class={`status ${ticket.status.toLowerCase()}`}>
            <i aria-hidden="true" />
            {statusLabel(ticket.status)}
          </span>
          <span>
            {customerName(ticket.customer)}
            {isOpen(ticket) && ticket.owner.type !== 'QUEUE' && <> · Owner: {ownerLabel(ticket, board.agent?.id)}</>}
          </span>
        </p>
      </div>
      <div class="pane-actions">
        {claimable && (
          <button type="button" class="primary" disabled={board.busy !== null} onClick={onClaim} title="Claim (c)">
            <Icon name="bolt" size={17} />
            {board.busy === 'claim' ? 'Claiming…' : 'Claim'}
          </button>
        )}
        {mine && (
          <button type="button" class="ghost" disabled={board.busy !== null} onClick={onResolve} title="Resolve (e)">
            <Icon name="check" size={17} />
            {board.busy === 'resolve' ? 'Resolving…' : 'Resolve'}
          </button>
        )}
      </div>
    </header>
  );
}

export function NothingOpen({ board }: { readonly board: BoardState }): VNode {
  return (
    <main class="pane nothing" aria-label="No ticket open">
      <svg width="168" height="120" viewBox="0 0 168 120" aria-hidden="true">
        <rect class="a" x="14" y="34" width="92" height="62" rx="14" />
        <rect class="b" x="62" y="18" width="92" height="62" rx="14" />
        <path class="c" d="M82 42h52M82 54h34" />
        <path class="d" d="M82 80v14l14-14" />
      </svg>
      <h1>{board.agent === null ? 'Welcome' : `Welcome, ${board.agent.name}`}</h1>
      <p class="quiet">
        Choose a ticket on the left, or press <kbd>j</kbd> for the next one and <kbd>?</kbd> for all shortcuts.
      </p>
    </main>
  );
}
