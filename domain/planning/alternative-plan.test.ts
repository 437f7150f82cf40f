/** Repairs: several ways to the same level, the cheapest first. */
import { clause, competency, factsOf, one, person, programmeOf, requirement } from '../fixture.case';
import type { Person } from '../partner/people/person';
import { findAlternativePlans } from './alternative-plan';

const both = clause('a', 1, { all: [one('p'), one('q')] });
const programme = programmeOf([competency('one', requirement('silver', { alternatives: [[both]] }))]);

function repairs(people: readonly Person[], most = 3): readonly string[] {
  const start = { programme, facts: factsOf(people), asOf: '2018-06-01' };
  return findAlternativePlans({ competency: 'one', level: 'silver' }, start, most).map(({ plan: { tasks } }) =>
    tasks.map((task) => `${task.person}: ${task.credentials.join(' ')}`).join(', '),
  );
}

it('offers the work to others too, the cheapest first', () => {
  expect(repairs([person('ana', ['p']), person('bo', [])])).toEqual(['ana: q', 'bo: p q']);
});

it('offers nothing twice, and no more than is wanted', () => {
  const people = [person('ana', ['p']), person('bo', ['q']), person('cy', [])];
  expect(repairs(people)).toEqual(['ana: q', 'bo: p']);
  expect(repairs(people, 1)).toEqual(['ana: q']);
});

it('has none where nobody is left', () => {
  expect(repairs([])).toEqual([]);
});
