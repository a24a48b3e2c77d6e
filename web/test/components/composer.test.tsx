// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { useRef, type JSX } from 'react';
import { describe, expect, it } from 'vitest';
import type { AgentTicket } from '../../src/api/contract';
import type { Action } from '../../src/dashboard/actions/action';
import { useDraft } from '../../src/dashboard/actions/drafts';
import { allowed } from '../../src/dashboard/actions/keys';
import { ReplyBox } from '../../src/dashboard/ticket/reply-box';
import { ticket } from '../fixtures';
import { show, withPage } from './page';

const anna = { type: 'AGENT', id: 'anna', name: 'Anna' } as const;

interface Props {
  readonly of: AgentTicket;
  readonly may: readonly Action[];
  readonly sent: string[];
  readonly asked?: Action[];
  readonly most?: number;
}

/** Drafts outlive a page, so each ticket here has an id of its own. */
function Box({ of, may, sent, asked = [], most = 4_000 }: Props): JSX.Element {
  const input = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(
    of.id,
    may.some(({ writing }) => writing?.mode === 'whisper'),
  );
  return (
    <ReplyBox
      inputRef={input}
      ticket={of}
      may={may}
      draft={draft}
      busy={false}
      most={most}
      onSend={(text, { mode, kind }) => {
        sent.push(`${kind}: ${text}`);
        draft.write('', mode);
      }}
      onTyping={() => undefined}
      onAction={(action) => {
        asked.push(action);
        if (action.writing !== undefined) draft.setMode(action.writing.mode);
      }}
    />
  );
}

describe('the composer', () => {
  withPage();

  it('sends with Enter, and begins a new line with Shift and Enter', async () => {
    const sent: string[] = [];
    const { user } = show(
      <Box of={ticket({ id: 'a', status: 'HUMAN', owner: anna })} may={allowed(['REPLY', 'NOTE'])} sent={sent} />,
    );
    const field = screen.getByRole('textbox', { name: 'Your reply' });
    await user.type(field, 'one{Shift>}{Enter}{/Shift}two{Enter}');
    expect(sent).toEqual(['MESSAGE: one\ntwo']);
    expect(field).toHaveProperty('value', '');
  });

  it('never shares a draft between a reply and a private note', async () => {
    const sent: string[] = [];
    const { user } = show(
      <Box of={ticket({ id: 'b', status: 'HUMAN', owner: anna })} may={allowed(['REPLY', 'NOTE'])} sent={sent} />,
    );
    await user.type(screen.getByRole('textbox', { name: 'Your reply' }), 'Hello');
    await user.click(screen.getByRole('button', { name: 'Private note' }));
    const note = screen.getByRole('textbox', { name: 'Your private note' });
    expect(note).toHaveProperty('value', '');
    await user.type(note, 'for us{Enter}');
    await user.click(screen.getByRole('button', { name: 'Reply' }));
    expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveProperty('value', 'Hello');
    expect(sent).toEqual(['NOTE: for us']);
  });

  it('sends nothing that is empty or longer than the service takes', async () => {
    const sent: string[] = [];
    const { user } = show(
      <Box of={ticket({ id: 'c', status: 'HUMAN', owner: anna })} may={allowed(['REPLY'])} sent={sent} most={5} />,
    );
    const send = screen.getByRole('button', { name: 'Send' });
    expect(send).toHaveProperty('disabled', true);
    await user.type(screen.getByRole('textbox', { name: 'Your reply' }), 'abcdefg{Enter}');
    expect(screen.getByText('2 too many')).toBeTruthy();
    expect(send).toHaveProperty('disabled', true);
    expect(sent).toEqual([]);
  });

  it('offers those who may not write what the service lists, and says why not', async () => {
    const asked: Action[] = [];
    const { user, unmount } = show(
      <Box of={ticket({ id: 'd' })} may={allowed(['CLAIM', 'NOTE', 'WHISPER'])} sent={[]} asked={asked} />,
    );
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Claim to reply' }));
    expect(asked.map(({ does }) => does)).toEqual(['CLAIM']);
    await user.click(screen.getByRole('button', { name: 'Tell it' }));
    expect(screen.getByRole('textbox', { name: 'Your words to the assistant' })).toBeTruthy();
    unmount();
    show(<Box of={ticket({ id: 'e' })} may={allowed(['NOTE'])} sent={[]} />);
    expect(screen.queryByRole('button', { name: 'Claim to reply' })).toBeNull();
    expect(screen.getByText(/The assistant has this ticket/)).toBeTruthy();
  });
});
