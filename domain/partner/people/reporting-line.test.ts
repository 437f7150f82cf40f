/** Who reports to a manager: everyone below, however the lines run, and nobody else. */
import fc from 'fast-check';
import { noIdentifiers, type Person } from './person';
import { circlesIn, managersById, reportsOf } from './reporting-line';

const person = (id: string, given: Partial<Person> = {}): Person => ({
  id,
  name: id,
  identifiers: { ...noIdentifiers, corpEmail: [`${id}@x.example`] },
  achievements: [],
  ...given,
});
const under = (id: string, manager: string) => person(id, { manager: `${manager}@x.example` });

it.each([
  ['nobody where no manager is named', [person('a'), person('b')], []],
  ['direct reports', [person('a'), under('b', 'a'), under('c', 'a')], ['b', 'c']],
  ['reports of reports', [person('a'), under('b', 'a'), under('c', 'b'), under('d', 'c')], ['b', 'c', 'd']],
  ['nobody above or beside', [under('a', 'top'), person('top'), under('b', 'top')], []],
  ['nobody by a sign that no record has', [person('a'), under('b', 'gone')], []],
  ['not oneself', [under('a', 'a')], []],
  ['all others of a circle, not oneself', [under('a', 'c'), under('b', 'a'), under('c', 'b')], ['b', 'c']],
])('returns %s', (_, people, reports) => {
  expect([...reportsOf('a', managersById(people))].sort()).toEqual(reports);
});

it('lets a sign that two people share tell neither of them', () => {
  const shared = { identifiers: { ...noIdentifiers, email: ['shared@x.example'] } };
  const people = [person('a', shared), person('b', shared), person('c', { manager: 'shared@x.example' })];

  expect(managersById(people)).toEqual(new Map());
});

/** The manager of each of a hundred people at most, by number; their own number means none. */
const lines = fc
  .integer({ min: 1, max: 100 })
  .chain((size) => fc.array(fc.nat(size - 1), { minLength: size, maxLength: size }));
const peopleOf = (above: readonly number[]) =>
  above.map((manager, index) => (manager === index ? person(`p${index}`) : under(`p${index}`, `p${manager}`)));

it('returns exactly those from whom the way up comes to the manager', () => {
  fc.assert(
    fc.property(lines, fc.nat(), (above, number) => {
      const people = peopleOf(above);
      const managers = managersById(people);
      const manager = `p${number % people.length}`;
      const comesTo = (id: string) => {
        let at = managers.get(id);
        for (let steps = 0; at !== undefined && steps < people.length; steps++, at = managers.get(at))
          if (at === manager) return true;
        return false;
      };
      const expected = people.map(({ id }) => id).filter((id) => id !== manager && comesTo(id));

      expect([...reportsOf(manager, managers)].sort()).toEqual(expected.sort());
    }),
  );
});

it('finds each circle once, and only people who come back to themselves', () => {
  fc.assert(
    fc.property(lines, (above) => {
      const managers = managersById(peopleOf(above));
      const comesBack = (id: string) => {
        let at = managers.get(id);
        for (let steps = 0; at !== undefined && at !== id && steps <= above.length; steps++) at = managers.get(at);
        return at === id;
      };
      const circles = circlesIn(managers);

      expect(circles.flat().sort()).toEqual([...managers.keys()].filter(comesBack).sort());
      for (const circle of circles)
        circle.forEach((id, at) => expect(managers.get(id)).toBe(circle[(at + 1) % circle.length]));
    }),
  );
});

it('goes through a line of 50,000 people', () => {
  const managers = new Map(Array.from({ length: 50_000 }, (_, at) => [`p${at + 1}`, `p${at}`] as const));

  expect(reportsOf('p0', managers).size).toBe(50_000);
  expect(circlesIn(managers)).toEqual([]);
});
