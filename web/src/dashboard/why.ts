import { asText } from '../chat-core/decode';
import type { Entry } from '../chat-core/ticket';

/** One line of what is behind a decision of the bot. */
export interface Reason {
  readonly label: string;
  readonly text: string;
}

/** How the bot came to say this, as the log has it; empty for other people's words and while the answer grows. */
export function reasonsBehind({ author, data }: Entry): readonly Reason[] {
  if (author.role !== 'BOT' || typeof data['outcome'] !== 'string') return [];
  const { inputTokens, outputTokens } = data;
  const reviewer = asText(data['reviewerName']);
  const tokens = typeof inputTokens === 'number' && typeof outputTokens === 'number';
  const reasons: Reason[] = [
    { label: 'Decision', text: data['outcome'].toLowerCase().replace('_', ' ') },
    {
      label: 'Approved by',
      text: reviewer === '' ? '' : `${reviewer}${data['edited'] === true ? ', who edited it' : ''}`,
    },
    { label: 'Policy', text: asText(data['policy']) },
    { label: 'Rules', text: listed(data['rules']) },
    { label: 'Articles', text: listed(data['retrieved']) },
    { label: 'Evidence', text: typeof data['evidence'] === 'number' ? data['evidence'].toFixed(2) : '' },
    { label: 'Model', text: asText(data['model']) },
    { label: 'Prompt', text: asText(data['promptVersion']) },
    { label: 'Time', text: typeof data['millis'] === 'number' ? `${(data['millis'] / 1000).toFixed(1)} s` : '' },
    { label: 'Tokens', text: tokens ? `${String(inputTokens)} read, ${String(outputTokens)} written` : '' },
    { label: 'Cost', text: `${asText(data['cost'])} ${asText(data['currency'])}`.trim() },
  ];
  return reasons.filter(({ text }) => text !== '');
}

function listed(value: unknown): string {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : '';
}
