/** Offices and teams: one for all spellings of a name, everyone in exactly the one that is theirs. */
import fc from 'fast-check';
import { placeKey, workplacesOf, worksAt } from './workplace';

const self = <T>(one: T): T => one;

it('puts spellings of one name together, under the commonest, the largest first', () => {
  const offices = ['São Paulo', 'sao paulo', 'São Paulo', 'BERLIN', 'Berlin', '柏林', undefined];
  const people = offices.map((office) => (office === undefined ? {} : { office }));

  expect(workplacesOf(people, 'office', self).map(({ name, people: its }) => [name, its.length])).toEqual([
    ['São Paulo', 3],
    ['BERLIN', 2],
    ['柏林', 1],
  ]);
  expect(workplacesOf(people, 'team', self)).toEqual([]);
});

it.each([
  ['Berlin', 'berlin', true],
  ['Cloud & AI', 'cloud ai', true],
  ['Cloud', 'Cloud AI', false],
  ['??', '!!', false],
  ['??', '??', true],
])('“%s” is “%s”: %s', (team, name, isSame) => {
  expect(worksAt({ team }, 'team', name)).toBe(isSame);
});

it('leaves nobody out and counts nobody twice', () => {
  const person = fc.record({ team: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }) }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.array(person), (people) => {
      const teams = workplacesOf(people, 'team', self);
      const grouped = teams.flatMap(({ people: its }) => its);

      expect(new Set(grouped).size).toBe(grouped.length);
      expect(grouped).toHaveLength(people.filter(({ team }) => team !== undefined).length);
      for (const { name, people: its } of teams) for (const one of its) expect(worksAt(one, 'team', name)).toBe(true);
      const keys = teams.map(({ name }) => placeKey(name) || name);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

it.each<[string, readonly string[], readonly string[]]>([
  ['the largest first', ['Bonn', 'Oslo', 'Oslo'], ['Oslo', 'Bonn']],
  ['those of one size in alphabetical order', ['Oslo', 'Bonn', 'Rome'], ['Bonn', 'Oslo', 'Rome']],
  ['under the spelling of most', ['oslo', 'Oslo', 'Oslo'], ['Oslo']],
  ['under the first of spellings that are as common', ['oslo', 'OSLO', 'Oslo'], ['OSLO']],
  ['apart where only the end of a word differs', ['New York', 'Newyork'], ['New York', 'Newyork']],
])('lists offices %s', (_, offices, names) => {
  for (const some of [offices, [...offices].reverse()])
    expect(
      workplacesOf(
        some.map((office) => ({ office })),
        'office',
        self,
      ).map(({ name }) => name),
    ).toEqual(names);
});

it('nobody without an office works at one', () => {
  expect(worksAt({}, 'office', 'Oslo')).toBe(false);
  expect(worksAt({ team: 'Oslo' }, 'office', 'Oslo')).toBe(false);
});
