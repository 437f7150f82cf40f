/** After an import an admin is told of whom two records may be one person, and of nobody whom the file does not name. */
import { noIdentifiers, type Identifiers, type Person } from '../partner/people/person';
import { resultOf } from '../basics/steps';
import type { IncomingPerson } from './incoming';
import { reconcilePeople } from './reconcile-people';

type Signs = Partial<Identifiers>;

const kept = (id: string, name: string, signs: Signs): Person => ({
  id,
  name,
  identifiers: { ...noIdentifiers, ...signs },
  achievements: [],
});
const row = (line: number, name: string, signs: Signs): IncomingPerson => ({
  line,
  name,
  identifiers: { ...noIdentifiers, ...signs },
  dates: {},
  achievements: [],
});
const warningsOf = (people: readonly Person[], incoming: readonly IncomingPerson[], more: object = {}) =>
  resultOf(
    reconcilePeople({
      kept: people.map((value) => ({ value, version: 'v' })),
      incoming,
      source: 'i1',
      ...more,
    }),
  ).warnings;

const somebodyElse = row(9, 'Ida Holm', { mcpId: ['99'] });

it.each<[string, readonly Person[], readonly IncomingPerson[], number | undefined]>([
  [
    'one kept and one new',
    [kept('a', 'Anna Schmidt', { mcpId: ['1'] })],
    [row(4, 'schmidt, anna', { mcpId: ['2'] })],
    2,
  ],
  ['both in the file', [], [row(4, 'Anna Schmidt', { mcpId: ['1'] }), row(6, 'Anna Schmidt', { mcpId: ['2'] })], 2],
  [
    'three of one name',
    ['1', '2'].map((id) => kept(id, 'Anna Schmidt', { mcpId: [id] })),
    [row(4, 'Anna Schmidt', { mcpId: ['3'] })],
    3,
  ],
  ['a name of two Chinese characters', [kept('a', '王明', { mcpId: ['1'] })], [row(4, '王明', { mcpId: ['2'] })], 2],
  ['a first name alone', [kept('a', 'Anna', { mcpId: ['1'] })], [row(4, 'Anna', { mcpId: ['2'] })], undefined],
  [
    'two work addresses, which are two people',
    [kept('a', 'Anna Schmidt', { corpEmail: ['a@x'] })],
    [row(4, 'Anna Schmidt', { corpEmail: ['b@x'] })],
    undefined,
  ],
  [
    'two whom the file does not name',
    ['1', '2'].map((id) => kept(id, 'Anna Schmidt', { mcpId: [id] })),
    [somebodyElse],
    undefined,
  ],
])('people of one name who may be one: %s', (_, people, rows, count) => {
  const warnings = warningsOf(people, rows);

  expect(warnings).toHaveLength(count === undefined ? 0 : 1);
  if (count === undefined) return;
  const { value } = warnings[0]!;
  expect(value.toLowerCase()).toMatch(/^(anna schmidt|schmidt, anna|王明)$/);
  expect(warnings).toEqual([{ line: 4, column: '', value, code: 'same-name', args: { values: value, count } }]);
});

it('people of one name who were said to be two are not offered as one', () => {
  const people = [kept('a', 'Anna Schmidt', { mcpId: ['1'] })];
  const rows = [row(4, 'Anna Schmidt', { mcpId: ['2'] })];

  expect(warningsOf(people, rows, { apart: [{ one: ['2'], other: ['1'] }] })).toEqual([]);
  expect(warningsOf(people, rows, { apart: [{ one: ['2'], other: ['3'] }] })).toHaveLength(1);
});

it.each<[string, readonly [Person, Person], string]>([
  [
    'by name',
    [kept('a', 'Anna', { corpEmail: ['a@x'] }), kept('b', 'Anna Schmidt', { mcpId: ['1'] })],
    'Anna, Anna Schmidt',
  ],
  [
    'by sign where there is no name',
    [kept('a', '', { corpEmail: ['a@x'] }), kept('b', '', { mcpId: ['1'] })],
    'a@x, 1',
  ],
])('records that the file shows to be one person are named, %s, at its first line', (_, people, value) => {
  const signs = { corpEmail: ['a@x'], mcpId: ['1'] };

  expect(warningsOf(people, [row(7, '', signs), row(5, '', signs)])).toEqual([
    { line: 5, column: '', value, code: 'joined-people', args: { values: value, count: 2 } },
  ]);
});

it.each<[string, readonly Person[]]>([
  ['two profiles', [kept('a', 'Anna', { mcpId: ['1', '2'] })]],
  ['two work addresses', [kept('a', 'Anna', { corpEmail: ['a@x', 'b@x'] })]],
  [
    'a mail address that somebody else has too',
    ['a', 'b'].map((id) => kept(id, id, { corpEmail: [`${id}@x`], email: ['home'] })),
  ],
])('of somebody kept with %s nothing is said again where the file names others', (_, people) => {
  expect(warningsOf(people, [somebodyElse])).toEqual([]);
});

it.each<['email' | 'aadUserId', readonly number[], number]>([
  ['email', [8, 6], 6],
  ['aadUserId', [6, 8], 6],
])('a sign (%s) that two people have is told once, at its first line', (kind, lines, line) => {
  const rows = lines.map((at) => row(at, '', { corpEmail: [`p${at}@x`], [kind]: ['shared'] }));

  expect(warningsOf([], rows)).toEqual([
    { line, column: '', value: 'shared', code: 'shared-identifier', args: { values: 'shared', count: 1 } },
  ]);
});
