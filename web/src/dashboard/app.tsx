import { lazy, Suspense, useEffect, type JSX } from 'react';
import { useStore } from '../ui/use-store';
import { useAddress } from './board/address';
import type { BoardState } from './board/board-state';
import { windowTitle } from './board/board-view';
import { SignIn } from './session/sign-in';
import type { Workplace } from './session/workplace';

const Toasts = lazy(async () => ({ default: (await import('./board/toasts')).Toasts }));
/** Loaded when somebody has signed in, so that the first page costs little. */
const Desk = lazy(async () => ({ default: (await import('./desk')).DeskPage }));

export function App({ workplace }: { readonly workplace: Workplace }): JSX.Element {
  const board = useStore<BoardState>(workplace.store);
  const address = useAddress();
  const title = windowTitle(board);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <Phase workplace={workplace} board={board} />
      {board.toasts.length > 0 && (
        <Suspense fallback={null}>
          <Toasts toasts={board.toasts} onDismiss={workplace.dismiss} onOpen={address.open} />
        </Suspense>
      )}
    </>
  );
}

function Phase({ workplace, board }: { readonly workplace: Workplace; readonly board: BoardState }): JSX.Element {
  switch (board.phase) {
    case 'checking':
      return <Loading />;
    case 'signed-out':
      return <SignIn onSignIn={workplace.signIn} />;
    case 'ready':
      return (
        <Suspense fallback={<Loading />}>
          <Desk workplace={workplace} board={board} />
        </Suspense>
      );
  }
}

function Loading(): JSX.Element {
  return <div className="checking" aria-busy="true" aria-label="Loading" />;
}
