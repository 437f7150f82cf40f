/** What the check of the catalogue prints, for people and for scripts. */
import { text } from '../../cards/text';
import { addDays } from '../../domain/basics/date';
import { competency, credential, programmeOf, requirement } from '../../domain/fixture.case';
import { locales } from '../../domain/basics/locale';
import { mostDaysUnchecked, ruleAges } from '../../domain/programme/rule-age';
import { findProgrammes } from '../composition/programmes';
import { catalogueAction } from './catalogue-action';
import { checkCatalogue, checkJson, checkLines } from './catalogue-check';

const programme = programmeOf([{ ...competency('c', requirement('silver')), unknown: ['people', 'evidence'] }], {
  checkedOn: '2026-06-01',
  grade: 'B',
  credentials: [credential('x'), credential('y'), credential('z', { checkedOn: '2026-05-01', source: 'page' })],
});
const ended = programmeOf([competency('c', requirement('silver'))], { id: 'over', effectiveTo: '2022-09-30' });
const check = checkCatalogue([programme, ended], '2026-11-28');

it('lists every rule as JSON', () => {
  expect(checkJson(check)).toMatchObject({
    today: '2026-11-28',
    mostDays: 180,
    programmes: [
      { id: 'test', edition: 'test', checkedOn: '2026-06-01', ended: false },
      { id: 'over', checkedOn: null, ended: true },
    ],
    rules: [
      { programme: 'test', kind: 'requirement', id: 'c/only/silver/2017-01-01', source: 'test', grade: 'B', days: 180 },
      { id: 'x', old: false },
      { id: 'y', checkedOn: '2026-06-01' },
      { id: 'z', source: 'page', checkedOn: '2026-05-01', days: 211, old: true },
    ],
    unknown: [{ programme: 'test', competency: 'c', parts: ['people', 'evidence'] }],
    old: 1,
  });
});

it('says it in lines, the oldest first', () => {
  expect(checkLines(check, text('en'))).toEqual([
    'test, edition test',
    'Rules          Last checked  Days ago  Grade  Source',
    '1 credential   1 May 2026    211 !     B      page',
    '2 credentials  1 Jun 2026    180       B      test',
    '1 requirement  1 Jun 2026    180       B      test',
    'No source says: people of c',
    'No source says: evidence for c',
    '',
    'test, edition test',
    'Ended on 30 Sept 2022; its rules change no more.',
    '',
    '1 rule last checked more than 180 days ago.',
  ]);
});

it.each(locales)('has words in %s', (locale) => {
  expect(checkLines(check, text(locale)).join('\n')).not.toMatch(/catalogue\.check/);
});

describe('of the rules that come with Laurel', () => {
  const { programmes } = findProgrammes() as { programmes: ReadonlyMap<string, typeof programme> };
  const rules = [...programmes.values()].flatMap((one) => ruleAges(one, '2026-11-28'));
  const oldest = rules.map(({ checkedOn }) => checkedOn!).sort()[0]!;

  it('has a day, a source and a grade for each', () => {
    for (const { checkedOn, source, grade } of rules) expect([checkedOn, source, grade]).not.toContain(undefined);
  });

  it.each([
    [mostDaysUnchecked, 0],
    [mostDaysUnchecked + 1, 1],
  ])('%d days after the oldest was checked it ends with %d', async (after, code) => {
    const desk = { text: text('en'), print: () => undefined, complain: () => undefined };

    expect(await catalogueAction({ json: true }, desk, Date.parse(addDays(oldest, after)))).toBe(code);
  });
});
