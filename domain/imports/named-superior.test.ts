/** Whom a list of people means in the column Manager, and what is said where that is not clear. */
import { resultOf } from '../basics/steps';
import type { Versioned } from '../basics/repository';
import { noIdentifiers, type Person } from '../partner/people/person';
import type { IncomingPerson, PersonPlaces } from './incoming';
import { reconcilePeople } from './reconcile-people';

const account = '0f8fad5b-d9cb-469f-a165-70867728950e';
const people: readonly Person[] = [
  {
    id: 'lena',
    name: 'Lena Vogt',
    identifiers: { corpEmail: ['lena@x.example'], mcpId: ['77'], email: ['l@home.example'], aadUserId: [account] },
    achievements: [],
  },
  { id: 'bo', name: 'Bo Lind', identifiers: { ...noIdentifiers, corpEmail: ['bo@x.example'] }, achievements: [] },
  { id: 'bo2', name: 'Bo Lind', identifiers: { ...noIdentifiers, corpEmail: ['bo2@x.example'] }, achievements: [] },
];
const kept = (values: readonly Person[]): readonly Versioned<Person>[] =>
  values.map((value) => ({ value, version: 'v' }));

const row = (line: number, address: string, places: PersonPlaces): IncomingPerson => ({
  line,
  identifiers: { ...noIdentifiers, corpEmail: [address] },
  name: '',
  dates: {},
  places,
  achievements: [],
});

function importRows(rows: readonly IncomingPerson[], before: readonly Person[] = people) {
  const { steps, warnings } = resultOf(reconcilePeople({ kept: kept(before), incoming: rows, source: 'i1' }));
  const written = steps.flatMap(({ write }) => (write && 'value' in write ? [write.value] : []));
  return { written, warnings };
}

it.each([
  'lena@x.example',
  'LENA@x.example',
  'l@home.example',
  '77',
  account,
  account.toUpperCase(),
  'Lena Vogt',
  'vogt, lena',
])('“%s” is Lena Vogt, known by her work address', (manager) => {
  const { written, warnings } = importRows([row(2, 'ana@x.example', { manager })]);

  expect(written).toMatchObject([{ manager: 'lena@x.example' }]);
  expect(warnings).toEqual([]);
});

it('finds a manager further down in the same file', () => {
  const rows = [row(2, 'ana@x.example', { manager: 'kai@x.example' }), row(3, 'kai@x.example', {})];

  expect(importRows(rows)).toMatchObject({ written: [{ manager: 'kai@x.example' }, {}], warnings: [] });
});

it.each([
  ['manager-unknown', 'Nora Berg'],
  ['manager-ambiguous', 'Bo Lind'],
  ['manager-self', 'ana@x.example'],
] as const)('takes the row without a manager and warns: %s', (code, manager) => {
  const before = {
    ...people[1]!,
    id: 'ana',
    identifiers: { ...noIdentifiers, corpEmail: ['ana@x.example'] },
    name: 'Ana',
  };
  const rows = [2, 3].map((line) => row(line, 'ana@x.example', { manager, office: 'Berlin' }));
  const { written, warnings } = importRows(rows, [...people, { ...before, manager: 'lena@x.example' }]);

  expect(written).toMatchObject([{ id: 'ana', office: 'Berlin' }]);
  expect(written[0]).not.toHaveProperty('manager');
  expect(warnings).toEqual([{ line: 2, column: 'Manager', value: manager, code, args: { count: 1 } }]);
});

it('counts the people of one value that is not clear', () => {
  const rows = [2, 3, 4].map((line) => row(line, `p${line}@x.example`, { manager: 'Nora Berg' }));

  expect(importRows(rows).warnings).toEqual([expect.objectContaining({ line: 2, args: { count: 3 } })]);
});

it('warns about a circle that the file closes, once, naming who is in it', () => {
  const before = [people[0]!, { ...people[1]!, manager: 'lena@x.example' }];
  const found = importRows([row(5, 'lena@x.example', { manager: 'bo@x.example' })], before);

  expect(found.written).toMatchObject([{ id: 'lena', manager: 'bo@x.example' }]);
  expect(found.warnings).toEqual([
    {
      line: 5,
      column: 'Manager',
      value: 'bo@x.example',
      code: 'manager-circle',
      args: { values: expect.stringMatching(/^(Lena Vogt, Bo Lind|Bo Lind, Lena Vogt)$/) as string, count: 2 },
    },
  ]);
});

