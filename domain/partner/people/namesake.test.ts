/** People of one name are told apart by a sign, and offered as one person only where no sign speaks against it. */
import { apartFrom, namesakeLabels, possibleDuplicates } from './namesake';
import { noIdentifiers, type Identifiers, type Person } from './person';

const person = (id: string, name: string, signs: Partial<Identifiers> = {}): Person => ({
  id,
  name,
  identifiers: { ...noIdentifiers, ...signs },
  achievements: [],
});

it.each<[string, readonly Person[], readonly string[]]>([
  [
    'one profile without a work address',
    [person('a', 'Mette Strand', { corpEmail: ['m@x'], mcpId: ['1'] }), person('b', 'Mette Strand', { mcpId: ['2'] })],
    ['a', 'b'],
  ],
  [
    'names in another order and case',
    [person('a', 'Mette Strand', { mcpId: ['1'] }), person('b', 'STRAND, Mette', { mcpId: ['2'] })],
    ['a', 'b'],
  ],
  [
    'two work addresses',
    [person('a', 'Anna Berg', { corpEmail: ['a@x'] }), person('b', 'Anna Berg', { corpEmail: ['b@x'] })],
    [],
  ],
  [
    'two accounts',
    [person('a', 'Anna Berg', { aadUserId: ['a'] }), person('b', 'Anna Berg', { aadUserId: ['b'] })],
    [],
  ],
  [
    'two employees and a loose record',
    [
      person('a', 'Anna Berg', { corpEmail: ['a@x'] }),
      person('b', 'Anna Berg', { corpEmail: ['b@x'] }),
      person('c', 'Anna Berg', { mcpId: ['3'] }),
    ],
    ['a', 'b', 'c'],
  ],
  ['a first name alone', [person('a', 'Anna', { mcpId: ['1'] }), person('b', 'Anna', { mcpId: ['2'] })], []],
  ['no name', [person('a', '', { mcpId: ['1'] }), person('b', '', { mcpId: ['2'] })], []],
  [
    'a name in Chinese characters',
    [person('a', '王小明', { mcpId: ['1'] }), person('b', '王小明', { mcpId: ['2'] })],
    ['a', 'b'],
  ],
  ['different names', [person('a', 'Anna Berg', { mcpId: ['1'] }), person('b', 'Anna Bergh', { mcpId: ['2'] })], []],
])('%s', (_, people, ids) => {
  const expected = ids.length === 0 ? [] : [ids];
  expect(possibleDuplicates(people).map((some) => some.map(({ id }) => id))).toEqual(expected);
});

it('namesakes are called by name and the strongest sign that tells them apart', () => {
  const people = [
    person('a', 'Anna Berg', { corpEmail: ['anna.berg@x'], mcpId: ['1'] }),
    person('b', 'Anna Berg', { email: ['shared@x'], mcpId: ['2'] }),
    person('c', 'Anna Berg', { email: ['shared@x'] }),
    person('d', 'Ida Holm', { corpEmail: ['ida@x'] }),
  ];
  expect([...namesakeLabels(people)]).toEqual([
    ['a', 'Anna Berg (anna.berg@x)'],
    ['b', 'Anna Berg (2)'],
    ['c', 'Anna Berg (c)'],
  ]);
});

it('people who were said to be two are not offered again, also under other ids and with more signs', () => {
  const one = person('a', 'Anna Berg', { corpEmail: ['anna@x'], mcpId: ['1'] });
  const other = person('b', 'Anna Berg', { mcpId: ['2'] });
  const third = person('c', 'Anna Berg', { mcpId: ['3'] });
  const apart = [apartFrom(one, other)];
  const later = [
    person('x', 'Anna Berg', { mcpId: ['2'], email: ['anna@home'] }),
    person('y', 'Anna Berg', { mcpId: ['1'] }),
  ];

  expect(possibleDuplicates([one, other], apart)).toEqual([]);
  expect(possibleDuplicates(later, apart)).toEqual([]);
  expect(possibleDuplicates([one, other, third], apart)).toHaveLength(1);
});
