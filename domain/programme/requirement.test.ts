/** What a requirement asks for: the value of a threshold in a market, and the credentials that it names. */
import { anyOf, clause, one, requirement } from '../fixture.case';
import { credentialsAskedBy, thresholdFor, type MarketClass, type Threshold } from './requirement';

/** Some rules print a value for developed markets only, others one for every market (domain.md 1.3). */
it.each<[string, Threshold['atLeast'], MarketClass, number | boolean]>([
  ['the value of a developed market', { developed: 100, developing: 50 }, 'developed', 100],
  ['the value of a developing market', { developed: 100, developing: 50 }, 'developing', 50],
  ['the stricter value where no other is printed', { developed: 100 }, 'developing', 100],
  ['the only value there is', { developing: 50 }, 'developed', 50],
  ['an authorisation', { developed: true }, 'developing', true],
  ['an authorisation of which no market is printed', {}, 'developed', true],
])('%s', (_, atLeast, market, expected) => {
  expect(thresholdFor({ metric: 'revenue', atLeast }, market)).toBe(expected);
});

const points = { numerator: 1, denominator: 1 };
const step = (id: string) => ({ id, each: one(id), points, after: [] });
const score = {
  atLeast: points,
  of: points,
  metrics: [{ id: 'm', of: points, figures: [], mayBeZero: false, steps: [step('s'), step('t')] }],
};

it.each([
  ['figures only', requirement('gold'), []],
  [
    'every clause of every branch, each credential once',
    requirement('gold', {
      alternatives: [[clause('a', 1, one('p')), clause('b', 1, anyOf('q', 'p'))], [clause('a', 1, one('r'))]],
    }),
    ['p', 'q', 'r'],
  ],
  ['the steps of a score', requirement('gold', { score }), ['s', 't']],
])('names the credentials of %s', (_, rule, credentials) => {
  expect(credentialsAskedBy(rule)).toEqual(credentials);
});
