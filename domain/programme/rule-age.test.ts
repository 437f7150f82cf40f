/** Which rules are listed, and from when on one is too old. */
import { competency, credential, programmeOf, requirement } from '../fixture.case';
import type { Programme } from './programme';
import { mostDaysUnchecked, ruleAges } from './rule-age';
import { addDays } from '../basics/date';

const today = '2026-11-28';
const only = competency(
  'c',
  requirement('silver', { effectiveTo: '2026-11-27' }),
  requirement('silver', { effectiveFrom: '2026-11-28', checkedOn: '2026-10-10', grade: 'B' }),
  requirement('gold', { effectiveFrom: '2027-01-01' }),
);
const agesOf = (parts: Partial<Programme>) => ruleAges(programmeOf([only], { credentials: [], ...parts }), today);
const inBrief = (parts: Partial<Programme>) =>
  agesOf(parts).map(({ kind, id, grade, checkedOn, days, isOld }) =>
    [kind, id, grade, checkedOn, days, isOld ? 'old' : 'fresh'].filter((part) => part !== undefined).join(' '),
  );

it('are those in use on the day or later, each with its own day or that of the programme', () => {
  const parts: Partial<Programme> = {
    checkedOn: '2026-08-28',
    grade: 'A',
    credentials: [credential('x', { checkedOn: '2026-05-08' })],
    metrics: [{ id: 'm', names: { en: 'm' }, unit: 'USD', source: 'test' }],
    benefits: [{ code: 'offers', source: 'test', checkedOn: '2026-11-28' }],
  };

  expect(inBrief(parts)).toEqual([
    'requirement c/only/silver/2026-11-28 B 2026-10-10 49 fresh',
    'requirement c/only/gold/2027-01-01 A 2026-08-28 92 fresh',
    'credential x A 2026-05-08 204 old',
    'metric m A 2026-08-28 92 fresh',
    'benefit offers A 2026-11-28 0 fresh',
  ]);
});

it.each([
  [mostDaysUnchecked, false],
  [mostDaysUnchecked + 1, true],
])('%d days old: too old is %s', (days, isOld) => {
  const credentials = [credential('x', { checkedOn: addDays(today, -days) })];

  expect(agesOf({ credentials }).at(-1)).toMatchObject({ kind: 'credential', days, isOld });
});

it('never checked is too old', () => {
  expect(agesOf({ credentials: [credential('x')] }).at(-1)).toEqual({
    kind: 'credential',
    id: 'x',
    source: 'test',
    isOld: true,
  });
});

it('of a programme that has ended are none, until its last day all', () => {
  expect(agesOf({ effectiveTo: '2026-11-27' })).toEqual([]);
  expect(agesOf({ effectiveTo: today })).not.toEqual([]);
});
