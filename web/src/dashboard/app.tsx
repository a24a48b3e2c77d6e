import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { initialState, type TicketState } from '../chat-core/ticket-state';
import { useStore } from '../ui/use-store';
import type { BoardState } from './board-state';
import { isMine, selectedTicket, windowTitle } from './board-view';
import { Details } from './details';
import { ResolveDialog, ShortcutsDialog } from './dialogs';
import { commandFor, type Command } from './keys';
import { SignIn } from './sign-in';
import { TicketList } from './ticket-list';
import { NothingOpen, TicketPane } from './ticket-pane';
import { Toasts } from './toasts';
import { TopBar } from './top-bar';
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
  const search = useRef<HTMLInputElement>(null);
  const reply = useRef<HTMLTextAreaElement>(null);
  const [dialog, setDialog] = useState<'shortcuts' | 'resolve' | null>(null);
  const mine = ticket !== null && isMine(board, ticket);

  const resolve = async (force: boolean): Promise<void> => {
    setDialog(null);
    if ((await workplace.resolve(force)) === 'waiting') setDialog('resolve');
  };
  const claim = async (): Promise<void> => {
    await workplace.claim();
    requestAnimationFrame(() => reply.current?.focus());
  };

  useCommands((command) => {
    switch (command) {
      case 'next':
        return workplace.move(1);
      case 'previous':
        return workplace.move(-1);
      case 'claim':
        return void (!mine && ticket !== null && claim());
      case 'reply':
        return reply.current?.focus();
      case 'resolve':
        return void (mine && resolve(false));
      case 'search':
        return search.current?.focus();
      case 'shortcuts':
        return setDialog('shortcuts');
      case 'inbox':
      case 'mine':
      case 'all':
        return workplace.show(command);
    }
  }, dialog !== null);

  return (
    <div class={`desk${ticket === null ? '' : ' has-ticket'}`}>
      <TopBar board={board} searchRef={search} workplace={workplace} onShortcuts={() => setDialog('shortcuts')} />
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
          now={now}
          replyRef={reply}
          onClaim={() => void claim()}
          onResolve={() => void resolve(false)}
          onTyping={workplace.typing}
          onClose={() => workplace.select(null)}
        />
      )}
      <Details ticket={ticket} view={view} board={board} now={now} />
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setDialog(null)} />}
      {dialog === 'resolve' && <ResolveDialog onConfirm={() => void resolve(true)} onClose={() => setDialog(null)} />}
    </div>
  );
}

function useCommands(run: (command: Command) => void, suspended: boolean): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (suspended) return;
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const writing = target?.closest('input, textarea, select, [contenteditable]') != null;
      if (event.key === 'Escape' && writing) return target?.blur();
      const command = commandFor(event, writing);
      if (command === null) return;
      event.preventDefault();
      latest.current(command);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [suspended]);
}
