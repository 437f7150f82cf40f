/** What is known of people on one day is used again on another, and only where it is the same. */
import { competency, credential, factsOf, person, programmeOf as programmeWith, requirement } from '../fixture.case';
import type { Competency } from '../programme/programme';
import { creditPeople, likeFacts } from './kept-credits';

const programmeOf = (...competencies: Competency[]) =>
  programmeWith(competencies, { credentials: [credential('p'), credential('q')] });
const revenue = requirement('silver', {
  figures: [{ metric: 'revenue', atLeast: { developed: 100, developing: 50 } }],
});

const programme = programmeOf(competency('c', revenue));
const people = [person('x', ['p']), { ...person('y', ['q']), leftOn: '2018-06-15' }];
const facts = factsOf(people);

it('is done once for the same facts and day', () => {
  const first = creditPeople(programme, facts, '2018-06-01');

  expect(creditPeople(programme, facts, '2018-06-01')).toBe(first);
  expect(creditPeople(programme, facts, '2018-06-02')).not.toBe(first);
  expect(creditPeople(programmeOf(), facts, '2018-06-01')).not.toBe(first);
  expect(creditPeople(programme, facts, '2018-06-01')).toBe(first);
});

it('uses one timeline for every day', () => {
  const fresh = factsOf(people);
  const later = creditPeople(programme, fresh, '2018-06-20');
  const sooner = creditPeople(programme, fresh, '2018-06-01');

  expect(sooner.timeline).toBe(later.timeline);
  expect(later.groups.map(({ people: ids }) => ids)).toEqual([['x']]);
  expect(sooner.groups.map(({ people: ids }) => ids)).toEqual([['x'], ['y']]);
});

it('of facts that differ in little uses again what is the same', () => {
  const one = factsOf(people);
  const known = creditPeople(programme, one, '2018-06-01');
  const other = { ...one };

  expect(creditPeople(programme, { ...other }, '2018-06-01').timeline).not.toBe(known.timeline);
  expect(creditPeople(programme, likeFacts({ ...other }, one), '2018-06-01').timeline).toBe(known.timeline);
});
