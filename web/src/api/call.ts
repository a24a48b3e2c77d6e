import { Problem, problemOf } from '../chat-core/problem';

const TIMEOUT_MS = 15_000;

/** `fetch` as the generated clients are to use it: nothing from a cache, an end to waiting, and a `Problem` when no answer comes. */
export async function fetchOrProblem(request: Request): Promise<Response> {
  try {
    return await fetch(request, { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    throw new Problem(0, 'unreachable', 'The server cannot be reached right now.');
  }
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of the answer, or a rejection with the `Problem` that it is. */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response.status, error);
  return data as T;
}
