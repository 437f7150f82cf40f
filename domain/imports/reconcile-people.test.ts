/** What came in against what is kept: nothing is lost, nothing is doubled, and twice is the same as once. */
import { resultOf } from '../basics/steps';
import fc from 'fast-check';
import type { IncomingPerson } from './incoming';
import { noIdentifiers, type Identifiers, type Person } from '../partner/people/person';
import type { Versioned } from '../basics/repository';
import { type PeoplePlan, reconcilePeople } from './reconcile-people';

const incoming = (given: Omit<Partial<IncomingPerson>, 'identifiers'> & { identifiers: Partial<Identifiers> }) => ({
  line: 2,
  name: '',
  dates: {},
  achievements: [],
  ...given,
  identifiers: { ...noIdentifiers, ...given.identifiers },
});

const person = (
  given: Omit<Partial<Person>, 'identifiers'> & { identifiers: Partial<Identifiers> },
): Versioned<Person> => ({
  version: 'v1',
  value: { id: 'kept', name: '', achievements: [], ...given, identifiers: { ...noIdentifiers, ...given.identifiers } },
});

const plan = (kept: readonly Versioned<Person>[], rows: readonly IncomingPerson[]) =>
  resultOf(reconcilePeople({ kept, incoming: rows, source: 'import' }));

/** What is kept after the plan was carried out. */
function carriedOut(kept: readonly Versioned<Person>[], { steps }: PeoplePlan): readonly Versioned<Person>[] {
  const rows = new Map(kept.map((row) => [row.value.id, row]));
  for (const change of steps.flatMap(({ write, removals }) => [...(write ? [write] : []), ...removals])) {
    if (change.kind === 'remove') rows.delete(change.id);
    else rows.set(change.value.id, { value: change.value, version: `${rows.size}` });
  }
  return [...rows.values()];
}

const written = ({ steps }: PeoplePlan) =>
  steps.flatMap(({ write }) => (write && write.kind !== 'remove' ? [write.value] : []));

const exam = { title: 'Exam', completedOn: '2018-01-01' };

it('creates somebody unknown', () => {
  const found = plan([], [incoming({ identifiers: { mcpId: ['1'] }, name: 'Anna', achievements: [exam] })]);

  expect(found.steps).toMatchObject([
    { outcome: 'new', achievements: { new: 1, unchanged: 0 }, removals: [], write: { kind: 'create' } },
  ]);
  expect(written(found)).toEqual([
    {
      id: found.steps[0]!.id,
      name: 'Anna',
      identifiers: { ...noIdentifiers, mcpId: ['1'] },
      achievements: [{ ...exam, source: 'import' }],
    },
  ]);
});

it.each([
  ['corpEmail', { corpEmail: ['a@b.c'] }],
  ['mcpId', { mcpId: ['1'] }],
  ['email', { email: ['a@b.c'] }],
  ['aadUserId', { aadUserId: ['0f'] }],
])('knows somebody again by %s, and keeps the id', (_, identifiers) => {
  const found = plan([person({ identifiers })], [incoming({ identifiers, achievements: [exam] })]);

  expect(found.steps).toMatchObject([
    { id: 'kept', outcome: 'changed', write: { kind: 'replace', version: 'v1' }, achievements: { new: 1 } },
  ]);
});

it('never knows anybody again by name', () => {
  const kept = person({ identifiers: { mcpId: ['1'] }, name: 'Anna Schmidt' });

  const found = plan([kept], [incoming({ identifiers: { mcpId: ['2'] }, name: 'Anna Schmidt' })]);

  expect(found.steps.map(({ outcome }) => outcome)).toEqual(['new']);
});

it.each([
  ['a name over none', '', ['Anna'], 'Anna'],
  ['none over a name', 'Anna', [''], 'Anna'],
  ['a newer name over an older one', 'Anna Schmidt', ['Anna Meyer'], 'Anna Meyer'],
  ['the last in the alphabet of names of no known age', 'Anna', ['B', 'C'], 'C'],
  ['the same in any order of the rows', 'Anna', ['C', 'B'], 'C'],
])('%s', (_, kept, names, name) => {
  const rows = names.map((one) => incoming({ identifiers: { mcpId: ['1'] }, name: one }));

  const found = plan([person({ identifiers: { mcpId: ['1'] }, name: kept })], rows);

  expect(written(found)[0]?.name ?? kept).toBe(name);
});

it('takes the name of the newest row of a file', () => {
  const rows = [
    incoming({ identifiers: { mcpId: ['1'] }, name: 'Z', namedOn: '2018-01-01' }),
    incoming({ identifiers: { mcpId: ['1'] }, name: 'A', namedOn: '2019-01-01' }),
  ];

  for (const some of [rows, [...rows].reverse()]) expect(written(plan([], some))[0]!.name).toBe('A');
});

