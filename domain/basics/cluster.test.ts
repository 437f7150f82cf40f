/** Clusters: what hangs together by keys, whatever the order. */
import fc from 'fast-check';
import { clusters } from './cluster';

const keysOf = (keys: string) => [...keys];

it.each([
  [[], []],
  [['a'], [['a']]],
  [
    ['', ''],
    [[''], ['']],
  ],
  [
    ['a', 'b', 'a'],
    [['a', 'a'], ['b']],
  ],
  [['a', 'b', 'ab'], [['a', 'b', 'ab']]],
  [
    ['a', 'c', 'bc', 'ab', 'd'],
    [['a', 'c', 'bc', 'ab'], ['d']],
  ],
])('%j', (items, expected) => {
  expect(clusters(items, keysOf)).toEqual(expected);
});

it('keeps every item once, joins whoever shares a key, and does not care about the order', () => {
  const items = fc.array(fc.tuple(fc.nat(), fc.string({ unit: fc.constantFrom(...'abcdefgh'), maxLength: 3 })), {
    maxLength: 20,
  });
  const sorted = (found: readonly (readonly string[])[]) => found.map((cluster) => [...cluster].sort().join()).sort();
  fc.assert(
    fc.property(items, (tagged) => {
      const forth = clusters(
        tagged.map(([, keys]) => keys),
        keysOf,
      );
      const shuffled = [...tagged].sort(([one], [other]) => one - other);
      const back = clusters(
        shuffled.map(([, keys]) => keys),
        keysOf,
      );

      expect(sorted(back)).toEqual(sorted(forth));
      expect(forth.flat().sort()).toEqual(tagged.map(([, keys]) => keys).sort());
      for (const key of 'abcdefgh')
        expect(forth.filter((cluster) => cluster.some((keys) => keys.includes(key))).length).toBeLessThanOrEqual(1);
    }),
  );
});
