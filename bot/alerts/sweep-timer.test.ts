/** Sweeping again and again: one at a time, on after a failure, and stopped cleanly. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SweepResult } from './sweep';
import { startSweepTimer } from './sweep-timer';

const swept: SweepResult = {
  now: '2018-06-01T09:00:00.000Z',
  partners: 1,
  notices: { opened: 0, resolved: 0 },
  deliveries: { planned: 0, sent: 0, failed: 0, skipped: 0 },
};

function sweeper(of: () => Promise<SweepResult>) {
  const said: string[] = [];
  const say = (_: object, message: string) => void said.push(message);
  let [running, most, begun] = [0, 0, 0];
  const sweep = async () => {
    begun += 1;
    running += 1;
    most = Math.max(most, running);
    try {
      return await of();
    } finally {
      running -= 1;
    }
  };
  const sweeping = startSweepTimer({ sweep, log: { info: say, warn: say, error: say }, every: 1, random: () => 0 });
  return { sweeping, said, counts: () => ({ running, most, begun }) };
}

const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await pause(1);
};

it('begins at once and goes on, one at a time', async () => {
  const { sweeping, counts, said } = sweeper(async () => swept);
  await until(() => counts().begun >= 3);
  await sweeping.stop();

  expect(counts()).toMatchObject({ running: 0, most: 1 });
  expect(said[0]).toBe('What was due was done.');
});

it('goes on after a failure, which it logs', async () => {
  const { sweeping, counts, said } = sweeper(() => Promise.reject(new Error('no store')));
  await until(() => counts().begun >= 2);
  await sweeping.stop();

  expect(said[0]).toBe('Not everything that was due could be done.');
});

it('stops when the one under way is done, and begins no other', async () => {
  let finish: (value: SweepResult) => void = () => undefined;
  const { sweeping, counts } = sweeper(() => new Promise((resolve) => (finish = resolve)));
  const stopped = sweeping.stop();
  finish(swept);
  await stopped;
  await pause(5);

  expect(counts()).toEqual({ running: 0, most: 1, begun: 1 });
});
