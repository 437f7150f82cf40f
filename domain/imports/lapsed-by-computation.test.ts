/** What lapsed by computation is counted once for each certification of a person; days that the file gives are facts. */
import type { Credential } from '../programme/credential';
import { noIdentifiers } from '../partner/people/person';
import type { IncomingAchievement } from './incoming';
import { lapsedByComputation } from './lapsed-by-computation';

const credentials: readonly Credential[] = (['role-based', 'two-years', 'unlimited'] as const).map((validity) => ({
  id: validity,
  kind: 'certification',
  titles: [validity],
  activityIds: [],
  validity,
  source: 'test',
}));

const of = (title: string, completedOn: string, expiresOn?: string): IncomingAchievement => ({
  title,
  completedOn,
  ...(expiresOn && { expiresOn }),
});

it.each<[string, readonly (readonly IncomingAchievement[])[], number]>([
  ['nothing', [[]], 0],
  ['a computed day that has passed', [[of('role-based', '2024-01-01')]], 1],
  ['a computed day that is to come', [[of('role-based', '2026-06-01')]], 0],
  ['two years of GitHub', [[of('two-years', '2025-01-01')]], 0],
  ['two years of GitHub that have passed', [[of('two-years', '2024-01-01')]], 1],
  ['a day from the file', [[of('role-based', '2024-01-01', '2025-01-01')]], 0],
  ['what does not lapse', [[of('unlimited', '2010-01-01')]], 0],
  ['what the programme does not name', [[of('another', '2010-01-01')]], 0],
  ['a later row of the same certification', [[of('role-based', '2024-01-01'), of('role-based', '2026-06-01')]], 0],
  ['an earlier row of the same certification', [[of('role-based', '2023-01-01'), of('role-based', '2024-01-01')]], 1],
  ['two people', [[of('role-based', '2024-01-01')], [of('role-based', '2024-01-01')]], 2],
])('%s', (_, people, count) => {
  const incoming = people.map((achievements, index) => ({
    line: 2 + index,
    identifiers: noIdentifiers,
    name: '',
    dates: {},
    achievements,
  }));
  expect(lapsedByComputation(incoming, credentials, '2026-11-28')).toEqual(
    count === 0 ? [] : [{ line: 2, column: '', value: '', code: 'lapsed-by-computation', args: { count } }],
  );
});
