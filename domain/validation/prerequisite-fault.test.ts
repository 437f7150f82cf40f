/** What credentials ask for before they are granted: only what the programme defines, and never in a circle. */
import fc from 'fast-check';
import { credential } from '../fixture.case';
import type { Expression } from '../programme/expression';
import { prerequisiteFaults } from './prerequisite-fault';

const one = (id: string): Expression => ({ credential: id });

/** Credentials of which each asks for any of those it is followed by. */
function asking(asks: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(asks).map(([id, ids]) =>
    credential(id, ids.length > 0 ? { requires: { any: ids.map(one) } } : {}),
  );
}

const circle = (...ids: readonly [string, ...string[]]) => ({
  path: ['credentials', ids[0], 'requires'],
  code: 'requires-cycle',
  args: { credentials: ids.join(' → ') },
});

it.each<[string, Readonly<Record<string, readonly string[]>>, readonly unknown[]]>([
  ['nothing', { fundamentals: [], associate: [] }, []],
  ['another credential', { expert: ['associate'], associate: [] }, []],
  ['one of two that ask for the same', { expert: ['a', 'b'], a: ['f'], b: ['f'], f: [] }, []],
  ['itself', { expert: ['expert'] }, [circle('expert', 'expert')]],
  ['each other', { a: ['b'], b: ['a'] }, [circle('a', 'b', 'a')]],
  ['each other, although another way leads around', { a: ['f', 'b'], b: ['a'], f: [] }, [circle('a', 'b', 'a')]],
  ['a circle that they are not in', { expert: ['a'], a: ['b'], b: ['a'] }, [circle('a', 'b', 'a')]],
  [
    'each other by two ways, told by the shortest and by the shortest through what that leaves out',
    { a: ['b', 'c'], b: ['d'], d: ['a'], c: ['a'] },
    [circle('a', 'c', 'a'), circle('b', 'd', 'a', 'b')],
  ],
  [
    'each other in two circles',
    { a: ['b'], b: ['a'], c: ['d'], d: ['c'] },
    [circle('a', 'b', 'a'), circle('c', 'd', 'c')],
  ],
])('credentials that ask for %s', (_, asks, faults) => {
  expect(prerequisiteFaults(asking(asks))).toEqual(faults);
});

it('names what nothing defines, with its place', () => {
  const expert = credential('expert', { requires: { all: [one('associate'), one('luck')] } });

  expect(prerequisiteFaults([credential('associate'), expert])).toEqual([
    { path: ['credentials', 'expert', 'requires', 'all', 1], code: 'unknown-credential', args: { id: 'luck' } },
  ]);
});

it('finds a circle exactly where credentials cannot be put in an order of earning', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const asks = fc.record(Object.fromEntries(ids.map((id) => [id, fc.subarray(ids)])));

  /** Takes away what asks for nothing that remains, until nothing more can be taken. */
  function canBeOrdered(left: Readonly<Record<string, readonly string[]>>): boolean {
    const rest = Object.entries(left).filter(([, wanted]) => wanted.some((id) => id in left));
    if (rest.length === Object.keys(left).length) return rest.length === 0;
    return canBeOrdered(Object.fromEntries(rest));
  }

  fc.assert(
    fc.property(asks, (some) => {
      expect(prerequisiteFaults(asking(some)).length === 0).toBe(canBeOrdered(some));
    }),
  );
});
