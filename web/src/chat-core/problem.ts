import { asRecord, asText } from './json';

/** An RFC 9457 problem, or the absence of an answer (`status` 0, `code` "unreachable"). */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly body: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }

  /** Whether the same call may succeed later without anything changed. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Whether the caller is not, or no longer, who it says. */
  get unauthenticated(): boolean {
    return this.status === 401;
  }
}

export function problemOf(status: number, body: unknown): Problem {
  const record = asRecord(body);
  const code = asText(record['code'], status >= 500 ? 'internal' : 'invalid_request');
  const detail = asText(record['detail'], asText(record['title'], `The server answered ${status}.`));
  return new Problem(status, code, detail, record);
}

/** Words for the user about anything that was thrown. */
export function wordsFor(error: unknown): string {
  if (error instanceof Problem) return sentence(error.detail);
  return 'Something went wrong. Please try again.';
}

function sentence(detail: string): string {
  const trimmed = detail.trim();
  if (trimmed === '') return 'Something went wrong. Please try again.';
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}
