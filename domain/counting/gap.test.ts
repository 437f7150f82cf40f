/** What a level lacks, who is nearest to filling it, and who counts already. */
import { clause, competency, factsOf, one, person, programmeOf, requirement } from '../fixture.case';
import type { Person } from '../partner/people/person';
import type { Alternative, Requirement } from '../programme/requirement';
import { bestAlternative, countingIn, gapsIn } from './gap';
import { standingOf } from './standing';
import { creditPeople } from './kept-credits';

const asOf = '2018-06-01';

function stand(people: readonly Person[], ...rules: readonly Requirement[]) {
  const [programme, facts] = [programmeOf([competency('c', ...rules)]), factsOf(people)];
  const [standing] = standingOf(programme, facts, asOf).competencies;
  return { standing: standing!, level: standing!.options[0]!.levels[0]!, ...creditPeople(programme, facts, asOf) };
}

const asks = (level: string, ...alternatives: readonly Alternative[]) => requirement(level, { alternatives });

function gapsOf(branch: Alternative, people: readonly Person[]) {
  const { level, credits } = stand(people, asks('silver', branch));
  return gapsIn(branch, level.alternatives[0]!, credits).map(
    ({ clause: { id }, places, candidates }) =>
      `${id} ${places}: ${candidates.map((each) => `${each.person.id} ${each.missing.join('+')}`).join(', ')}`,
  );
}

const all = { all: [one('p'), one('q'), one('r')] };

it.each<[string, Alternative, Person[], string[]]>([
  ['nothing where all places are filled', [clause('a', 1, one('p'))], [person('x', ['p'])], []],
  ['the places that are left', [clause('a', 3, one('p'))], [person('x', ['p'])], ['a 2: ']],
  [
    'only the clauses that have some',
    [clause('a', 1, one('p')), clause('b', 1, one('q'))],
    [person('x', ['p'])],
    ['b 1: '],
  ],
  [
    'first who needs least, then in the order of ids',
    [clause('a', 1, all)],
    [person('d', ['p']), person('c', ['q']), person('b', ['r', 'p'])],
    ['a 1: b q, c p+r, d q+r'],
  ],
  [
    'three people and no more',
    [clause('a', 1, all)],
    ['e', 'd', 'c', 'b'].map((id) => person(id, ['p'])),
    ['a 1: b q+r, c q+r, d q+r'],
  ],
  ['nobody who holds no part', [clause('a', 1, all)], [person('b', []), person('c', ['s'])], ['a 1: ']],
  ['nobody who has left', [clause('a', 1, all)], [person('b', ['p'], { leftOn: '2018-01-01' })], ['a 1: ']],
  ['nobody who fills a place of the clause already', [clause('a', 2, one('p'))], [person('b', ['p'])], ['a 1: ']],
  [
    'nobody chosen for a clause that must be apart',
    [clause('a', 1, one('p')), clause('b', 1, { all: [one('p'), one('q')] }, { apart: ['a'] })],
    [person('x', ['p'])],
    ['b 1: '],
  ],
  [
    'nor where the other clause says so',
    [clause('b', 1, { all: [one('p'), one('q')] }), clause('a', 1, one('p'), { apart: ['b'] })],
    [person('x', ['p'])],
    ['b 1: '],
  ],
  [
    'who is chosen for a clause that may share its people',
    [clause('a', 1, one('p')), clause('b', 1, { all: [one('p'), one('q')] })],
    [person('x', ['p'])],
    ['b 1: x q'],
  ],
  [
    'with what the group asks too, of which the people are to be',
    [clause('a', 2, one('p')), clause('b', 1, one('q'), { within: 'a' }), clause('c', 1, one('r'), { within: 'b' })],
    [person('x', ['r']), person('y', ['p'])],
    ['a 1: ', 'b 1: y q', 'c 1: x q+p, y r+q'],
  ],
])('lists %s', (_, branch, people, gaps) => {
  expect(gapsOf(branch, people)).toEqual(gaps);
});

it.each<[string, Alternative[], number | undefined]>([
  ['none where no people are asked for', [], undefined],
  ['the only one', [[clause('a', 1, one('q'))]], 0],
  ['the one with the greater share of places filled', [[clause('a', 3, one('p'))], [clause('a', 2, one('p'))]], 1],
  ['the first of two that are alike', [[clause('a', 2, one('p'))], [clause('a', 2, one('p'))]], 0],
  [
    'the first of three, where it is the best',
    [[clause('a', 1, one('p'))], [clause('a', 1, one('q'))], [clause('a', 2, one('p'))]],
    0,
  ],
])('the nearest branch is %s', (_, branches, best) => {
  expect(bestAlternative(stand([person('x', ['p'])], asks('silver', ...branches)).level)).toBe(best);
});

const points = { numerator: 1, denominator: 1 };
const step = { id: 's', each: one('r'), points, after: [] };
const score = {
  atLeast: points,
  of: points,
  metrics: [{ id: 'm', of: points, figures: [], steps: [step], mayBeZero: false }],
};

it.each<[string, Requirement[], string[]]>([
  ['nobody where no people are asked for', [requirement('silver')], []],
  ['the people of the nearest branch', [asks('silver', [clause('a', 3, one('q'))], [clause('a', 2, one('p'))])], ['x']],
  [
    'the people of every level',
    [asks('silver', [clause('a', 1, one('p'))]), asks('gold', [clause('a', 2, one('q'))])],
    ['x', 'y'],
  ],
  ['those who give points', [requirement('gold', { score })], ['z']],
])('for something count %s', (_, rules, ids) => {
  const people = [person('x', ['p']), person('y', ['q']), person('z', ['r'])];

  expect([...countingIn(stand(people, ...rules).standing)]).toEqual(ids);
});

it('counts nobody in a track that is set aside', () => {
  const { standing } = stand([person('x', ['p'])], asks('silver', [clause('a', 1, one('p'))]));
  const options = standing.options.map((option) => ({ ...option, setAside: true as const }));

  expect(countingIn({ ...standing, options }).size).toBe(0);
});
