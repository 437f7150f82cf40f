/** Everybody appears once in the reasons of a score: with the steps they give points in, or the one reason why not. */
import { scored, scoredProgramme } from '../../cards/scored.case';
import { standingOf } from './standing';
import { creditPeople } from './kept-credits';
import { readFraction } from '../basics/fraction';
import { one } from '../fixture.case';
import type { Score } from '../programme/score';
import { clausesOfSteps, gatesOf, peopleCountingIn, whyOfScore } from './score-why';

const { facts, asOf } = scored;
const [competency] = standingOf(scoredProgramme, facts, asOf).competencies;
const { credits } = creditPeople(scoredProgramme, facts, asOf);

function told(option: number) {
  const [level] = competency!.options[option]!.levels;
  const why = whyOfScore(level!.requirement.score!, level!.score!, credits);
  const counting = why.counting.map(({ person, clauses, credentials }) =>
    [person.id, ...clauses, ...credentials!].join(' '),
  );
  return { counting, not: why.notCounting.map(({ person, reason }) => `${person.id} ${reason.code}`), level: level! };
}

it('with all gates met everybody who serves a step counts in it', () => {
  const { counting, not } = told(1);

  expect(counting).toEqual([
    'ana skilling 1 skilling 2 keeper pilot',
    'boris skilling 1 skilling 3 keeper lamp',
    'chen skilling 2 skilling 3 pilot radio radar',
    'dana skilling 3 radar',
  ]);
  expect(not).toEqual(['eli nothing-named']);
});

it('behind a gate that is not met only those at the first gate count', () => {
  const { counting, not, level } = told(0);

  expect(counting).toEqual(['ana skilling 1 keeper', 'boris skilling 1 keeper']);
  expect(not).toEqual(['chen behind-gate', 'dana behind-gate', 'eli nothing-named']);
  expect([...peopleCountingIn(level.score!)]).toEqual(['ana', 'boris']);
});

it('names every gate that holds a person back, once', () => {
  const [level] = competency!.options[0]!.levels;
  const { notCounting } = whyOfScore(level!.requirement.score!, level!.score!, credits);

  expect(notCounting.map(({ reason }) => ('gates' in reason ? reason.gates : []))).toEqual([
    ['skilling 1', 'skilling 2'],
    ['skilling 1', 'skilling 2'],
    [],
  ]);
});

it('has its steps as clauses, of which those that need a number of people are gates', () => {
  const points = readFraction('1')!;
  const step = (id: string, n?: number) => ({ id, each: one(id), points, after: [], ...(n && { n }) });
  const metric = (id: string, ...steps: ReturnType<typeof step>[]) => ({
    id,
    of: points,
    figures: [],
    steps,
    mayBeZero: false,
  });
  const score: Score = {
    atLeast: points,
    of: points,
    metrics: [metric('a', step('x', 3), step('y')), metric('b', step('x', 1))],
  };
  const [gate, open, other] = [
    { id: 'a x', n: 3, each: one('x'), apart: [] },
    { id: 'a y', n: 1, each: one('y'), apart: [] },
    { id: 'b x', n: 1, each: one('x'), apart: [] },
  ];

  expect(clausesOfSteps(score)).toEqual([gate, open, other]);
  expect(gatesOf(score)).toEqual([gate, other]);
});
