/** A goal is held from its first day to its last, both included, and in its time of grace. */
import { heldGoalsIn, isHeldOn } from './held-goal';

it.each([
  [{ from: '2018-02-01', until: '2018-03-01' }, '2018-01-31', false],
  [{ from: '2018-02-01', until: '2018-03-01' }, '2018-02-01', true],
  [{ from: '2018-02-01', until: '2018-03-01' }, '2018-03-01', true],
  [{ from: '2018-02-01', until: '2018-03-01' }, '2018-03-02', false],
  [{ from: '2018-02-01' }, '2030-01-01', true],
  [{ until: '2018-03-01' }, '2000-01-01', true],
  [{}, '2018-01-01', true],
])('%j holds on %s: %s', (days, day, expected) => {
  expect(isHeldOn({ goal: 'azure', ...days }, day)).toBe(expected);
});

it('is what Partner Center shows as active or in grace', () => {
  const shown = [
    { competency: 'azure', level: 'held', status: 'active', startsOn: '2018-01-01', endsOn: '2018-12-31' },
    { competency: 'security', level: 'held', status: 'in-grace-period' },
    { competency: 'data', level: 'held', status: 'inactive', startsOn: '2018-01-01' },
  ] as const;

  expect(heldGoalsIn(shown)).toEqual([
    { goal: 'azure', from: '2018-01-01', until: '2018-12-31' },
    { goal: 'security' },
  ]);
});
