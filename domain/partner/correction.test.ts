/** Corrections: what was changed comes back as it was, and never over what somebody else has changed since. */
import fc from 'fast-check';
import { inOrder } from './people/person';
import {
  corrected,
  correctionOf,
  isAsCosted,
  isAsOverridden,
  isByHand,
  sourceOf,
  stands,
  takenBack,
  undoableFor,
  type PersonChange,
} from './correction';
import { emptyPartner, overridden, withCosts } from './partner';
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
  expect(stands({ ...after, asOf: '2018-06-02' }, { kind: 'figure', after })).toBe(false);
  expect(stands(undefined, { kind: 'figure', after })).toBe(false);
});

it('tells what was entered by hand from what was imported', () => {
  expect(isByHand({ source: sourceOf('c1') })).toBe(true);
  expect(isByHand({ source: '20180520T080000000Z-00000000' })).toBe(false);
});

it.each([
  ['what was entered by hand', sourceOf('c1'), 'c1'],
  ['what was entered by hand, whatever its id holds', sourceOf('by-hand 7'), 'by-hand 7'],
  ['what was imported', '20180520T080000000Z-00000000', undefined],
  ['what its holder claims', 'claimed c1', undefined],
  ['an import whose name begins alike', 'by-handed', undefined],
])('the correction that entered %s', (_, source, id) => {
  expect(correctionOf({ source })).toBe(id);
  expect(isByHand({ source })).toBe(id !== undefined);
});

it('can be taken back for a day', () => {
  expect(new Date(Date.parse('2018-06-01T09:00:00Z') + undoableFor).toISOString()).toBe('2018-06-02T09:00:00.000Z');
});

it('a certification is not removed with the exam of its title', () => {
  const exam = { title: 'Azure', kind: 'exam', completedOn: '2018-01-01', source: 'import-1' } as const;
  const certification = { ...exam, kind: 'certification' } as const;
  const before: Person = { id: 'p1', name: 'Ana', identifiers: noIdentifiers, achievements: [certification, exam] };
  const after = corrected(before, { kind: 'removed', person: 'p1', achievements: [exam] });

  expect(after.achievements).toEqual([certification]);
});

it('what is entered stands among the others by its day', () => {
  const [early, late] = ['2017-01-01', '2019-01-01'].map((completedOn) => ({
    title: 'Exam',
    completedOn,
    source: 'import-1',
  }));
  const entered = { title: 'Exam', completedOn: '2018-01-01', source: sourceOf('c1') };
  const before: Person = { id: 'p1', name: 'Ana', identifiers: noIdentifiers, achievements: [early!, late!] };

  expect(corrected(before, { kind: 'completed', person: 'p1', achievement: entered }).achievements).toEqual([
    early,
    entered,
    late,
  ]);
});

describe('of a partner', () => {
  const partner = emptyPartner('t1', 'test');
  const override = { competency: 'devops', level: 'gold', until: '2018-12-31', source: sourceOf('c1') };
  const entered = { kind: 'override', competency: 'devops', after: override } as const;
  const ended = { kind: 'override', competency: 'devops', before: override } as const;

  it('an override stands while nobody has set another one for its competency', () => {
    const kept = overridden(partner, 'devops', override);
    const other = overridden(partner, 'data', { ...override, competency: 'data' });

    expect(isAsOverridden(kept, entered)).toBe(true);
    expect(isAsOverridden(overridden(kept, 'data', { ...override, competency: 'data' }), entered)).toBe(true);
    for (const changed of [
      overridden(kept, 'devops', { ...override, level: 'silver' }),
      overridden(kept, 'devops', { ...override, until: '2019-12-31' }),
      other,
      partner,
      undefined,
    ])
      expect(isAsOverridden(changed, entered)).toBe(false);
  });

  it('that there is none stands while nobody has set one', () => {
    expect(isAsOverridden(partner, ended)).toBe(true);
    expect(isAsOverridden(undefined, ended)).toBe(true);
    expect(isAsOverridden(overridden(partner, 'devops', override), ended)).toBe(false);
  });

  const cost = (credential: string, units: number, source = sourceOf('c1')) => ({
    credential,
    fee: { units, currency: 'USD' },
    enteredOn: '2018-06-01',
    source,
  });
  const change = {
    kind: 'costs',
    before: [cost('a', 100, sourceOf('c0')), cost('b', 200, sourceOf('c0'))],
    after: [cost('a', 150)],
  } as const;

  it('costs stand while those of every exam that was changed are as the change left them', () => {
    const after = withCosts(partner, change.before, change.after);

    expect(isAsCosted(after, change)).toBe(true);
    expect(isAsCosted(withCosts(after, [], [cost('c', 1)]), change)).toBe(true);
    for (const [replaced, put] of [
      [[cost('a', 150)], [cost('a', 160)]],
      [[cost('a', 150)], [cost('a', 150, sourceOf('c2'))]],
      [[cost('a', 150)], []],
      [[], [cost('b', 200)]],
    ] as const)
      expect(isAsCosted(withCosts(after, replaced, put), change)).toBe(false);
    expect(isAsCosted(partner, change)).toBe(false);
    expect(isAsCosted(undefined, change)).toBe(false);
  });

  it('that costs were taken away stands while there are none', () => {
    const away = { ...change, after: [] };

    expect(isAsCosted(partner, away)).toBe(true);
    expect(isAsCosted(undefined, away)).toBe(true);
    expect(isAsCosted(withCosts(partner, [], change.before), away)).toBe(false);
  });
});
