/** Gone: only what an earlier export showed and a whole later one does not. */
import { findMissingAchievements, fileSnapshotOf } from './missing-achievement';
import type { ImportRecord } from '../partner/import-record';
import type { ImportedFacts, IncomingAchievement } from './incoming';
import { noIdentifiers, type Achievement } from '../partner/people/person';

const lifetime = 'Export_trainings_Lifetime_123456_Contoso_Ltd.csv';
const exam = (title: string, completedOn: string): IncomingAchievement => ({ title, completedOn });
const kept = (title: string, completedOn: string, source = 'i1'): Achievement => ({ title, completedOn, source });

function facts(
  kind: 'training-completions' | 'people',
  ...achievements: readonly IncomingAchievement[]
): ImportedFacts {
  return { kind, people: [{ line: 2, identifiers: noIdentifiers, name: '', dates: {}, achievements }] };
}

const record = (id: string, kind: ImportRecord['kind']) => ({ id, kind }) as ImportRecord;
const imports = [record('i1', 'training-completions'), record('i2', 'people')];
const rejected = { line: 3, column: '', value: '', code: 'not-a-date', args: {} } as const;

it.each([
  ['a lifetime export', lifetime, facts('training-completions', exam('A', '2018-01-01')), [], true],
  ['one in lower case', 'my-lifetime.tsv', facts('training-completions', exam('A', '2018-01-01')), [], true],
  ['one of that name alone', 'Lifetime', facts('training-completions', exam('A', '2018-01-01')), [], true],
  [
    'a shorter timeframe',
    'Export_trainings_SixMonths_1.csv',
    facts('training-completions', exam('A', '2018-01-01')),
    [],
    false,
  ],
  ['a list of somebody', 'team.csv', facts('training-completions', exam('A', '2018-01-01')), [], false],
  ['a word that only contains it', 'lifetimes.csv', facts('training-completions', exam('A', '2018-01-01')), [], false],
  [
    'an export with a row that cannot be read',
    lifetime,
    facts('training-completions', exam('A', '2018-01-01')),
    [rejected],
    false,
  ],
  ['an export without rows', lifetime, facts('training-completions'), [], false],
  ['a list of people', lifetime, facts('people', exam('A', '2018-01-01')), [], false],
])('%s covers what it should', (_, file, said, rejections, covers) => {
  expect(fileSnapshotOf(file, { facts: said, rejected: rejections }, imports) !== undefined).toBe(covers);
});

const snapshot = fileSnapshotOf(
  lifetime,
  { facts: facts('training-completions', exam('A', '2018-06-01')), rejected: [] },
  imports,
)!;

it.each([
  ['shown before and not any more', kept('B', '2018-01-01'), true],
  ['still shown, spelt otherwise', kept('microsoft certified:  a', '2018-06-01'), false],
  ['the same on another day', kept('A', '2017-06-01'), true],
  ['completed after the last day of the file', kept('B', '2018-06-02'), false],
  ['completed on its last day', kept('B', '2018-06-01'), true],
  ['entered by hand', kept('B', '2018-01-01', 'by-hand 1'), false],
  ['from a list of people', kept('B', '2018-01-01', 'i2'), false],
])('%s: gone is %3$s', (_, achievement, isGone) => {
  expect(findMissingAchievements([achievement], [exam('A', '2018-06-01')], snapshot)).toEqual(
    isGone ? [achievement] : [],
  );
});

it.each<[Achievement['kind'], Achievement['kind'], boolean]>([
  ['exam', 'exam', false],
  ['exam', 'certification', true],
  ['certification', 'exam', true],
  ['exam', undefined, false],
  [undefined, 'certification', false],
  [undefined, undefined, false],
])('of one title and day, kept as %s and shown as %s: gone is %s', (before, shown, isGone) => {
  const achievement = { ...kept('A', '2018-06-01'), ...(before && { kind: before }) };
  const named = [{ ...exam('A', '2018-06-01'), ...(shown && { kind: shown }) }];

  expect(findMissingAchievements([achievement], named, snapshot)).toEqual(isGone ? [achievement] : []);
});
