/** Expressions over credentials: whether they are satisfied and what is missing. */
import fc from 'fast-check';
import { credentialsIn, missingFrom, satisfies, type Expression } from './expression';

const one = (credential: string): Expression => ({ credential });
const names = ['p', 'q', 'r', 's'];

const anyExpression = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...names).map(one),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  ),
})).node;

it.each<[string, Expression, string[], string[]]>([
  ['a single credential', one('p'), [], ['p']],
  ['both of two', { all: [one('p'), one('q')] }, ['q'], ['p']],
  ['either of two', { any: [one('p'), one('q')] }, ['q'], []],
  ['the nearer focus area', { any: [{ all: [one('p'), one('q')] }, { all: [one('r'), one('s')] }] }, ['s'], ['r']],
  ['a credential wanted twice, once', { all: [one('p'), one('p')] }, [], ['p']],
])('names what is missing from %s', (_, expression, held, expected) => {
  expect(missingFrom(new Set(held), expression)).toEqual(expected);
});

it('is satisfied exactly when nothing is missing, and by what was missing', () => {
  fc.assert(
    fc.property(anyExpression, fc.subarray(names), (expression, held) => {
      const missing = missingFrom(new Set(held), expression);

      expect(satisfies(new Set(held), expression)).toBe(missing.length === 0);
      expect(satisfies(new Set([...held, ...missing]), expression)).toBe(true);
      expect(credentialsIn(expression)).toEqual(expect.arrayContaining([...missing]));
    }),
  );
});
