import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { answerOf } from '../../api/call';
import type { AgentTicket } from '../../api/contract';
import { teamsOf } from '../board/colleagues';
import { priorityLabel } from '../board/labels';
import type { Deed } from '../session/deed';
import type { Action, DialogProps } from './action';
import { ActionDialog } from './dialog';
import { TagsField } from './tags-field';

const triaging = ({ team, priority, tags }: Pick<AgentTicket, 'team' | 'priority' | 'tags'>): Deed => ({
  action: 'TRIAGE',
  call: (client, id) =>
    answerOf(client.POST('/api/tickets/{id}/triage', { params: { path: { id } }, body: { team, priority, tags } })),
  done: () => null,
});

function TriageDialog({ ticket, tags: known, limits, queries, act, onClose }: DialogProps): JSX.Element {
  const { data: people = [] } = useQuery(queries.colleagues);
  const [team, setTeam] = useState(ticket.team);
  const [priority, setPriority] = useState(ticket.priority);
  const [tags, setTags] = useState<readonly string[]>(ticket.tags);
  const priorities = Array.from({ length: limits.priority + 1 }, (_, index) => limits.priority - index);
  return (
    <ActionDialog
      title="Team, priority and tags"
      submit="Save"
      deed={triaging({ team, priority, tags: [...tags] })}
      act={act}
      onClose={onClose}
    >
      <div className="fields">
        <label className="field">
          <span>Team</span>
          <select value={team} onChange={(event) => setTeam(event.currentTarget.value)}>
            {teamsOf(people, ticket).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>Priority</span>
          <select value={priority} onChange={(event) => setPriority(Number(event.currentTarget.value))}>
            {priorities.map((value) => (
              <option key={value} value={value}>
                {priorityLabel(value, limits.priority)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <TagsField tags={tags} known={known} most={limits.tags} longest={limits.tag} onTags={setTags} />
    </ActionDialog>
  );
}

export const triage: Action = {
  does: 'TRIAGE',
  label: 'Team, priority, tags…',
  icon: 'tag',
  place: 'menu',
  key: 'p',
  help: 'Team, priority and tags',
  Dialog: TriageDialog,
};
