import { useEffect, useRef, useState, type RefObject } from 'react';
import type { AgentTicket } from '../../api/contract';
import type { AgentSide } from '../../chat-core/ticket';
import type { TicketState } from '../../chat-core/ticket-state';
import type { BoardState } from '../board/board-state';
import { neighbour, offersToMe, selectedTicket } from '../board/board-view';
import type { Deed } from '../session/deed';
import type { Workplace } from '../session/workplace';
import type { Action, Mode, Starting } from './action';
import { useDraft, type Draft } from './drafts';
import { allowed, type Command, type PageCommand } from './keys';
import type { Address } from '../board/address';

/** What is open above the desk. */
export type Question =
  | { readonly about: 'shortcuts' | 'commands' }
  | { readonly about: 'action'; readonly action: Action; readonly ticket: AgentTicket };

export interface Desk {
  /** What the service lets the agent do with the open ticket now. */
  readonly may: readonly Action[];
  readonly draft: Draft;
  readonly question: Question | null;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly composer: RefObject<HTMLTextAreaElement | null>;
  can(action: Action): boolean;
  /** Does what a key, a button or a line of a menu asks for: at once, or after a question. */
  run(command: Command): void;
  start(action: Action): void;
  answer(offer: AgentTicket, action: Action): void;
  attempt(deed: Deed): void;
  closeQuestion(): void;
}

export function useDesk(workplace: Workplace, board: BoardState, view: TicketState<AgentSide>, address: Address): Desk {
  const ticket = selectedTicket(board);
  const may = allowed(ticket === null ? [] : view.actions);
  const draft = useDraft(
    ticket?.id ?? '',
    may.some(({ writing }) => writing?.mode === 'whisper'),
  );
  const search = useRef<HTMLInputElement>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  const [question, setQuestion] = useState<Question | null>(null);

  /** The ticket in which the agent wants to write as soon as they may. */
  const wanted = useRef<string | null>(null);
  const [, look] = useState(0);
  useEffect(() => {
    if (composer.current === null || wanted.current === null || wanted.current !== ticket?.id) return;
    wanted.current = null;
    composer.current.focus();
  });

  const write = (mode: Mode, on = ticket): void => {
    draft.setMode(mode);
    wanted.current = on?.id ?? null;
    look((times) => times + 1);
  };
  const begin = (action: Action, on: AgentTicket): void => {
    const ask = (): void => setQuestion({ about: 'action', action, ticket: on });
    const page: Starting = {
      ticket: on,
      ask,
      write: (mode) => write(mode, on),
      attempt: async (deed, silent = () => false) => {
        const refusal = await workplace.act(deed, on.id);
        if (refusal !== null && !silent(refusal)) workplace.complain(refusal.words);
        return refusal === null;
      },
      open: () => {
        wanted.current = on.id;
        address.open(on.id);
        look((times) => times + 1);
      },
    };
    if (action.start === undefined) ask();
    else action.start(page);
  };
  const start = (action: Action): void => {
    if (ticket !== null && may.includes(action)) begin(action, ticket);
  };
  const page = (command: PageCommand): void => {
    switch (command) {
      case 'next':
      case 'previous': {
        const id = neighbour(board, command === 'next' ? 1 : -1);
        if (id !== null) address.open(id);
        return;
      }
      case 'search':
        return search.current?.focus();
      case 'shortcuts':
      case 'commands':
        return setQuestion({ about: command });
      case 'inbox':
      case 'mine':
      case 'all':
        return address.show(command);
    }
  };

  return {
    may,
    draft,
    question,
    search,
    composer,
    can: (action) => may.includes(action),
    start,
    run: (command) => {
      if (command.type === 'page') return page(command.command);
      const action = command.actions.find((candidate) => may.includes(candidate));
      if (action !== undefined) return start(action);
      const [offered] = offersToMe(board);
      const reply = command.actions.find((candidate) => candidate.offer === true);
      if (offered !== undefined && reply !== undefined) begin(reply, offered);
    },
    answer: (offered, action) => begin(action, offered),
    attempt: (deed) => {
      void workplace.act(deed).then((refusal) => refusal !== null && workplace.complain(refusal.words));
    },
    closeQuestion: () => setQuestion(null),
  };
}
