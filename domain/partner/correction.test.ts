/** Corrections: what was changed comes back as it was, and never over what somebody else has changed since. */
import fc from 'fast-check';
import { inOrder } from './people/person';
import { corrected, isByHand, sourceOf, stands, takenBack, type PersonChange } from './correction';
import { noIdentifiers, type Achievement, type Person } from './people/person';

const day = fc.constantFrom('2017-01-01', '2017-06-30', '2018-02-28', '2018-06-01');
const achievement = fc.record({
  title: fc.constantFrom('70-346', '70-347', '70-698', 'Other'),
  completedOn: day,
  source: fc.constant('import-1'),
});
const key = ({ title, completedOn }: Achievement) => `${completedOn} ${title}`;
const achievements = fc.uniqueArray(achievement, { selector: key, maxLength: 6 }).map((some) => some.sort(inOrder));
const person: fc.Arbitrary<Person> = fc
  .record({ leftOn: fc.option(day, { nil: undefined }), achievements })
  .map(({ leftOn, ...parts }) => ({
    id: 'p1',
    name: 'Ana',
    identifiers: noIdentifiers,
    ...(leftOn !== undefined && { leftOn }),
    ...parts,
  }));

const changes: Readonly<Record<Exclude<PersonChange['kind'], 'joined'>, (one: Person) => fc.Arbitrary<PersonChange>>> =
  {
    left: ({ leftOn }) =>
      day
        .filter((after) => after !== leftOn)
        .map((after) => ({ kind: 'left', person: 'p1', after, ...(leftOn !== undefined && { before: leftOn }) })),
    completed: () =>
      day.map((completedOn) => ({
        kind: 'completed',
        person: 'p1',
        achievement: { title: '70-999', completedOn, source: sourceOf('c1') },
      })),
    removed: (one) =>
      fc.subarray([...one.achievements], { minLength: Math.min(1, one.achievements.length) }).map((some) => ({
        kind: 'removed',
        person: 'p1',
        achievements: some,
      })),
  };

describe.each(['left', 'completed', 'removed'] as const)('%s', (kind) => {
  const pair = person.chain((one) => fc.tuple(fc.constant(one), changes[kind](one)));

  it('taken back gives the person as before', () => {
    fc.assert(
      fc.property(pair, ([one, change]) => {
        expect(takenBack(corrected(one, change), change)).toEqual(one);
      }),
    );
  });

  it('leaves what an import has brought meanwhile', () => {
    fc.assert(
      fc.property(pair, ([one, change]) => {
        const newer = { title: 'Newer', completedOn: '2018-06-02', source: 'import-2' };
        const now = corrected(one, change);
        const back = takenBack({ ...now, name: 'Ana Maria', achievements: [...now.achievements, newer] }, change);

        expect(back?.name).toBe('Ana Maria');
        expect(back?.achievements).toContainEqual(newer);
      }),
    );
  });

  it('is not taken back where it is not there', () => {
    fc.assert(
      fc.property(pair, ([one, change]) => {
        fc.pre(change.kind !== 'removed' || change.achievements.length > 0);
        expect(takenBack(one, change)).toBeUndefined();
      }),
    );
  });
});

it('a figure stands while nobody has written another', () => {
  const after = { metric: 'revenue', value: 5, asOf: '2018-06-01', source: sourceOf('c1') };

  expect(stands(after, { kind: 'figure', after })).toBe(true);
  expect(stands({ ...after, value: 6 }, { kind: 'figure', after })).toBe(false);
  expect(stands({ ...after, source: 'import-1' }, { kind: 'figure', after })).toBe(false);
  expect(stands(undefined, { kind: 'figure', after })).toBe(false);
});

it('tells what was entered by hand from what was imported', () => {
  expect(isByHand({ source: sourceOf('c1') })).toBe(true);
  expect(isByHand({ source: '20180520T080000000Z-00000000' })).toBe(false);
});
