/** Everybody appears once in the reasons of a score: with the steps they give points in, or the one reason why not. */
import { scored, scoredProgramme } from '../../cards/scored.case';
import { creditPeople, standingOf } from './standing';
import { peopleCountingIn, whyOfScore } from './score-why';

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
