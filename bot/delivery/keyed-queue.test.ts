/** One at a time: in order under one key, side by side under several, whatever becomes of the work. */
import { KeyedQueue } from './keyed-queue';

const tick = () => new Promise<void>((done) => setImmediate(done));

it('does work under one key in order and alone, also after work that failed', async () => {
  const lines = new KeyedQueue();
  const told: string[] = [];
  const work = (name: string, fails = false) =>
    lines.run('key', async () => {
      told.push(`${name} begins`);
      await tick();
      told.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([work('a'), work('b', true), work('c')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

it('lets other keys go ahead', async () => {
  const lines = new KeyedQueue();
  const never = lines.run('one', () => new Promise(() => undefined));
  expect(await lines.run('other', async () => 'done')).toBe('done');
  void never;
});