it('counts each value that is not clear by itself', () => {
  const rows = ['Nora Berg', 'Nils Dahl', 'Nora Berg'].map((manager, index) =>
    row(index + 2, `p${index}@x.example`, { manager }),
  );

  expect(importRows(rows).warnings.map(({ line, value, args }) => [line, value, args['count']])).toEqual([
    [2, 'Nora Berg', 2],
    [3, 'Nils Dahl', 1],
  ]);
});

it('warns at the first line that names the manager, not at the first that names the person', () => {
  const { places: _, ...bare } = row(2, 'ana@x.example', {});
  const rows = [bare, row(3, 'ana@x.example', {}), row(7, 'ana@x.example', { manager: 'Nora Berg' })];

  expect(importRows(rows).warnings).toMatchObject([{ line: 7, value: 'Nora Berg' }]);
});

describe('a manager whose mail address others have too', () => {
  const shared = ['team@home.example'];
  const others = ['kai', 'eva'].map((id) => ({
    ...people[1]!,
    id,
    name: `${id} Holm`,
    identifiers: { ...noIdentifiers, corpEmail: [`${id}@x.example`], email: shared },
  }));

  it.each([
    ['is kept by a sign that nobody else has', [account], { manager: account }, []],
    ['is nobody where there is no other sign', [], {}, ['manager-ambiguous']],
  ])('%s', (_, aadUserId, places, codes) => {
    const mia = {
      ...people[0]!,
      id: 'mia',
      name: 'Mia Falk',
      identifiers: { ...noIdentifiers, email: shared, aadUserId },
    };
    const { written, warnings } = importRows([row(2, 'ana@x.example', { manager: 'Mia Falk' })], [...others, mia]);
    const { manager } = written[0]!;

    expect({ manager }).toEqual({ manager: undefined, ...places });
    expect(warnings.map(({ code }) => code)).toEqual(codes);
  });
});

describe('a circle', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, at) => row(20 - at, `p${at}@x.example`, { manager: `p${(at + 1) % length}@x.example` }));

  it.each([
    [2, 2, false],
    [6, 6, false],
    [7, 6, true],
  ])('of %i people names %i of them by their signs where they have no names', (length, named, isCut) => {
    const [warning, ...others] = importRows(chain(length)).warnings;
    const values = String(warning?.args['values']).split(', ');

    expect(others).toEqual([]);
    expect(warning).toMatchObject({ line: 21 - length, value: 'p0@x.example', args: { count: length } });
    expect(values.filter((one) => /^p\d@x\.example$/.test(one))).toHaveLength(named);
    expect(values.at(-1) === '…').toBe(isCut);
  });

  it('is none where the file takes one of its managers away', () => {
    const before = [
      { ...people[0]!, manager: 'bo@x.example' },
      { ...people[1]!, manager: 'lena@x.example' },
    ];
    const rows = [row(2, 'lena@x.example', { manager: 'bo@x.example' }), row(3, 'bo@x.example', { manager: '' })];

    expect(importRows(rows, before).warnings).toEqual([]);
  });

  it('is closed by a manager that is kept of somebody whom the file names without one', () => {
    const before = [people[0]!, { ...people[1]!, manager: 'lena@x.example' }];
    const rows = [row(2, 'bo@x.example', {}), row(3, 'lena@x.example', { manager: 'bo@x.example' })];

    expect(importRows(rows, before).warnings).toMatchObject([{ line: 3, code: 'manager-circle' }]);
  });
});

it('says nothing again of a circle that the file does not name', () => {
  const before = [
    { ...people[0]!, manager: 'bo@x.example' },
    { ...people[1]!, manager: 'lena@x.example' },
  ];

  expect(importRows([row(2, 'ana@x.example', { manager: 'lena@x.example' })], before).warnings).toEqual([]);
});

it.each<[string, PersonPlaces, Partial<Person>]>([
  ['keeps what the file says nothing of', {}, { office: 'Berlin', team: 'Cloud', manager: 'lena@x.example' }],
  ['replaces what it says', { office: 'Bonn' }, { office: 'Bonn', team: 'Cloud', manager: 'lena@x.example' }],
  ['takes away what it says to be none', { office: '', manager: '' }, { team: 'Cloud' }],
])('%s', (_, places, left) => {
  const before = { ...people[1]!, office: 'Berlin', team: 'Cloud', manager: 'lena@x.example' };
  const { written } = importRows([row(2, 'bo@x.example', places)], [people[0]!, before]);
  const { office, team, manager } = written[0] ?? before;

  expect({ office, team, manager }).toEqual({ office: undefined, team: undefined, manager: undefined, ...left });
});
