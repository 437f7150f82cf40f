/** When a person who goes no longer counts, for us and for Microsoft (domain.md 1.5 "leave", 1.8 `leaverDropRule`). */
import { person } from '../../fixture.case';
import type { Person } from '../../partner/people/person';
import { standardPolicies } from '../../programme/policy';
import { departureOf, officialDropOf } from './departure';

const left = { leftOn: '2018-01-15' };
const deleted = { accountDeletedOn: '2018-01-20' };
const elsewhere = { linkedElsewhereOn: '2018-01-18' };

const ours = standardPolicies;
const official = { ...standardPolicies, leaverDropRule: 'official' } as const;

it.each<[string, Partial<Person>, typeof ours | typeof official, unknown]>([
  ['stays', {}, ours, undefined],
  ['left', left, ours, { code: 'left', on: '2018-01-15' }],
  ['lost the account and has not left', deleted, ours, undefined],
  ['linked elsewhere', elsewhere, ours, { code: 'linked-elsewhere', on: '2018-01-18' }],
  ['left and then linked elsewhere', { ...left, ...elsewhere }, ours, { code: 'left', on: '2018-01-15' }],
  [
    'linked elsewhere and then left',
    { ...elsewhere, leftOn: '2018-02-01' },
    ours,
    { code: 'linked-elsewhere', on: '2018-01-18' },
  ],
  ['left, officially', left, official, undefined],
  [
    'left in January and lost the account in January, officially',
    { ...left, ...deleted },
    official,
    { code: 'account-deleted', on: '2018-02-10' },
  ],
  [
    'lost the account in December, officially',
    { accountDeletedOn: '2018-12-31' },
    official,
    { code: 'account-deleted', on: '2019-01-10' },
  ],
  [
    'lost the account on the first of a month, officially',
    { accountDeletedOn: '2018-03-01' },
    official,
    { code: 'account-deleted', on: '2018-04-10' },
  ],
  [
    'linked elsewhere before the refresh, officially',
    { ...deleted, ...elsewhere },
    official,
    { code: 'linked-elsewhere', on: '2018-01-18' },
  ],
  [
    'linked elsewhere after the refresh, officially',
    { ...deleted, linkedElsewhereOn: '2018-03-01' },
    official,
    { code: 'account-deleted', on: '2018-02-10' },
  ],
])('a person who %s', (_, parts, policies, departure) => {
  expect(departureOf(person('p', [], parts), policies)).toEqual(departure);
});

it.each<[string, Partial<Person>, unknown]>([
  ['stays', {}, undefined],
  ['left: the day it would be if the account went on that day', left, { ifDeletedOn: '2018-02-10' }],
  ['lost the account', { ...left, ...deleted }, { on: '2018-02-10' }],
  ['linked elsewhere', { ...left, ...elsewhere }, { on: '2018-01-18' }],
  ['linked elsewhere before the refresh', { ...deleted, ...elsewhere }, { on: '2018-01-18' }],
  ['linked elsewhere after the refresh', { ...deleted, linkedElsewhereOn: '2018-03-01' }, { on: '2018-02-10' }],
])('Microsoft drops a person who %s', (_, parts, drop) => {
  expect(officialDropOf(person('p', [], parts), standardPolicies)).toEqual(drop);
});

it('follows the day of the refresh', () => {
  const gone = person('p', [], deleted);

  expect(officialDropOf(gone, { ...standardPolicies, officialRefreshDay: 1 })).toEqual({ on: '2018-02-01' });
  expect(departureOf(gone, { ...official, officialRefreshDay: 15 })?.on).toBe('2018-02-15');
});
