/** Two records joined hold all that both say, whichever comes first. */
import fc from 'fast-check';
import { corrected, takenBack } from '../correction';
import { joinedPerson, strongestFirst } from './joined-person';
import { noIdentifiers, type Achievement, type Person } from './person';

const achievement: fc.Arbitrary<Achievement> = fc.record(
  {
    title: fc.constantFrom('One', 'one', 'Two'),
    kind: fc.constantFrom('exam' as const, 'certification' as const),
    completedOn: fc.constantFrom('2018-01-01', '2019-01-01'),
    expiresOn: fc.constantFrom('2020-01-01', '2021-01-01'),
    source: fc.constantFrom('a', 'b'),
  },
  { requiredKeys: ['title', 'completedOn', 'source'] },
);
const person = (id: string, signs: Partial<Person['identifiers']>) =>
  fc
    .record({
      achievements: fc.array(achievement, { maxLength: 4 }),
      linkedOn: fc.constantFrom('2018-05-01', '2019-05-01'),
    })
    .map((parts): Person => ({ id, name: 'Mette Strand', identifiers: { ...noIdentifiers, ...signs }, ...parts }));
const one = person('one', { corpEmail: ['m@x'], mcpId: ['1'] });
const other = person('other', { mcpId: ['2'] });

it('no day of completion and no sign is lost, and the later link holds', () => {
  fc.assert(
    fc.property(one, other, (first, second) => {
      const joined = joinedPerson(first, second);
      const days = (...people: readonly Person[]) =>
        new Set(people.flatMap(({ achievements }) => achievements.map((of) => `${of.kind} ${of.completedOn}`)));

      expect(joined.id).toBe('one');
      expect(joined.identifiers).toEqual({ ...noIdentifiers, corpEmail: ['m@x'], mcpId: ['1', '2'] });
      expect(days(joined)).toEqual(days(first, second));
      expect(joined.linkedOn).toBe([first.linkedOn!, second.linkedOn!].sort()[1]);
    }),
  );
});

it('taking it back gives the first record again, unless something has changed since', () => {
  fc.assert(
    fc.property(one, other, (before, second) => {
      const change = { kind: 'joined', person: before.id, before, other: second } as const;
      const joined = corrected(before, change);

      expect(takenBack(joined, change)).toEqual(before);
      expect(takenBack({ ...joined, leftOn: '2020-01-01' }, change)).toBeUndefined();
    }),
  );
});

it('the record with a work address stays, whichever is named first', () => {
  const [known] = fc.sample(one, 1);
  const [loose] = fc.sample(other, 1);
  expect(strongestFirst(known!, loose!)[0]).toBe(known);
  expect(strongestFirst(loose!, known!)[0]).toBe(known);
});
