/** How much nearer the next level is, where no level changes. */
import { asksFor, competency, factsOf, person, programmeOf } from '../fixture.case';
import { progressChanges } from './progress-change';
import { standingOf } from './standing';

const programme = programmeOf([
  competency('first', asksFor('silver', 'p', 1), asksFor('gold', 'p', 4)),
  competency('second', asksFor('silver', 'q', 2), asksFor('gold', 'q', 4)),
]);
const standing = (...held: readonly string[][]) =>
  standingOf(programme, factsOf(held.map((titles, at) => person(`p${at}`, titles))), '2018-06-01');

it('tells the lowest level that is not met, and nothing of what stays as it is', () => {
  expect(progressChanges(standing(['p'], ['p']), standing(['p'], ['p'], ['p']))).toEqual([
    { competency: 'first', level: 'gold', before: 0.5, after: 0.75 },
  ]);
  expect(progressChanges(standing(['q']), standing([]))).toEqual([
    { competency: 'second', level: 'silver', before: 0.5, after: 0 },
  ]);
});

it('leaves a competency to its level where that changes', () => {
  expect(progressChanges(standing(['p']), standing([]))).toEqual([]);
});

it('is nothing between equal standings', () => {
  expect(progressChanges(standing(['p', 'q']), standing(['p', 'q']))).toEqual([]);
});
