/** Some at a time: all of it, in order, never more side by side than are allowed, and nothing goes on after a failure was told. */
import fc from 'fast-check';
import { forEachConcurrent } from './bounded-concurrency';

const ticks = async (count: number) => {
  for (let tick = 0; tick < count; tick += 1) await new Promise<void>((done) => setImmediate(done));
};

it('does all of it, begun in order, as many at once as are allowed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(3)), fc.integer({ min: 1, max: 5 }), async (lengths, most) => {
      const begun: number[] = [];
      let [underWay, widest] = [0, 0];
      await forEachConcurrent([...lengths.keys()], most, async (index) => {
        begun.push(index);
        underWay += 1;
        widest = Math.max(widest, underWay);
        await ticks(lengths[index]!);
        underWay -= 1;
      });

      expect(begun).toEqual([...lengths.keys()]);
      expect(underWay).toBe(0);
      expect(widest).toBe(Math.min(most, lengths.length));
    }),
    { numRuns: 50 },
  );
});

it('begins nothing after a failure, and tells it once what was under way is over', async () => {
  const done: number[] = [];
  const work = async (index: number) => {
    if (index === 1) throw new Error('the second');
    await ticks(3);
    done.push(index);
  };

  await expect(forEachConcurrent([0, 1, 2, 3, 4], 3, work)).rejects.toThrow('the second');
  expect(done).toEqual([0, 2]);
});
