import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, type JSX } from 'react';
import type { AgentSide } from '../chat-core/ticket';
import { initialState, type TicketState } from '../chat-core/ticket-state';
import { useStore } from '../ui/use-store';
import { accept } from './actions/accept';
import { decline } from './actions/decline';
import { DeskDialog } from './actions/desk-dialog';
import { useDesk } from './actions/use-desk';
import { useKeys } from './actions/use-keys';
import { useAddress, type Address } from './board/address';
import type { BoardState } from './board/board-state';
import { offersToMe, selectedTicket } from './board/board-view';
import { NothingOpen } from './board/nothing-open';
import { OfferBanner } from './board/offer-banner';
import { TicketList } from './board/ticket-list';
import { TopBar } from './board/top-bar';
import { useNow } from './board/use-now';
import './desk.css';
import type { Workplace } from './session/workplace';
import { Details } from './ticket/details';
import { TicketPane } from './ticket/ticket-pane';

const NO_TICKET = initialState<AgentSide>({ role: 'AGENT', id: '' });
const NO_STORE = { get: () => NO_TICKET, watch: () => () => undefined };

interface Props {
  readonly workplace: Workplace;
  readonly board: BoardState;
}

/** What an agent who is signed in sees. */
export function DeskPage({ workplace, board }: Props): JSX.Element {
  return (
    <QueryClientProvider client={workplace.client}>
      <Desk workplace={workplace} board={board} />
    </QueryClientProvider>
  );
}

function Desk({ workplace, board }: Props): JSX.Element {
  const address = useAddress();
  useFollowedAddress(address, workplace, board);
  const follower = workplace.follower();
  const view = useStore<TicketState<AgentSide>>(follower?.store ?? NO_STORE);
  const ticket = selectedTicket(board);
  const now = useNow(1_000);
  const desk = useDesk(workplace, board, view, address);
  useKeys(desk.run, desk.question !== null);

  return (
    <div className={`desk${ticket === null ? '' : ' has-ticket'}`}>
      <TopBar
        board={board}
        searchRef={desk.search}
        onSearch={workplace.search}
        onSignOut={() => void workplace.signOut()}
        onShortcuts={() => desk.run({ type: 'page', command: 'shortcuts' })}
      />
      <OfferBanner
        offers={offersToMe(board)}
        now={now}
        busy={board.busy !== null}
        onAccept={(offered) => desk.answer(offered, accept)}
        onDecline={(offered) => desk.answer(offered, decline)}
        onLook={address.open}
      />
      <TicketList board={board} now={now} onShow={address.show} onSelect={address.open} />
      {ticket === null || follower === null || board.limits === null ? (
        <NothingOpen board={board} />
      ) : (
        <TicketPane
          key={ticket.id}
          ticket={ticket}
          view={view}
          follower={follower}
          board={board}
          limits={board.limits}
          desk={desk}
          now={now}
          onTyping={workplace.typing}
          onClose={address.close}
        />
      )}
      <Details ticket={ticket} view={view} board={board} now={now} desk={desk} />
      {desk.question !== null && (
        <DeskDialog question={desk.question} desk={desk} board={board} workplace={workplace} />
      )}
    </div>
  );
}

/** Shows the list and the ticket that the address names. A ticket that no list has is asked for. */
function useFollowedAddress({ list, ticket }: Address, workplace: Workplace, { known, listed }: BoardState): void {
  const isKnown = ticket !== null && known.has(ticket);
  useEffect(() => workplace.show(list), [workplace, list]);
  useEffect(() => workplace.select(isKnown ? ticket : null), [workplace, ticket, isKnown]);
  useEffect(() => {
    if (listed && ticket !== null && !isKnown) void workplace.learn(ticket);
  }, [workplace, ticket, listed, isKnown]);
}
