/** The list of people: which group a person is in, what a search finds, and the two orders. */
import type { Credit } from '../../domain/counting/credits/credit';
import type { Hindrance } from '../../domain/counting/credits/hindrance';
import { noIdentifiers } from '../../domain/partner/people/person';
import { peopleShown, type PeopleShown } from '../contract/question';
import { foundAmong, sortedBy, shownOf } from './people-filter';

interface Given {
  readonly mail?: string;
  readonly countsFor?: readonly string[];
  readonly hindrance?: Hindrance;
  readonly of?: Hindrance;
}

function one(name: string, { mail, countsFor = [], hindrance, of }: Given = {}) {
  const identifiers = { ...noIdentifiers, corpEmail: mail === undefined ? [] : [mail] };
  const person = { id: name, name, identifiers, achievements: [] };
  const hindered = new Map(of ? [['c', of] as const] : []);
  const credit: Credit = { person, counted: new Set(countsFor), hindered, ...(hindrance && { hindrance }) };
  return { person, credit, countsFor };
}

const names = (some: readonly { readonly person: { readonly name: string } }[]) =>
  some.map(({ person }) => person.name);

it.each<[string, Given, readonly PeopleShown[]]>([
  ['who counts', { countsFor: ['devops'] }, ['counts']],
  [
    'who counts although one certification lapsed',
    { countsFor: ['devops'], of: { code: 'expired', on: '2018-01-01' } },
    ['counts', 'lapsed'],
  ],
  [
    'who waits',
    { of: { code: 'waiting', countsFrom: '2018-06-02' }, hindrance: { code: 'waiting', countsFrom: '2018-06-02' } },
    ['uncounted', 'waiting'],
  ],
  ['whose exam waits', { of: { code: 'waiting', countsFrom: '2018-06-02' } }, ['uncounted', 'waiting']],
  ['who is not linked and has nothing', { hindrance: { code: 'not-linked' } }, ['uncounted', 'without', 'waiting']],
  ['who left', { hindrance: { code: 'left', on: '2018-01-01' } }, ['left']],
  ['whose account is gone', { hindrance: { code: 'account-deleted', on: '2018-01-01' } }, ['left']],
  ['who holds what retired', { of: { code: 'retired', on: '2018-01-01', countedUntil: '2018-03-01' } }, ['uncounted']],
  ['of whom nothing is known', {}, ['uncounted', 'without']],
])('a person %s is in these groups', (_, given, groups) => {
  expect(peopleShown.filter((group) => shownOf([one('Ana', given)], group).length === 1)).toEqual(groups);
});

it('counts for the competency that is asked about', () => {
  const all = [one('Ana', { countsFor: ['devops'] }), one('Boris', { countsFor: ['messaging'] }), one('Chen')];

  expect(names(shownOf(all, 'counts', 'devops'))).toEqual(['Ana']);
  expect(names(shownOf(all, 'uncounted', 'devops'))).toEqual(['Boris', 'Chen']);
});

it.each<[string | undefined, readonly string[]]>([
  [undefined, ['Ana Souza', 'João Costa', 'Chen Wei']],
  ['ana', ['Ana Souza']],
  ['JOAO', ['João Costa']],
  ['costa@', []],
  ['wei@contoso', ['Chen Wei']],
  ['.example', ['Ana Souza', 'Chen Wei']],
])('“%s” finds %j', (typed, found) => {
  const all = [
    one('Ana Souza', { mail: 'a.souza@contoso.example' }),
    one('João Costa'),
    one('Chen Wei', { mail: 'Wei@contoso.example' }),
  ];

  expect(names(foundAmong(all, typed))).toEqual(found);
});

it('keeps the order by name, or begins with those who count for most', () => {
  const all = [
    one('Ana'),
    one('Boris', { countsFor: ['a'] }),
    one('Chen', { countsFor: ['a', 'b'] }),
    one('Dana', { countsFor: ['a'] }),
  ];

  expect(names(sortedBy(all, 'name'))).toEqual(['Ana', 'Boris', 'Chen', 'Dana']);
  expect(names(sortedBy(all, 'levels'))).toEqual(['Chen', 'Boris', 'Dana', 'Ana']);
});