it.each([
  ['a new date', {}, { leftOn: '2018-02-01' }, { leftOn: '2018-02-01' }],
  ['a corrected date', { leftOn: '2018-03-01' }, { leftOn: '2018-02-01' }, { leftOn: '2018-02-01' }],
  [
    'an empty cell',
    { leftOn: '2018-03-01' },
    { linkedOn: '2018-02-01' },
    { linkedOn: '2018-02-01', leftOn: '2018-03-01' },
  ],
])('dates: %s', (_, kept, dates, expected) => {
  const identifiers = { mcpId: ['1'] };

  const found = plan([person({ identifiers, ...kept })], [incoming({ identifiers, dates })]);

  expect(written(found)).toEqual([{ ...person({ identifiers }).value, ...expected }]);
});

it('leaves everybody alone whom the file does not name', () => {
  const kept = [person({ id: 'other', identifiers: { mcpId: ['9'] } })];

  expect(plan(kept, [incoming({ identifiers: { mcpId: ['1'] } })]).steps.map(({ id }) => id)).not.toContain('other');
});

it('joins two kept rows that turn out to be one person, removing nothing before it is written elsewhere', () => {
  const kept = [
    person({ id: 'by-profile', identifiers: { mcpId: ['1'] }, achievements: [{ ...exam, source: 'old' }] }),
    person({ id: 'by-address', identifiers: { corpEmail: ['a@b.c'] }, name: 'Anna' }),
  ];

  const found = plan(kept, [incoming({ identifiers: { corpEmail: ['a@b.c'], mcpId: ['1'] } })]);

  expect(written(found)).toEqual([
    {
      id: 'by-address',
      name: 'Anna',
      identifiers: { ...noIdentifiers, corpEmail: ['a@b.c'], mcpId: ['1'] },
      achievements: [{ ...exam, source: 'old' }],
    },
  ]);
  expect(found.steps[0]!.removals).toEqual([{ kind: 'remove', id: 'by-profile', version: 'v1' }]);
  expect(found.warnings.map(({ code }) => code)).toEqual(['joined-people']);
});

it('of two kept rows that it joins, what only one says stays, and of two dates the later', () => {
  const kept = [
    person({ id: 'a', identifiers: { corpEmail: ['a@b.c'] }, leftOn: '2018-03-01', linkedOn: '2018-01-01' }),
    person({ id: 'b', identifiers: { mcpId: ['1'] }, name: 'Anna', leftOn: '2018-02-01', office: 'Berlin' }),
  ];

  for (const rows of [kept, [...kept].reverse()])
    expect(written(plan(rows, [incoming({ identifiers: { corpEmail: ['a@b.c'], mcpId: ['1'] } })]))).toEqual([
      {
        id: 'a',
        name: 'Anna',
        identifiers: { ...noIdentifiers, corpEmail: ['a@b.c'], mcpId: ['1'] },
        linkedOn: '2018-01-01',
        leftOn: '2018-03-01',
        office: 'Berlin',
        achievements: [],
      },
    ]);
});

it('nobody becomes their own manager by being joined', () => {
  const kept = [
    person({ id: 'a', identifiers: { corpEmail: ['a@b.c'] }, manager: '1', team: 'Cloud' }),
    person({ id: 'b', identifiers: { mcpId: ['1'] } }),
  ];

  const [joined] = written(plan(kept, [incoming({ identifiers: { corpEmail: ['a@b.c'], mcpId: ['1'] } })]));

  expect(joined).toMatchObject({ id: 'a', team: 'Cloud' });
  expect(joined).not.toHaveProperty('manager');
});

it.each([
  ['a name', { name: 'Anna' }],
  ['an office', { places: { office: 'Bonn' } }],
  ['a date', { dates: { leftOn: '2018-02-01' } }],
  ['an achievement', { achievements: [exam] }],
])('writes a person anew for %s alone, and nothing where the file says what is kept', (_, said) => {
  const identifiers = { mcpId: ['1'] };
  const kept = [person({ identifiers })];
  const rows = [incoming({ identifiers, ...said })];

  const first = plan(kept, rows);

  expect(first.steps.map(({ outcome }) => outcome)).toEqual(['changed']);
  expect(plan(carriedOut(kept, first), rows).steps.map(({ outcome }) => outcome)).toEqual(['unchanged']);
});

