import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ActionType, TicketAction } from '../api/ticket-action';
import type { BoardState } from './board-state';
import { offersToMe, selectedTicket } from './board-view';
import type { Question } from './desk-dialogs';
import { useDraft, type Draft, type Mode } from './drafts';
import type { Command } from './keys';
import { permitted, type Permission } from './permitted';
import type { Workplace } from './workplace';

/** A colleague's word on what the assistant proposes or asks. */
export type Word = Extract<TicketAction, { type: 'approve' | 'reject' | 'answers' }>;

export interface Desk {
  readonly may: ReadonlySet<Permission>;
  readonly draft: Draft;
  readonly question: Question | null;
  readonly search: RefObject<HTMLInputElement>;
  readonly composer: RefObject<HTMLTextAreaElement>;
  run(command: Command): void;
  answer(offer: string, type: 'accept' | 'decline'): void;
  /** Says what the assistant waits for. */
  counsel(word: Word): void;
  closeQuestion(): void;
}

/** What the page does for each command, whether it comes from a key, a button or a menu: at once, or after a question. */
export function useDesk(workplace: Workplace, board: BoardState): Desk {
  const ticket = selectedTicket(board);
  const may: ReadonlySet<Permission> = ticket === null ? new Set() : permitted(ticket, board.agent);
  const draft = useDraft(ticket?.id ?? '', may.has('whisper'));
  const search = useRef<HTMLInputElement>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  const [question, setQuestion] = useState<Question | null>(null);

  const focusComposer = (): void => {
    requestAnimationFrame(() => composer.current?.focus());
  };
  const attempt = async (action: TicketAction, id?: string): Promise<boolean> => {
    const refusal = await workplace.act(action, id);
    if (refusal !== null) workplace.complain(refusal.words);
    return refusal === null;
  };
  const ask = (about: Exclude<Question['about'], 'shortcuts'>): void => {
    if (ticket !== null && may.has(about)) setQuestion({ about, ticket });
  };
  const write = (mode: Mode): void => {
    if (!may.has(mode)) return;
    draft.setMode(mode);
    focusComposer();
  };
  const own = async (type: Extract<ActionType, 'claim' | 'reopen'>): Promise<void> => {
    if (!may.has(type)) return;
    // Before the answer comes, not after: who begins a private note in between must not find it turned into a reply.
    draft.setMode('reply');
    if (await attempt({ type })) focusComposer();
  };
  const resolve = async (): Promise<void> => {
    if (ticket === null || !may.has('resolve')) return;
    const refusal = await workplace.act({ type: 'resolve' });
    if (refusal?.code === 'customer_waiting') setQuestion({ about: 'resolve', ticket });
    else if (refusal !== null) workplace.complain(refusal.words);
  };
  const approval = async (): Promise<void> => {
    if (ticket === null || !may.has('approval')) return;
    await attempt({ type: 'approval', required: !ticket.counsel.approval });
  };
  const answer = async (id: string | undefined, type: 'accept' | 'decline'): Promise<void> => {
    if (id === undefined || !(await attempt({ type }, id)) || type === 'decline') return;
    workplace.select(id);
    focusComposer();
  };

  const run = (command: Command): void => {
    switch (command) {
      case 'next':
        return workplace.move(1);
      case 'previous':
        return workplace.move(-1);
      case 'claim':
        return may.has('takeover') ? ask('takeover') : void own('claim');
      case 'reopen':
        return void own('reopen');
      case 'accept':
      case 'decline':
        return void answer(may.has(command) ? ticket?.id : offersToMe(board)[0]?.id, command);
      case 'reply':
      case 'note':
      case 'whisper':
        return write(command);
      case 'approval':
        return void approval();
      case 'transfer':
        return ask(may.has('offer') ? 'offer' : 'transfer');
      case 'hand-back':
      case 'snooze':
      case 'release':
      case 'sort':
        return ask(command);
      case 'resolve':
        return void resolve();
      case 'search':
        return search.current?.focus();
      case 'shortcuts':
        return setQuestion({ about: 'shortcuts' });
      case 'inbox':
      case 'mine':
      case 'all':
        return workplace.show(command);
    }
  };

  return {
    may,
    draft,
    question,
    search,
    composer,
    run,
    counsel: (word) => void attempt(word),
    answer: (offer, type) => void answer(offer, type),
    closeQuestion: () => setQuestion(null),
  };
}
