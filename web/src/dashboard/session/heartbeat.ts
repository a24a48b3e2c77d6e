import type { Surroundings } from '../../chat-core/follower';

/** Shows the service that the agent is there, for as long as it runs: without a heartbeat for 90 seconds their tickets are given to others (I19). */
export interface Heartbeat {
  /** Sends a heartbeat now; the next ones follow at their usual distance. */
  beat(): void;
  stop(): void;
}

/** Four tries within the service's lease. Should a browser stretch it to a minute in a hidden tab, one is left. */
export const BEAT_MS = 20_000;

/** @param failed told of every sign that was not taken; the next one is sent all the same */
export function startHeartbeat(
  send: () => Promise<void>,
  after: Surroundings['after'],
  failed: (error: unknown) => void,
): Heartbeat {
  let stopped = false;
  let underway = false;
  let cancel: () => void = () => undefined;

  const beat = (): void => {
    if (stopped) return;
    cancel();
    // Set before the answer is there: an answer that does not come must not end the beat.
    cancel = after(BEAT_MS, beat);
    if (underway) return;
    underway = true;
    send()
      .catch((error: unknown) => {
        if (!stopped) failed(error);
      })
      .finally(() => {
        underway = false;
      });
  };

  beat();
  return {
    beat,
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}
