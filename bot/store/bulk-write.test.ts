/** Portions of many rows: how many are on their way at once, and what becomes of the others when one fails. */
import type { Change } from '../../domain/basics/repository';
import { writeAll } from './bulk-write';

const changes = Array.from({ length: 8_000 }, (_, value): Change<number> => ({ kind: 'create', value }));
const pause = () => new Promise((resolve) => setImmediate(resolve));

it('has two portions on their way at once, and loses no change', async () => {
  const written: number[] = [];
  let [underWay, most] = [0, 0];
  const write = async (_: string, portion: readonly Change<number>[]) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await pause();
    underWay -= 1;
    written.push(...portion.flatMap((change) => ('value' in change ? [change.value] : [])));
    return [{ id: String(portion.length), reason: 'exists' } as const];
  };
  expect(await writeAll({ write }, 't', changes)).toEqual(new Set(['1600']));
  expect(written.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 8_000 }, (_, value) => value));
  expect(most).toBe(2);
});

it('begins no portion after one has failed, and throws once the others are done', async () => {
  const begun: number[] = [];
  const done: number[] = [];
  const write = async () => {
    const at = begun.push(begun.length) - 1;
    if (at === 1) throw new Error('away');
    await pause();
    done.push(at);
    return [];
  };
  await expect(writeAll({ write }, 't', changes)).rejects.toThrow('away');
  expect(begun).toEqual([0, 1]);
  expect(done).toEqual([0]);
});
