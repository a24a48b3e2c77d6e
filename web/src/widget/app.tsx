import { type JSX, useCallback, useEffect, useRef, useState } from 'react';
import type { TicketFollower } from '../chat-core/follower';
import { isOpen, type CustomerSide } from '../chat-core/ticket';
import { initialState, type TicketState } from '../chat-core/ticket-state';
import { countUnread } from '../chat-core/view';
import { useStore } from '../ui/use-store';
import { ActionBar } from './action-bar';
import { Composer } from './composer';
import type { Chat, ChatState } from './chat';
import { Header } from './header';
import type { Host } from './host';
import { strings } from './strings';
import { Timeline } from './timeline';

const EMPTY_STATE = initialState<CustomerSide>({ role: 'CUSTOMER', id: '' });
const EMPTY: TicketFollower<CustomerSide>['store'] = { get: () => EMPTY_STATE, watch: () => () => undefined };

export function App({ chat, host }: { readonly chat: Chat; readonly host: Host }): JSX.Element {
  const state = useStore<ChatState>(chat.store);
  const ticket = useStore<TicketState<CustomerSide>>(state.follower?.store ?? EMPTY);
  const [visible, setVisible] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const composer = useRef<HTMLTextAreaElement>(null);
  const close = useCallback(() => host.tell({ deskhand: 'close' }), [host]);

  useEffect(() => {
    host.onVisible((next) => {
      setVisible(next);
      chat.setVisible(next);
    });
    host.tell({ deskhand: 'ready' });
  }, [host, chat]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [close]);

  useEffect(() => {
    if (visible && state.phase === 'ready') composer.current?.focus();
  }, [visible, state.phase]);

  useUnread(host, ticket, visible);
  const active = ticket.ticket !== null && isOpen(ticket.ticket);
  // Writing on a resolved ticket opens it again; once that has happened, the wish is fulfilled.
  const again = goesOn && ticket.ticket?.status === 'RESOLVED';
  useEffect(() => {
    host.tell({ deskhand: 'active', active });
    if (active) setGoesOn(false);
  }, [host, active]);
  useEffect(() => {
    if (again) composer.current?.focus();
  }, [again]);

  return (
    <main className="panel" aria-label={strings.help}>
      <Header bot={state.bot} state={ticket} answers={state.phase === 'ready'} framed={host.framed} onClose={close} />
      <Connection state={ticket} running={state.follower !== null} />
      {state.phase === 'loading' ? (
        <Skeleton />
      ) : state.phase === 'sign-in' ? (
        <div className="empty" role="status">
          <p>{strings.signIn}</p>
        </div>
      ) : state.phase === 'unavailable' ? (
        <Unavailable reason={state.error} onRetry={() => void chat.start()} />
      ) : (
        <>
          <Timeline bot={state.bot} state={ticket} follower={state.follower} onSuggestion={(text) => chat.say(text)} />
          {state.error !== null && (
            <div className="toast" role="alert">
              <span>{state.error}</span>
              <button type="button" className="link" onClick={chat.dismissError}>
                {strings.dismiss}
              </button>
            </div>
          )}
          {!again && <ActionBar chat={chat} state={ticket} asking={state.asking} onGoOn={() => setGoesOn(true)} />}
          {(ticket.ticket === null || active || again) && (
            <Composer
              inputRef={composer}
              onSend={chat.say}
              onTyping={chat.typing}
              most={state.bot?.limits.message ?? null}
              notice={ticket.ticket === null || ticket.ticket.status === 'BOT' ? (state.bot?.notice ?? '') : ''}
            />
          )}
        </>
      )}
    </main>
  );
}

function useUnread(host: Host, state: TicketState, visible: boolean): void {
  const seenAt = useRef<string | null>(null);
  const { self, entries } = state;
  const last = entries.at(-1)?.at ?? null;
  useEffect(() => {
    if (visible || seenAt.current === null) seenAt.current = last ?? '';
    host.tell({ deskhand: 'unread', count: visible ? 0 : countUnread({ self, entries }, seenAt.current) });
  }, [host, visible, self, entries, last]);
}

function Connection({
  state,
  running,
}: {
  readonly state: TicketState;
  readonly running: boolean;
}): JSX.Element | null {
  if (!running || state.connection === 'online' || state.connection === 'connecting') return null;
  return (
    <div className="connection" role="status">
      {state.connection === 'failed' ? strings.offline : strings.reconnecting}
    </div>
  );
}

function Skeleton(): JSX.Element {
  return (
    <div className="skeleton" aria-busy="true" aria-label="Loading">
      <i />
      <i />
      <i />
    </div>
  );
}

function Unavailable({
  reason,
  onRetry,
}: {
  readonly reason: string | null;
  readonly onRetry: () => void;
}): JSX.Element {
  return (
    <div className="empty" role="alert">
      <p>{strings.unavailable}</p>
      {reason !== null && <p className="quiet">{reason}</p>}
      <button type="button" className="pill" onClick={onRetry}>
        {strings.tryAgain}
      </button>
    </div>
  );
}
