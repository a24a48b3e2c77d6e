import type { JSX } from 'react';
import type { BotProfile } from '../api/contract';
import type { TicketState } from '../chat-core/ticket-state';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icons';
import './header.css';
import { strings } from './strings';

interface Props {
  readonly bot: BotProfile | null;
  readonly state: TicketState;
  /** Whether somebody who writes is answered. */
  readonly answers: boolean;
  readonly framed: boolean;
  readonly onClose: () => void;
}

/** Who the customer is talking with, at any time without doubt. */
export function Header({ bot, state, answers, framed, onClose }: Props): JSX.Element {
  const owner = state.ticket?.owner;
  const withAgent = state.ticket?.status === 'HUMAN' && owner?.type === 'AGENT';
  const name = withAgent ? owner.name : (bot?.name ?? strings.assistant);
  return (
    <header className="header">
      <Avatar role={withAgent ? 'AGENT' : 'BOT'} id={owner?.id ?? ''} name={name} />
      <div className="header-text">
        <h1>{name}</h1>
        <p>{statusLine(state, name, withAgent) ?? (answers ? strings.online : strings.bot)}</p>
      </div>
      {framed && (
        <button type="button" className="icon-button" aria-label={strings.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}

function statusLine(state: TicketState, name: string, withAgent: boolean): string | null {
  switch (state.ticket?.status) {
    case 'QUEUED':
    case 'OFFERED':
      return strings.waiting;
    case 'RESOLVED':
    case 'CLOSED':
      return strings.resolved;
    default:
      return withAgent ? strings.withAgent(name) : null;
  }
}
