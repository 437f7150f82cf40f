/** A mapping takes every name that a file can hold, also those that objects inherit. */
import fc from 'fast-check';
import { z } from 'zod/v4';
import { mapping } from './mapping';

const numbers = mapping(z.string(), z.number());
const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

it.each(inherited)('takes the name %s', (name) => {
  const given: unknown = JSON.parse(`{ ${JSON.stringify(name)}: 1 }`);
  const read = numbers.parse(given);

  expect(Object.entries(read)).toEqual([[name, 1]]);
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});

it.each([
  [{ constructor: null }, [['constructor']]],
  [{ a: 1, toString: 'x' }, [['toString']]],
  [[], [[]]],
  [null, [[]]],
])('says where %j is wrong', (given, paths) => {
  expect(numbers.safeParse(given).error?.issues.map(({ path }) => path)).toEqual(paths);
});

it('names a key that is no id', () => {
  const issues = mapping(z.string().regex(/^\w+$/), z.number()).safeParse({ 'a b': 1 }).error?.issues;

  expect(issues).toMatchObject([{ code: 'invalid_key', path: ['a b'] }]);
});

it('never throws, and reads what it writes', () => {
  fc.assert(
    fc.property(fc.anything({ key: fc.oneof(fc.string(), fc.constantFrom(...inherited)) }), (given) => {
      expect(() => mapping(z.string(), z.unknown()).safeParse(given)).not.toThrow();
    }),
  );
});
