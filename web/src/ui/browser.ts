import type { Surroundings } from '../chat-core/follower';

/** Time and ids as the browser gives them; the only place that asks for them. */
export const browserSurroundings: Surroundings = {
  now: () => new Date(),
  newId: () => crypto.randomUUID?.() ?? randomId(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** randomUUID exists in secure contexts only; a page on plain HTTP in a local network is none. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
