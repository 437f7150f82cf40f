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
