/** A stall is seen where this process blocks its event loop, and not where it waits for a timer. */
import { setTimeout as passed } from 'node:timers/promises';
import { watchStalls } from './stall';

/** Milliseconds of processor time, of which threads that collect garbage and compile may take a part. */
function block(ms: number): void {
  const end = process.cpuUsage().user + ms * 1_000;
  while (process.cpuUsage().user < end);
}

it('sees a loop that is blocked, once', async () => {
  const stalls = watchStalls();
  await passed(20);
  block(1_500);
  await passed(20);
  const [seen, after] = [stalls.take(), stalls.take()];
  stalls.stop();

  expect(seen).toBeGreaterThan(250);
  expect(after).toBe(0);
});

it('sees none where the loop is free', async () => {
  const stalls = watchStalls();
  await passed(400);
  const seen = stalls.take();
  stalls.stop();

  expect(seen).toBeLessThan(250);
});
