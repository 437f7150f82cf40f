/** The smallest sets of credentials that satisfy an expression, checked against trying every set. */
import fc from 'fast-check';
import { anyOf, one } from '../fixture.case';
import { minimalCredentialSets } from './credential-set';
import { satisfies, type Expression } from './expression';

const all = (...parts: readonly Expression[]): Expression => ({ all: parts });
const any = (...parts: readonly Expression[]): Expression => ({ any: parts });

it.each<[string, Expression, string[][]]>([
  ['one credential', one('p'), [['p']]],
  ['any of two, in their order', anyOf('q', 'p'), [['q'], ['p']]],
  ['all of two', all(one('p'), one('q')), [['p', 'q']]],
  ['all of nothing', all(), [[]]],
  ['any of nothing', any(), []],
  ['a credential named twice', all(one('p'), any(one('p'), one('q'))), [['p']]],
  ['one beside a pair that holds it', any(all(one('p'), one('q')), one('p')), [['p']]],
  ['one beside a pair of others, the smaller first', any(all(one('q'), one('r')), one('p')), [['p'], ['q', 'r']]],
  [
    'a choice twice over',
    all(anyOf('p', 'q'), anyOf('r', 's')),
    [
      ['p', 'r'],
      ['p', 's'],
      ['q', 'r'],
      ['q', 's'],
    ],
  ],
])('%s', (_, expression, sets) => {
  expect(minimalCredentialSets(expression)).toEqual(sets);
});

const ids = ['p', 'q', 'r', 's'];
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...ids).map(one),
    fc.array(tie('expression'), { minLength: 1, maxLength: 3 }).map((parts) => any(...parts)),
    fc.array(tie('expression'), { minLength: 1, maxLength: 3 }).map((parts) => all(...parts)),
  ),
}));

it('are those sets that satisfy it, and of which no smaller part does', () => {
  const every = ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id])], [[]]);
  fc.assert(
    fc.property(expression, (some) => {
      const enough = every.filter((set) => satisfies(new Set(set), some));
      const smallest = enough.filter(
        (set) => !enough.some((other) => other.length < set.length && other.every((id) => set.includes(id))),
      );
      const found = minimalCredentialSets(some).map((set) => [...set].sort());

      expect([...found].sort()).toEqual([...smallest].sort());
    }),
  );
});