describe('what a whole export no longer shows', () => {
  const old = (title: string, source = 'earlier') => ({ title, completedOn: '2018-01-01', source });
  const anna = { mcpId: ['1'] };
  const kept = [
    person({ id: 'anna', identifiers: anna, achievements: [old('Shown'), old('Gone')] }),
    person({ id: 'bo', identifiers: { mcpId: ['2'] }, achievements: [old('Severed'), old('Typed in', 'by-hand 1')] }),
    person({ id: 'kai', identifiers: { mcpId: ['3'] }, achievements: [old('Of a list', 'list')] }),
  ];
  const rows = [
    incoming({ identifiers: anna, achievements: [{ title: 'Shown', completedOn: '2018-01-01' }] }),
    incoming({ identifiers: { mcpId: ['4'] }, achievements: [{ title: 'Newest', completedOn: '2018-06-01' }] }),
  ];
  const snapshot = { sources: new Set(['earlier']), to: '2018-06-01' };
  const reconcile = (more: object) =>
    resultOf(reconcilePeople({ kept, incoming: rows, source: 'import', snapshot, ...more }));
  const gone = [
    { person: 'anna', achievements: [old('Gone')] },
    { person: 'bo', achievements: [old('Severed')] },
  ];

  it('is named, and stays, also of people whom the file does not name', () => {
    const found = reconcile({});

    expect(found.gone).toEqual(gone);
    expect(found.steps.map(({ outcome, achievements }) => [outcome, achievements.removed])).toEqual([
      ['unchanged', 0],
      ['new', 0],
    ]);
  });

  it('goes where that is asked for, and nothing else goes with it', () => {
    const found = reconcile({ removesGone: true });

    expect(found.gone).toEqual(gone);
    expect(found.steps).toMatchObject([
      { id: 'anna', outcome: 'changed', removals: [], achievements: { new: 0, unchanged: 1, removed: 1 } },
      { outcome: 'new', achievements: { new: 1, unchanged: 0, removed: 0 } },
      { id: 'bo', outcome: 'changed', removals: [], achievements: { new: 0, unchanged: 0, removed: 1 } },
    ]);
    const left = carriedOut(kept, found).map(({ value }) => value);
    expect(left).toHaveLength(4);
    expect(left.slice(0, 3)).toEqual([
      { ...kept[0]!.value, achievements: [old('Shown')] },
      { ...kept[1]!.value, achievements: [old('Typed in', 'by-hand 1')] },
      kept[2]!.value,
    ]);
  });

  it('is not looked for where the file does not say what it would name', () => {
    const found = reconcile({ snapshot: undefined, removesGone: true });

    expect(found.gone).toEqual([]);
    expect(found.steps.map(({ outcome }) => outcome)).toEqual(['unchanged', 'new']);
  });

  it('is removed once: the same file again removes and changes nothing', () => {
    const after = carriedOut(kept, reconcile({ removesGone: true }));
    const again = resultOf(
      reconcilePeople({ kept: after, incoming: rows, source: 'again', snapshot, removesGone: true }),
    );

    expect(again.gone).toEqual([]);
    expect(again.steps.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
  });
});

it.each([
  ['the strongest sign, whatever the ids', ['z-corpEmail', 'a-mcpId', 'a-email'], 'z-corpEmail'],
  ['the strongest sign, whatever the order', ['a-email', 'b-mcpId', 'z-corpEmail'], 'z-corpEmail'],
  ['the first id where the signs are equally strong', ['b-email', 'a-email', 'c-email'], 'a-email'],
])('keeps of joined rows the id of %s', (_, ids, expected) => {
  const kinds = ids.map((id) => [id, id.slice(2) as keyof Identifiers] as const);
  const kept = kinds.map(([id, kind]) => person({ id, identifiers: { [kind]: [id] } }));
  const together = { corpEmail: [] as string[], mcpId: [] as string[], email: [] as string[] };
  for (const [id, kind] of kinds) together[kind as keyof typeof together].push(id);

  for (const rows of [kept, [...kept].reverse()]) {
    const { steps } = plan(rows, [incoming({ identifiers: { ...together, corpEmail: ['z-corpEmail'] } })]);

    expect(steps.map(({ id }) => id)).toEqual([expected]);
    expect(steps[0]!.removals.map((change) => 'id' in change && change.id).sort()).toEqual(
      ids.filter((id) => id !== expected).sort(),
    );
  }
});

it.each([
  [
    'two profiles of one work address',
    ['two-profiles', '1, 2'],
    [
      { corpEmail: ['a'], mcpId: ['1'] },
      { corpEmail: ['a'], mcpId: ['2'] },
    ],
  ],
  [
    'two work addresses of one profile',
    ['two-addresses', 'a, b'],
    [
      { corpEmail: ['a'], mcpId: ['1'] },
      { corpEmail: ['b'], mcpId: ['1'] },
    ],
  ],
  [
    'an address of two people',
    ['shared-identifier', 'e'],
    [
      { corpEmail: ['a'], email: ['e'] },
      { corpEmail: ['b'], email: ['e'] },
    ],
  ],
] as const)('warns of %s, at the first line', (_, [code, value], signs) => {
  const rows = signs.map((identifiers, index) => incoming({ identifiers, line: 9 - index }));

  expect(plan([], rows).warnings).toMatchObject([{ line: 8, code, value, args: { values: value } }]);
});

describe('for any rows', () => {
  const signs = fc.record({
    corpEmail: fc.subarray(['A', 'B', 'C'], { maxLength: 1 }),
    mcpId: fc.subarray(['1', '2', '3'], { maxLength: 1 }),
    email: fc.subarray(['e', 'f', 'g'], { maxLength: 1 }),
    aadUserId: fc.subarray(['x', 'y'], { maxLength: 1 }),
  });
  const achievement = fc.record(
    {
      title: fc.constantFrom('One', 'one', 'Two'),
      completedOn: fc.constantFrom('2018-01-01', '2019-01-01'),
      expiresOn: fc.constantFrom('2020-01-01', '2021-01-01'),
      activityId: fc.constantFrom('11', '22'),
    },
    { requiredKeys: ['title', 'completedOn'] },
  );
  const anyRow = (identifiers: fc.Arbitrary<Identifiers>) =>
    fc
      .record({ identifiers, achievements: fc.array(achievement, { maxLength: 3 }) })
      .map((row) => incoming(row))
      .filter(({ identifiers: of }) => Object.values(of).some((values) => values.length > 0));
  const anyRows = fc.array(anyRow(signs), { maxLength: 8 });

  /** Everybody has own signs, which each row gives in part: the files that Partner Center makes. */
  const consistentRow = fc.record({ of: fc.constantFrom('A', 'B', 'C'), shown: signs }).map(({ of, shown }) => ({
    corpEmail: [`${of}@work`].slice(shown.corpEmail.length),
    mcpId: [of === 'C' && shown.aadUserId.length > 0 ? 'C2' : `${of}1`],
    email: [`${of}@home`].slice(shown.email.length),
    aadUserId: [`${of}-id`].slice(shown.aadUserId.length),
  }));
  const consistentRows = fc.array(
    anyRow(consistentRow.map((row) => (row.mcpId[0] === 'C2' ? { ...row, corpEmail: ['C@work'] } : row))),
    { maxLength: 10 },
  );

  const contents = (kept: readonly Versioned<Person>[]) =>
    kept
      .map(({ value: { name, identifiers, achievements } }) => JSON.stringify([name, identifiers, achievements]))
      .sort();
  const after = (...files: (readonly IncomingPerson[])[]) =>
    files.reduce<readonly Versioned<Person>[]>((kept, file) => carriedOut(kept, plan(kept, file)), []);

  it('importing the same again changes nothing', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (first, second) => {
        const kept = after(first, second);

        const again = plan(kept, second);

        expect(again.steps.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'unchanged')).toEqual([]);
        expect(again.steps.reduce((sum, { achievements }) => sum + achievements.new, 0)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('the order of rows does not matter', () => {
    fc.assert(
      fc.property(anyRows, anyRows, fc.infiniteStream(fc.nat()), (before, rows, chance) => {
        const kept = after(before);
        const shuffled = rows.map((row) => ({ row, at: chance.next().value as number }));
        shuffled.sort((one, other) => one.at - other.at);

        const forth = carriedOut(kept, plan(kept, rows));
        const back = carriedOut(
          kept,
          plan(
            [...kept].reverse(),
            shuffled.map(({ row }) => row),
          ),
        );

        expect(back.map(({ value }) => JSON.stringify(value)).sort()).toEqual(
          forth.map(({ value }) => JSON.stringify(value)).sort(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('a file in two halves, in either order, gives the same people as in one', () => {
    fc.assert(
      fc.property(consistentRows, fc.nat(), (rows, at) => {
        const cut = at % (rows.length + 1);
        const [one, other] = [rows.slice(0, cut), rows.slice(cut)];

        expect(contents(after(one, other))).toEqual(contents(after(rows)));
        expect(contents(after(other, one))).toEqual(contents(after(rows)));
      }),
      { numRuns: 300 },
    );
  });

  it('no achievement is ever lost, and no id occurs twice', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (first, second) => {
        const kept = after(first, second);
        const days = (rows: readonly { achievements: readonly { title: string; completedOn: string }[] }[]) =>
          new Set(rows.flatMap((row) => row.achievements.map(({ completedOn }) => completedOn)));

        expect(days(kept.map(({ value }) => value))).toEqual(days([...first, ...second]));
        expect(new Set(kept.map(({ value }) => value.id)).size).toBe(kept.length);
        for (const sign of ['corpEmail', 'mcpId'] as const) {
          const all = kept.flatMap(({ value }) => value.identifiers[sign]);
          expect(new Set(all).size).toBe(all.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
