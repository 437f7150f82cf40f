/** Which goals a credential serves: those whose rule in force names it, for people or in a step of a score. */
import { asksFor, competency, one, programmeOf, requirement } from '../fixture.case';
import { goalsServedBy } from './goals-served';

const points = { numerator: 1, denominator: 1 };
const scored = requirement('gold', {
  score: {
    atLeast: points,
    of: points,
    metrics: [
      {
        id: 'skilling',
        of: points,
        figures: [],
        mayBeZero: false,
        steps: [{ id: 's', each: one('r'), points, after: [] }],
      },
    ],
  },
});

const programme = programmeOf([
  competency('both', asksFor('gold', 'p'), asksFor('silver', 'p')),
  competency('other', asksFor('silver', 'q'), asksFor('gold', 'q')),
  competency(
    'dropped',
    asksFor('silver', 'q', 1, { effectiveTo: '2018-03-18' }),
    asksFor('silver', 'p', 1, { effectiveFrom: '2018-03-19' }),
  ),
  competency('score', scored),
  competency('figures', requirement('silver')),
]);

it.each([
  ['levels from the lowest to the highest', 'p', '2018-03-18', ['both: silver, gold']],
  ['the rule of the day', 'p', '2018-03-19', ['both: silver, gold', 'dropped: silver']],
  ['the last day of a rule', 'q', '2018-03-18', ['other: silver, gold', 'dropped: silver']],
  ['a rule that ended', 'q', '2018-03-19', ['other: silver, gold']],
  ['a step of a score', 'r', '2018-03-19', ['score: gold']],
  ['nothing that is asked', 's', '2018-03-19', []],
])('%s', (_, credential, date, goals) => {
  const served = goalsServedBy(credential, programme, date);

  expect(served.map(({ competency: id, levels }) => `${id}: ${levels.join(', ')}`)).toEqual(goals);
});
