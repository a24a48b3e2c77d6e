import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { initialState, type TicketState } from '../chat-core/ticket-state';
import { useStore } from '../ui/use-store';
import type { BoardState } from './board-state';
import { offersToMe, selectedTicket, windowTitle } from './board-view';
import { DeskDialog } from './desk-dialogs';
import { Details } from './details';
import { NothingOpen } from './nothing-open';
import { OfferBanner } from './offer-banner';
import { SignIn } from './sign-in';
import { TicketList } from './ticket-list';
import { TicketPane } from './ticket-pane';
import { Toasts } from './toasts';
import { TopBar } from './top-bar';
import { useCommands } from './use-commands';
import { useDesk } from './use-desk';
import { useNow } from './use-now';
import type { Workplace } from './workplace';

const NO_TICKET = initialState({ role: 'AGENT', id: '' });
const NO_STORE = { get: () => NO_TICKET, watch: () => () => undefined };

export function App({ workplace }: { readonly workplace: Workplace }): VNode {
  const board = useStore<BoardState>(workplace.store);
  const title = windowTitle(board);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      {board.phase === 'checking' && <div class="checking" aria-busy="true" aria-label="Loading" />}
      {board.phase === 'signed-out' && <SignIn onSignIn={workplace.signIn} />}
      {board.phase === 'ready' && <Desk workplace={workplace} board={board} />}
      <Toasts toasts={board.toasts} onDismiss={workplace.dismiss} onOpen={workplace.select} />
    </>
  );
}

function Desk({ workplace, board }: { readonly workplace: Workplace; readonly board: BoardState }): VNode {
  const follower = workplace.follower();
  const view = useStore<TicketState>(follower?.store ?? NO_STORE);
  const ticket = selectedTicket(board);
  const now = useNow(1_000);
  const desk = useDesk(workplace, board);
  useCommands(desk.run, desk.question !== null);

  return (
    <div class={`desk${ticket === null ? '' : ' has-ticket'}`}>
      <TopBar board={board} searchRef={desk.search} workplace={workplace} onShortcuts={() => desk.run('shortcuts')} />
      <OfferBanner
        offers={offersToMe(board)}
        now={now}
        busy={board.busy !== null}
        onAnswer={desk.answer}
        onLook={workplace.select}
      />
      <TicketList board={board} now={now} onShow={workplace.show} onSelect={workplace.select} />
      {ticket === null || follower === null ? (
        <NothingOpen board={board} />
      ) : (
        <TicketPane
          key={ticket.id}
          ticket={ticket}
          view={view}
          follower={follower}
          board={board}
          desk={desk}
          now={now}
          onTyping={workplace.typing}
          onClose={() => workplace.select(null)}
        />
      )}
      <Details ticket={ticket} view={view} board={board} now={now} desk={desk} />
      {desk.question !== null && (
        <DeskDialog question={desk.question} board={board} workplace={workplace} onClose={desk.closeQuestion} />
      )}
    </div>
  );
}
