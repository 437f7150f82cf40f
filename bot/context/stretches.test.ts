/** Long computations go on side by side, and between their stretches everything else runs. */
import type { Steps } from '../../domain/basics/steps';
import { inStretches } from './stretches';

/** Works in so many parts of a millisecond. */
function* working(parts: number): Steps<string> {
  for (let made = 0; made < parts; made += 1) {
    const part = performance.now() + 1;
    while (performance.now() < part);
    yield;
  }
  return 'done';
}

it('returns what the computation returns, and lets timers run many times before that', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);

  expect(await inStretches(working(200))).toBe('done');

  clearInterval(timer);
  expect(ticks).toBeGreaterThan(4);
});

it('lets others run between two stretches, however many computations there are', async () => {
  let isOver = false;
  let rounds = 0;
  const count = () => {
    rounds += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);

  await Promise.all(Array.from({ length: 10 }, () => inStretches(working(60))));

  isOver = true;
  // Ten that went on in the same round would leave some six rounds in all.
  expect(rounds).toBeGreaterThan(20);
});

it('throws what the computation throws', async () => {
  function* failing(): Steps<never> {
    throw new Error('no');
  }

  await expect(inStretches(failing())).rejects.toThrow('no');
});
