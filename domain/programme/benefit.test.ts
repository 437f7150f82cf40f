/** Benefits by level. */
import { benefitsOf, type Benefit } from './benefit';

const benefits: readonly Benefit[] = [
  { code: 'offers', source: 'test' },
  { code: 'gold-fee', level: 'gold', usd: 4730, source: 'test' },
  { code: 'referrals', source: 'test' },
];

it.each([
  [undefined, ['offers', 'referrals']],
  ['gold', ['gold-fee']],
  ['silver', []],
])('of %s are %j', (level, codes) => {
  expect(benefitsOf(level, { benefits }).map(({ code }) => code)).toEqual(codes);
});

it('of a programme of which none is known are none', () => {
  expect(benefitsOf(undefined, {})).toEqual([]);
});
