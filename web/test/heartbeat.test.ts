import { describe, expect, it } from 'vitest';
import { Problem } from '../src/chat-core/problem';
import { BEAT_MS, startHeartbeat } from '../src/dashboard/session/heartbeat';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A clock that moves when told to, and a service that counts heartbeats. */
function world() {
  let now = 0;
  let timers: { at: number; task: () => void }[] = [];
  const sent: number[] = [];
  const refused: unknown[] = [];
  let answer: () => Promise<void> = () => Promise.resolve();
  const heartbeat = startHeartbeat(
    () => {
      sent.push(now);
      return answer();
    },
    (ms, task) => {
      const timer = { at: now + ms, task };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    (error) => refused.push(error),
  );
  return {
    heartbeat,
    sent,
    refused,
    answers: (next: () => Promise<void>) => {
      answer = next;
    },
    pass: async (ms: number) => {
      const end = now + ms;
      for (;;) {
        await settled();
        const due = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((other) => other !== due);
        now = due.at;
        due.task();
      }
      now = end;
    },
  };
}

describe('the heartbeat (I19)', () => {
  it('begins at once and goes on every twenty seconds', async () => {
    const { pass, sent } = world();
    await pass(61_000);
    expect(sent).toEqual([0, 20_000, 40_000, 60_000]);
  });

  it('goes on after an answer that failed', async () => {
    const { pass, sent, refused, answers } = world();
    answers(() => Promise.reject(new Problem(503, 'unavailable', 'unable to note it')));
    await pass(2 * BEAT_MS);
    expect(sent).toHaveLength(3);
    expect(refused).toHaveLength(2);
  });

  it('waits for an answer before it asks again, and is not ended by one that never comes', async () => {
    const { pass, sent, answers } = world();
    await pass(1);
    let release: () => void = () => undefined;
    answers(() => new Promise<void>((resolve) => (release = resolve)));
    await pass(3 * BEAT_MS);
    expect(sent).toHaveLength(2);
    release();
    await pass(BEAT_MS);
    expect(sent).toHaveLength(3);
  });

  it('counts again from a heartbeat that was sent out of turn', async () => {
    const { heartbeat, pass, sent } = world();
    await pass(15_000);
    heartbeat.beat();
    await pass(19_000);
    expect(sent).toEqual([0, 15_000]);
  });

  it('is over when it is stopped', async () => {
    const { heartbeat, pass, sent } = world();
    heartbeat.stop();
    heartbeat.beat();
    await pass(10 * BEAT_MS);
    expect(sent).toEqual([0]);
  });
});
