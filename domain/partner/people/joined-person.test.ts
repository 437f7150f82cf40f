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

describe('of two records', () => {
  const record = (id: string, parts: Partial<Person>): Person => ({
    id,
    name: '',
    identifiers: noIdentifiers,
    achievements: [],
    ...parts,
  });
  const signs = { ...noIdentifiers, corpEmail: ['m@x'] };

  it.each<[string, Partial<Person>, Partial<Person>, Partial<Person>]>([
    ['the name of the first', { name: 'Mette Strand' }, { name: 'M. Strand' }, { name: 'Mette Strand' }],
    ['the name of the other where the first has none', {}, { name: 'Mette' }, { name: 'Mette' }],
    ['the office of the first', { office: 'Oslo' }, { office: 'Bergen' }, { office: 'Oslo' }],
    ['what only the other says', {}, { office: 'Bergen', team: 'Cloud' }, { office: 'Bergen', team: 'Cloud' }],
    ['the manager', { manager: 'lena@x' }, {}, { manager: 'lena@x' }],
    ['no manager who is the person', { manager: '2' }, { identifiers: { ...noIdentifiers, mcpId: ['2'] } }, {}],
    [
      'the manager of the other where that of the first is the person',
      { manager: '2' },
      { manager: 'lena@x', identifiers: { ...noIdentifiers, mcpId: ['2'] } },
      { manager: 'lena@x' },
    ],
    ['an office that is called as a sign of the person', { office: 'm@x' }, {}, { office: 'm@x' }],
    ['the later day of leaving', { leftOn: '2018-02-01' }, { leftOn: '2018-03-01' }, { leftOn: '2018-03-01' }],
    ['a day that only one says', {}, { accountOn: '2018-02-01' }, { accountOn: '2018-02-01' }],
  ])('stays %s', (_, first, second, left) => {
    const joined = joinedPerson(record('one', { identifiers: signs, ...first }), record('other', second));
    const { identifiers: __, ...others } = joined;

    expect(others).toEqual({ id: 'one', name: '', achievements: [], ...left });
  });

  const exam = (title: string, parts: Partial<Achievement> = {}): Achievement => ({
    title,
    completedOn: '2018-01-01',
    source: 'a',
    ...parts,
  });

  it.each<[string, Achievement, Achievement, readonly Achievement[]]>([
    ['the same once, as the first has it', exam('Exam'), exam('exam', { source: 'b' }), [exam('Exam')]],
    [
      'of two days of expiry the later',
      exam('Exam', { expiresOn: '2020-01-01' }),
      exam('Exam', { expiresOn: '2021-01-01', source: 'b' }),
      [exam('Exam', { expiresOn: '2021-01-01', source: 'b' })],
    ],
    [
      'no earlier day of expiry',
      exam('Exam', { expiresOn: '2021-01-01' }),
      exam('Exam', { expiresOn: '2020-01-01' }),
      [exam('Exam', { expiresOn: '2021-01-01' })],
    ],
    [
      'a day of expiry over none',
      exam('Exam'),
      exam('Exam', { expiresOn: '2020-01-01' }),
      [exam('Exam', { expiresOn: '2020-01-01' })],
    ],
    [
      'an exam and a certification of one title',
      exam('Azure', { kind: 'exam' }),
      exam('Azure', { kind: 'certification' }),
      [exam('Azure', { kind: 'certification' }), exam('Azure', { kind: 'exam' })],
    ],
    [
      'a renewal beside what it renews, by their days',
      exam('Exam', { completedOn: '2019-01-01' }),
      exam('Exam'),
      [exam('Exam'), exam('Exam', { completedOn: '2019-01-01' })],
    ],
  ])('stays, of achievements, %s', (_, first, second, left) => {
    const joined = joinedPerson(record('one', { achievements: [first] }), record('other', { achievements: [second] }));

    expect(joined.achievements).toEqual(left);
  });

  it.each<[string, Partial<Person['identifiers']>, Partial<Person['identifiers']>, string]>([
    ['a work address against a profile', { mcpId: ['1'] }, { corpEmail: ['m@x'] }, 'b'],
    ['a profile against a personal address', { email: ['m@home'] }, { mcpId: ['1'] }, 'b'],
    ['a personal address against an account', { email: ['m@home'] }, { aadUserId: ['x'] }, 'a'],
    ['the first id where both have the same sign', { mcpId: ['2'] }, { mcpId: ['1'] }, 'a'],
  ])('the first is the one with %s', (_, of, ofOther, id) => {
    const [a, b] = [
      record('a', { identifiers: { ...noIdentifiers, ...of } }),
      record('b', { identifiers: { ...noIdentifiers, ...ofOther } }),
    ];

    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      expect(strongestFirst(one, other)[0].id).toBe(id);
    expect(strongestFirst(a, b)).toEqual(strongestFirst(b, a));
  });
});
