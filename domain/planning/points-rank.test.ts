/** What gives the most points for each credential, and a goal that is met exactly. */
import { competency, credential, factsOf, one, person, programmeOf, requirement } from '../fixture.case';
import { fractionOf } from '../basics/fraction';
import { standingOf } from '../counting/standing';
import { findLevelPaths, shortageOf, type PathStart } from './level-path';
import { pointsEach, rankByPoints } from './points-rank';

/** Each person with `wanted` gives so many points; the goal is 70 of 100. */
const area = (id: string, wanted: string, points: number) => {
  const step = { id: 's', each: one(wanted), points: fractionOf(points), after: [] };
  const metric = { id: 'skill', of: fractionOf(100), figures: [], steps: [step], mayBeZero: true };
  return competency(
    id,
    requirement('silver', { score: { atLeast: fractionOf(70), of: fractionOf(100), metrics: [metric] } }),
  );
};
const programme = programmeOf([area('slow', 'p', 10), area('fast', 'q', 35), area('behind', 'r', 40)], {
  credentials: [
    credential('p'),
    credential('q'),
    credential('r', { requires: one('s') }),
    credential('s'),
    credential('gone', { retiredOn: '2018-01-01' }),
    credential('soon', { retiredOn: '2018-06-20' }),
  ],
});
const asOf = '2018-06-01';
const startWith = (count: number, parts: Partial<PathStart> = {}): PathStart => ({
  programme,
  facts: factsOf(Array.from({ length: count }, (_, index) => person(`p${index}`, []))),
  asOf,
  ...parts,
});

it('ranks areas by the points for each credential, with prerequisites as work', () => {
  const ranked = rankByPoints(startWith(2));

  expect(ranked.map((path) => [path.competency, pointsEach(path), path.plan.credentials])).toEqual([
    ['fast', 35, 1],
    ['behind', 20, 2],
    ['slow', 10, 1],
  ]);
});

it('meets a goal of 70 with exactly 70 points, and plans no more than that', () => {
  const [path] = findLevelPaths({ competency: 'fast', level: 'silver' }, startWith(3));
  const people = [person('a', ['q']), person('b', ['q'])];

  expect(path!.plan.credentials).toBe(2);
  expect(standingOf(programme, factsOf(people), asOf).competencies[1]!.level).toBe('silver');
});

describe('where there is no path', () => {
  const clauses = (wanted: string, n: number) =>
    programmeOf(
      [competency('c', requirement('silver', { alternatives: [[{ id: 'a', n, each: one(wanted), apart: [] }]] }))],
      { credentials: programme.credentials },
    );
  const target = { competency: 'c', level: 'silver' };

  it('says how many more people would be enough', () => {
    expect(shortageOf(target, startWith(1, { programme: clauses('p', 4) }))).toEqual({ code: 'people', more: 3 });
  });

  it.each([
    ['has retired', 'gone', asOf, asOf],
    ['retires before it would count', 'soon', '2018-06-20', '2018-06-20'],
    ['no longer counts on the day of the plan', 'soon', asOf, '2019-06-21'],
  ])('says that nobody can help where what is asked for %s', (_, wanted, today, day) => {
    const start = startWith(1, { programme: clauses(wanted, 1), today, asOf: day });

    expect(findLevelPaths(target, start)).toEqual([]);
    expect(shortageOf(target, start)).toEqual({ code: 'unearnable', credentials: [wanted] });
  });

  it('offers what retires after it counts, and counts until the day of the plan', () => {
    const start = startWith(1, { programme: clauses('soon', 1), today: asOf, asOf: '2019-06-20' });

    expect(findLevelPaths(target, start)[0]!.plan.tasks).toEqual([{ person: 'p0', credentials: ['soon'] }]);
  });
});

it('leaves out an area that has its goal, an option that is set aside and a goal of people', () => {
  const reached = factsOf([person('a', ['q']), person('b', ['q'])]);
  const { options, ...rest } = area('chosen', 'p', 40);
  const choosing = {
    ...rest,
    options: [options[0]!, { ...options[0]!, id: 'other', requirements: area('x', 'q', 50).options[0]!.requirements }],
    choice: [{ option: 'only', when: [] }],
  };
  const people = competency(
    'people',
    requirement('silver', { alternatives: [[{ id: 'a', n: 1, each: one('p'), apart: [] }]] }),
  );
  const start = startWith(2, { programme: { ...programme, competencies: [choosing, people] } });

  expect(rankByPoints({ ...startWith(0), facts: reached }).map((path) => path.competency)).not.toContain('fast');
  expect(rankByPoints(start).map((path) => [path.competency, path.option])).toEqual([['chosen', 'only']]);
});

it('names each area once, by its better option', () => {
  const { options, ...rest } = area('two', 'p', 10);
  const both = {
    ...rest,
    options: [options[0]!, { ...options[0]!, id: 'better', requirements: area('x', 'q', 35).options[0]!.requirements }],
  };

  expect(
    rankByPoints(startWith(2, { programme: { ...programme, competencies: [both] } })).map((path) => path.option),
  ).toEqual(['better']);
});

it('counts points up to the goal only, and none without work or score', () => {
  const [path] = rankByPoints(startWith(1, { programme: { ...programme, competencies: [area('much', 'p', 90)] } }));

  expect([path!.short, pointsEach(path!)]).toEqual([[], 70]);
  expect(pointsEach({ ...path!, plan: { tasks: [], credentials: 0 } })).toBe(0);
  const { score: _, ...without } = path!;
  expect(pointsEach(without)).toBe(0);
});
