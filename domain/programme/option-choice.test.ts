/** When a condition of a choice is asked: on the days of its rule, under the policies that it names. */
import { isAsked, type Condition } from './option-choice';
import { standardPolicies } from './policy';

const by = (parts: Partial<Condition>): Condition => ({ metric: 'share', atLeast: 80, ...parts });
const from = by({ effectiveFrom: '2026-01-01' });
const to = by({ effectiveTo: '2026-12-31' });
const share = { azureSmbClassification: 'share' };

it.each<[string, Condition, string, boolean]>([
  ['without days or policies, always', by({}), '2020-01-01', true],
  ['the day before its rule begins', from, '2025-12-31', false],
  ['the first day of its rule', from, '2026-01-01', true],
  ['the last day of its rule', to, '2026-12-31', true],
  ['the day after its rule ended', to, '2027-01-01', false],
  ['a policy that has the value', by({ under: share }), '2026-01-01', true],
  [
    'a policy that has another value',
    by({ under: { azureSmbClassification: 'share-and-consumption' } }),
    '2026-01-01',
    false,
  ],
  [
    'two policies, of which one has another value',
    by({ under: { ...share, orBranchMixing: 'on' } }),
    '2026-01-01',
    false,
  ],
  ['the policy on a day without the rule', by({ under: share, effectiveFrom: '2026-01-02' }), '2026-01-01', false],
])('%s', (_, condition, asOf, expected) => {
  expect(isAsked(condition, { policies: standardPolicies, asOf })).toBe(expected);
});
