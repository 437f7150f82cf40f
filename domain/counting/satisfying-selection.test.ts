/** One choice of people by which a level is met, of several that there may be. */
import { clause, competency, factsOf, one, person, programmeOf, requirement } from '../fixture.case';
import type { Requirement } from '../programme/requirement';
import { findSatisfyingSelection } from './satisfying-selection';
import { standingOf } from './standing';

const people = [person('anna', ['p']), person('ben', ['p', 'q']), person('carl', ['q']), person('dora', ['r'])];

function selected(level: string, ...rules: readonly Requirement[]) {
  const [standing] = standingOf(programmeOf([competency('c', ...rules)]), factsOf(people), '2018-06-01').competencies;
  return [...findSatisfyingSelection(standing!, level)].sort();
}

const asks = (level: string, ...branches: [credential: string, n: number][]) =>
  requirement(level, { alternatives: branches.map(([id, n]) => [clause('a', n, one(id))]) });

const points = (numerator: number) => ({ numerator, denominator: 1 });
const step = (id: string, credential: string, after: string[] = [], n?: number) => ({
  id,
  each: one(credential),
  points: points(10),
  after,
  ...(n !== undefined && { n }),
});
const scored = (atLeast: number, ...steps: ReturnType<typeof step>[]) =>
  requirement('silver', {
    score: {
      atLeast: points(atLeast),
      of: points(100),
      metrics: [{ id: 'skilling', of: points(100), figures: [], steps, mayBeZero: false }],
    },
  });

it.each<[string, string[], string[]]>([
  ['nobody where the level is not met', selected('silver', asks('silver', ['p', 3])), []],
  ['nobody where another level is met', selected('silver', asks('silver', ['p', 3]), asks('gold', ['r', 1])), []],
  ['nobody where no people are asked for', selected('silver', requirement('silver')), []],
  ['all who are needed', selected('silver', asks('silver', ['p', 2])), ['anna', 'ben']],
  ['the people of the branch that is met', selected('silver', asks('silver', ['p', 3], ['r', 1])), ['dora']],
  [
    'the people of the first of two branches that are met',
    selected('silver', asks('silver', ['p', 2], ['r', 1])),
    ['anna', 'ben'],
  ],
  [
    'the people of a higher level that is met too',
    selected('silver', asks('silver', ['p', 2]), asks('gold', ['r', 1])),
    ['anna', 'ben', 'dora'],
  ],
  [
    'not the people of a higher level that is not met',
    selected('silver', asks('silver', ['p', 2]), asks('gold', ['r', 2])),
    ['anna', 'ben'],
  ],
  [
    'the people of a lower level only for that level',
    selected('gold', asks('silver', ['p', 2]), asks('gold', ['r', 1])),
    ['dora'],
  ],
  ['whoever gives points', selected('silver', scored(20, step('one', 'p'))), ['anna', 'ben']],
  [
    'nobody behind a gate that is not met',
    selected('silver', scored(10, step('gate', 'q', [], 3), step('more', 'p', ['gate']), step('open', 'r'))),
    ['ben', 'carl', 'dora'],
  ],
])('%s', (_, found, expected) => {
  expect(found).toEqual(expected);
});

it('takes the option that meets the level', () => {
  const some = competency('c', asks('silver', ['p', 3]));
  const options = [...some.options, { ...some.options[0]!, id: 'other', requirements: [asks('silver', ['r', 1])] }];
  const programme = programmeOf([{ ...some, options }]);
  const [standing] = standingOf(programme, factsOf(people), '2018-06-01').competencies;

  expect([...findSatisfyingSelection(standing!, 'silver')]).toEqual(['dora']);
});
