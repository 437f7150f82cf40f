/** Who is the same person: by the signs, in the order of their strength, whatever the order of the rows. */
import fc from 'fast-check';
import { identifiersTogether, personId, samePeople } from './identity';
import { type Identifiers, noIdentifiers } from './person';

/** `A` is a work address, `1` a profile, `e` a personal address, `x` to `z` user ids. */
function record(signs: string): { readonly signs: string; readonly identifiers: Identifiers } {
  const those = (pattern: RegExp) => [...signs].filter((sign) => pattern.test(sign));
  return {
    signs,
    identifiers: {
      corpEmail: those(/[A-Z]/),
      mcpId: those(/\d/),
      email: those(/[a-w]/),
      aadUserId: those(/[x-z]/),
    },
  };
}

const peopleIn = (rows: readonly string[]) =>
  samePeople(rows.map(record)).people.map((person) => person.map(({ signs }) => signs).join(' '));

it.each([
  ['the same work address', 'A A', ['A A']],
  ['different work addresses', 'A B', ['A', 'B']],
  ['one profile, with and without a work address', 'A1 1', ['A1 1']],
  ['two profiles of one work address', 'A1 A2', ['A1 A2']],
  ['one profile with two work addresses', 'A1 B1', ['A1 B1']],
  ['a chain of own signs', 'A1 2 B2 A2', ['A1 2 B2 A2']],
  ['a personal address that completes a work address', 'Ae 1e', ['Ae 1e']],
  ['a personal address alone', 'e e 1e', ['e e 1e']],
  ['a user id that completes a work address', 'Ax x', ['Ax x']],
  ['a personal address of two work addresses', 'Ae Be', ['Ae', 'Be']],
  ['a personal address of two profiles', '1e 2e', ['1e', '2e']],
  ['a personal address of two people, and rows with nothing else', 'Ae Be e e', ['Ae', 'Be', 'e e']],
  ['a personal address of two people, and a profile', 'A1e B2e 3e', ['A1e', 'B2e', '3e']],
  ['a user id of two people', 'A1x B2x', ['A1x', 'B2x']],
  ['own signs join in spite of a shared address', 'Ae Be 1e A1 B1', ['Ae Be 1e A1 B1']],
  ['a chain of personal addresses between two people', 'Ae ef Bf', ['Ae', 'ef', 'Bf']],
  ['a shared address beside one that is not', 'Ae Be Af 1f', ['Ae Af 1f', 'Be']],
  ['nothing known', ' ', ['', '']],
])('%s: %s', (_, rows, people) => {
  expect(peopleIn(rows.split(' '))).toEqual(people);
});

it.each([
  ['Ae Be', ['e']],
  ['Ae 1e', []],
  ['1x 2x', ['x']],
  ['Ae ef Bf', ['e', 'f']],
  ['Ae Be A1 B1', []],
])('%s: shared by people who are kept apart: %j', (rows, shared) => {
  expect(samePeople(rows.split(' ').map(record)).shared.map(({ value }) => value)).toEqual(shared);
});

const inCanon = (people: readonly string[]) => people.map((person) => person.split(' ').sort().join(' ')).sort();

const rowsOf = fc.array(
  fc.array(fc.constantFrom(...'ABC123efgxy'), { minLength: 1, maxLength: 4 }).map((signs) => signs.join('')),
  { maxLength: 14 },
);

it('does not depend on the order of the rows', () => {
  fc.assert(
    fc.property(rowsOf, fc.infiniteStream(fc.nat()), (rows, chance) => {
      const shuffled = rows.map((row) => [chance.next().value as number, row] as const);
      shuffled.sort(([one], [other]) => one - other);

      expect(inCanon(peopleIn(shuffled.map(([, row]) => row)))).toEqual(inCanon(peopleIn(rows)));
    }),
    { numRuns: 300 },
  );
});

it('finds the same people again among the people it found, with the rows beside them', () => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const records = rows.map(record);
      const { people, shared } = samePeople(records);
      const kept = people.map((person) => ({ signs: '', identifiers: identifiersTogether(person) }));
      const signsOf = (found: readonly (readonly { readonly signs: string }[])[]) =>
        inCanon(found.map((person) => person.flatMap(({ signs }) => signs || []).join(' ')));

      const again = samePeople([...kept, ...records]);

      expect(signsOf(again.people)).toEqual(signsOf(people));
      expect(again.shared).toEqual(shared);
    }),
    { numRuns: 300 },
  );
});

it('never joins two work addresses unless a profile does', () => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const own = rows.map((row) => row.replace(/[a-z]/g, ''));
      const byOwn = peopleIn(own.filter((row) => row !== ''));

      for (const person of peopleIn(rows)) {
        const addresses = [...new Set(person.replace(/[^A-Z]/g, ''))];
        const together = byOwn.some((one) => addresses.every((address) => one.includes(address)));
        expect(together || addresses.length === 0).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

describe('the id of a person', () => {
  const free = () => false;

  it.each([
    ['A1e', 'A'],
    ['1ex', '1'],
    ['ex', 'e'],
  ])('of %s is that of %s, the strongest sign', (signs, strongest) => {
    expect(personId(record(signs).identifiers, free)).toBe(personId(record(strongest).identifiers, free));
  });

  it('differs between kinds of sign and between values', () => {
    const identifiers = [
      { ...noIdentifiers, corpEmail: ['a@b.c'] },
      { ...noIdentifiers, email: ['a@b.c'] },
      { ...noIdentifiers, mcpId: ['1'] },
      { ...noIdentifiers, mcpId: ['2'] },
    ];

    expect(new Set(identifiers.map((one) => personId(one, free))).size).toBe(4);
  });

  it('is another one where the first is taken', () => {
    const [first, second] = ['', 'p'].map((taken) => {
      const id = personId(record('A').identifiers, free);
      return personId(record('A').identifiers, (one) => taken !== '' && one === id);
    });

    expect(second).not.toBe(first);
    expect(second).toMatch(/^p-[0-9a-z]{14}$/);
  });

  it('is not the same for any two of 30,000 people', () => {
    const ids = Array.from({ length: 30_000 }, (_, index) =>
      personId({ ...noIdentifiers, corpEmail: [`p${index}@contoso.com`] }, free),
    );

    expect(new Set(ids).size).toBe(ids.length);
  });
});
