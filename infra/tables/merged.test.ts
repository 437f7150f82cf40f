/** Several sources as one: nothing is lost, nothing runs ahead, and an error is an error. */
import fc from 'fast-check';
import { setImmediate as aMoment } from 'node:timers/promises';
import { merged } from './merged';

async function* source(values: readonly number[], asked: number[] = []): AsyncGenerator<number> {
  for (const value of values) {
    asked.push(value);
    await aMoment();
    yield value;
  }
}

async function all(values: AsyncIterable<number>): Promise<readonly number[]> {
  const got: number[] = [];
  for await (const value of values) got.push(value);
  return got;
}

it('gives every value once, those of each source in their order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 5 }), async (lists) => {
      const named = lists.map((list, at) => list.map((_, index) => 100 * at + index));
      const got = await all(merged(named.map((list) => source(list))));

      expect(named.map((_, at) => got.filter((value) => Math.floor(value / 100) === at))).toEqual(named);
    }),
    { numRuns: 50 },
  );
});

it('holds one value of each source at most', async () => {
  const asked: number[] = [];
  const values = merged([source([1, 2, 3, 4], asked), source([11, 12, 13, 14], asked)]);

  await values.next();
  for (let round = 0; round < 20; round += 1) await aMoment();

  expect(asked.length).toBeLessThanOrEqual(3);
  await values.return(undefined);
});

it('throws what a source throws, and closes the others', async () => {
  let closed = false;
  async function* endless(): AsyncGenerator<number> {
    try {
      for (;;) {
        await aMoment();
        yield 1;
      }
    } finally {
      closed = true;
    }
  }
  async function* broken(): AsyncGenerator<number> {
    yield await Promise.reject<number>(new Error('the wire is cut'));
  }

  await expect(all(merged([endless(), broken()]))).rejects.toThrow('the wire is cut');
  expect(closed).toBe(true);
});
