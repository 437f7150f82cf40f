/** Names in files, in five languages, whole and not guessed at. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { importNames } from './import-names';

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
    ['Knitting', undefined, []],
  ])('%j is %s, or one of %j', (name, id, shared) => {
    expect(today.competency(name)).toBe(id);
    expect(today.sharedBy(name)).toEqual(shared);
  });
});
