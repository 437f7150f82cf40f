/** Names in files, in five languages, whole and not guessed at. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { competency, programmeOf } from '../fixture.case';
import type { Metric, Programme } from '../programme/programme';
import { importNames, importNamesIn } from './import-names';

const programme = builtInProgramme('competencies');
const names = importNames(programme);

it('knows every competency, level and metric by its id and by its name in every language', () => {
  for (const { id, names: localized, otherNames } of programme.competencies)
    for (const name of [id, ...Object.values(localized), ...otherNames]) expect(names.competency(name)).toBe(id);
  for (const { id, names: localized } of programme.levels)
    for (const name of [id, ...Object.values(localized)]) expect(names.level(name)).toBe(id);
  for (const { id, names: localized } of programme.metrics)
    for (const name of [id, ...Object.values(localized)]) expect(names.metric(name)?.id).toBe(id);
});

it.each([
  ['  data   ANALYTICS ', 'data-analytics'],
  ['Microsoft Data Analytics', 'data-analytics'],
  ['数据', undefined],
  ['Data Analytic', undefined],
  ['Data Analytics by Microsoft', undefined],
  ['Not Microsoft Data Analytics', undefined],
  ['', undefined],
])('the competency %j is %s', (name, id) => {
  expect(names.competency(name)).toBe(id);
});

describe('the names of 2026', () => {
  const today = importNames(builtInProgramme('designations'));
  const azure = ['data-and-ai', 'infrastructure', 'digital-and-app-innovation'];

  it.each([
    ['Solutions Partner for Security', 'security', []],
    ['Solutions Partner for Modern Work', 'modern-work', []],
    ['Solutions Partner for AI Business Solutions', undefined, ['business-applications', 'modern-work']],
    ['AI Business  solutions', undefined, ['business-applications', 'modern-work']],
    ['Solutions Partner for Cloud & AI Platforms', undefined, azure],
    ['Cloud and AI Platforms', undefined, azure],
    ['No Solutions Partner for Security', undefined, []],
    ['Knitting', undefined, []],
  ])('%j is %s, or one of %j', (name, id, shared) => {
    expect(today.competency(name)).toBe(id);
    expect(today.sharedBy(name)).toEqual(shared);
  });
});

it('means by a name that two competencies have the first one', () => {
  const twice = ['one', 'two'].map((id) => ({ ...competency(id), otherNames: ['Cloud'] }));

  expect(importNames(programmeOf(twice)).competency('cloud')).toBe('one');
});

it('means nothing by the name of a level or a metric that the programme has not', () => {
  expect(names.level('Platinum')).toBeUndefined();
  expect(names.metric('Revenue of the moon')).toBeUndefined();
});

describe('where several programmes are loaded', () => {
  const metric = (id: string, name: string): Metric => ({ id, names: { en: name }, unit: 'users', source: 'test' });
  const level = (id: string, name: string) => ({ id, names: { en: name } });
  const named = (id: string, name: string, sharedNames: readonly string[] = []) => ({
    ...competency(id),
    names: { en: name },
    sharedNames,
  });
  const followed = programmeOf([named('own-data', 'Data'), named('own-apps', 'Apps', ['Cloud'])], {
    id: 'followed',
    levels: [level('own-silver', 'Silver')],
    metrics: [metric('own-users', 'Users')],
  });
  const other = programmeOf([named('other-data', 'Data'), named('other-work', 'Work', ['Teamwork'])], {
    id: 'other',
    levels: [level('other-silver', 'Silver'), level('other-gold', 'Gold')],
    metrics: [metric('other-users', 'Users'), metric('other-seats', 'Seats')],
  });
  const third = programmeOf([named('third-work', 'Work'), named('third-print', 'Print')], {
    id: 'third',
    levels: [level('third-gold', 'Gold'), level('third-star', 'Star')],
    metrics: [metric('third-seats', 'Seats'), metric('third-pages', 'Pages')],
  });
  const all = importNamesIn(followed, [other, third]);

  it.each([
    ['that is followed, although another has it too', ['Data', 'Silver', 'Users'], 'own-data own-silver own-users'],
    ['that has it alone', ['Print', 'Star', 'Pages'], 'third-print third-star third-pages'],
    ['that comes first of the others', ['Work', 'Gold', 'Seats'], 'other-work other-gold other-seats'],
    ['of none', ['Knitting', 'Platinum', 'Miles'], 'undefined undefined undefined'],
  ])('a name is that of the programme %s', (_, [competencyName = '', levelName = '', metricName = ''], ids) => {
    const found = [all.competency(competencyName), all.level(levelName), all.metric(metricName)?.id];

    expect(found.map(String).join(' ')).toBe(ids);
  });

  it('only the one that is followed says which of its competencies share a name', () => {
    expect(all.sharedBy('Cloud')).toEqual(['own-apps']);
    expect(all.sharedBy('Teamwork')).toEqual([]);
  });

  it.each<[string, readonly Programme[]]>([
    ['no other is loaded', []],
    ['it is among those that are loaded', [followed]],
    ['an older edition of it is among them', [{ ...other, id: 'followed' }]],
  ])('the names are those of the one that is followed where %s', (_, others) => {
    const only = importNamesIn(followed, others);

    expect(only.competency('Data')).toBe('own-data');
    expect(only.competency('Work')).toBeUndefined();
    expect(only.level('Gold')).toBeUndefined();
  });
});
