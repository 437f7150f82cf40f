/** A person is called by name or by the strongest identifier; an import that shows a person is evidence of a link. */
import {
  inOrder,
  isShown,
  noIdentifiers,
  personLabel,
  shownSince,
  spokenName,
  type Achievement,
  type Person,
} from './person';

const person: Person = { id: 'p-1', name: '', identifiers: noIdentifiers, achievements: [] };
const achievement = (parts: Partial<Achievement>): Achievement => ({
  title: 'Exam',
  completedOn: '2018-01-01',
  source: 'by-hand 1',
  ...parts,
});
const importOf = (day: string) => `${day}T100000000Z-0000000b`;

it.each<[string, Partial<Person>, string]>([
  ['the name', { name: 'Ana', identifiers: { ...noIdentifiers, corpEmail: ['a@b.c'] } }, 'Ana'],
  [
    'the work address',
    { identifiers: { corpEmail: ['a@b.c'], mcpId: ['1'], email: ['e'], aadUserId: ['x'] } },
    'a@b.c',
  ],
  ['the profile', { identifiers: { ...noIdentifiers, mcpId: ['1'], email: ['e'], aadUserId: ['x'] } }, '1'],
  ['the personal address', { identifiers: { ...noIdentifiers, email: ['e'], aadUserId: ['x'] } }, 'e'],
  ['the account', { identifiers: { ...noIdentifiers, aadUserId: ['x'] } }, 'x'],
  ['the id', {}, 'p-1'],
])('is called by %s', (_, parts, expected) => {
  expect(personLabel({ ...person, ...parts })).toBe(expected);
});

it.each<[string, readonly string[], string | undefined]>([
  ['nothing', [], undefined],
  ['what was entered by hand', ['by-hand 20180101T100000000Z-0000000b'], undefined],
  ['one import', [importOf('20180521')], '2018-05-21'],
  ['the first of several imports', [importOf('20180521'), importOf('20180401'), 'by-hand 1'], '2018-04-01'],
])('is shown by %s', (_, sources, since) => {
  const shown = { ...person, achievements: sources.map((source) => achievement({ source })) };

  expect(isShown(shown)).toBe(since !== undefined);
  expect(shownSince(shown)).toBe(since);
});

it('has achievements in the order of their days, then titles, then kinds', () => {
  const ordered = [
    achievement({ completedOn: '2017-01-01', title: 'Z' }),
    achievement({ title: 'A' }),
    achievement({ title: 'A', kind: 'certification' }),
    achievement({ title: 'A', kind: 'exam' }),
    achievement({ title: 'B' }),
    achievement({ completedOn: '2019-01-01', title: 'A' }),
  ];

  expect([...ordered].reverse().sort(inOrder)).toEqual(ordered);
  expect(inOrder(ordered[1]!, ordered[1]!)).toBe(0);
});

it.each<[string, Partial<Person>, string]>([
  ['by name', { name: 'min volkov', identifiers: { ...noIdentifiers, corpEmail: ['x.y@b.c'] } }, 'min volkov'],
  ['by the work address', { identifiers: { ...noIdentifiers, corpEmail: ['min.volkov@b.c'] } }, 'Min Volkov'],
  [
    'by the work address before the personal one',
    { identifiers: { ...noIdentifiers, corpEmail: ['min.volkov@b.c'], email: ['minnie@home'] } },
    'Min Volkov',
  ],
  [
    'by the personal address',
    { identifiers: { ...noIdentifiers, email: ['ana_maria-duarte@home'] } },
    'Ana Maria Duarte',
  ],
  [
    'without the signs around the words',
    { identifiers: { ...noIdentifiers, email: ['_ana..maria_@home'] } },
    'Ana Maria',
  ],
  ['with letters of any alphabet', { identifiers: { ...noIdentifiers, email: ['øyvind.åsen@home'] } }, 'Øyvind Åsen'],
  ['with digits as they are', { identifiers: { ...noIdentifiers, email: ['ana.2duarte@home'] } }, 'Ana 2Duarte'],
  [
    'by nothing that is a number or an account',
    { identifiers: { ...noIdentifiers, mcpId: ['1'], aadUserId: ['x'] } },
    '',
  ],
])('is spoken of %s', (_, parts, expected) => {
  expect(spokenName({ ...person, ...parts })).toBe(expected);
});
