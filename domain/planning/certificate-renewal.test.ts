/** A role-based certificate can be renewed in the six months before it expires, and is extended by a year. */
import { certificateRenewalOf, renewalsAmong, unseenRenewalOf } from './certificate-renewal';
import { noIdentifiers, type Person } from '../partner/people/person';
import type { Credential } from '../programme/credential';

const credential: Credential = {
  id: 'admin',
  kind: 'certification',
  titles: ['Administrator'],
  activityIds: [],
  validity: 'role-based',
  source: 'test',
};
const earned = (completedOn: string, expiresOn?: string) => ({
  title: 'Administrator',
  completedOn,
  source: 'test',
  ...(expiresOn && { expiresOn }),
});

it.each([
  ['2023-11-20', '2024-05-19', 'ahead'],
  ['2023-11-20', '2024-05-20', 'open'],
  ['2023-11-20', '2024-11-20', 'open'],
  ['2023-11-20', '2024-11-21', 'over'],
])('earned on %s, on %s: %s', (completedOn, today, phase) => {
  expect(certificateRenewalOf(earned(completedOn), credential, today)).toEqual({
    opens: '2024-05-20',
    closes: '2024-11-20',
    extendsTo: '2025-11-20',
    phase,
    isComputed: true,
  });
});

it('goes by the expiry that the export prints', () => {
  expect(certificateRenewalOf(earned('2023-11-20', '2026-01-31'), credential, '2024-01-01')).toMatchObject({
    opens: '2025-07-31',
    closes: '2026-01-31',
    isComputed: false,
  });
});

it.each<[string, Partial<Credential>]>([
  ['does not lapse', { validity: 'unlimited' }],
  ['has retired', { retiredOn: '2023-12-31' }],
])('there is none of what %s', (_, parts) => {
  expect(certificateRenewalOf(earned('2023-11-20'), { ...credential, ...parts }, '2024-06-01')).toBeUndefined();
});

it.each([
  ['lapsed by computation last year', '2023-10-01', undefined, { on: '2024-10-01', until: '2025-10-01' }],
  ['lapsed by computation years ago', '2021-10-01', undefined, { on: '2022-10-01', until: '2025-10-01' }],
  ['in its span by computation', '2024-02-01', undefined, { on: '2024-11-28', until: '2026-02-01' }],
  ['not yet in its span', '2024-06-01', undefined, undefined],
  ['with a day from the file', '2022-10-01', '2023-10-01', undefined],
])('the renewal that no file shows, %s', (_, completedOn, expiresOn, expected) => {
  const achievement = { title: 'x', completedOn, source: 's', ...(expiresOn && { expiresOn }) };
  expect(unseenRenewalOf(achievement, credential, '2024-11-28')).toEqual(expected);
});

it.each([
  ['of GitHub', { validity: 'two-years' as const }],
  ['without an end', { validity: 'unlimited' as const }],
  ['retired before it could be renewed', { retiredOn: '2024-01-01' }],
])('no renewal is supposed of a certification %s', (_, parts) => {
  const achievement = { title: 'x', completedOn: '2023-10-01', source: 's' };
  expect(unseenRenewalOf(achievement, { ...credential, ...parts }, '2024-11-28')).toBeUndefined();
});

it.each([
  ['held and valid', '2024-11-20', true],
  ['lapsed since', '2024-11-21', false],
])('a certificate that is %s is renewed without an exam: %s', (_, today, isRenewed) => {
  const holder: Person = {
    id: 'p1',
    name: 'P',
    identifiers: noIdentifiers,
    achievements: [earned('2023-11-20')],
  };
  const renews = renewalsAmong(new Map([['p1', holder]]), [credential], today);

  expect(renews('p1', 'admin')).toBe(isRenewed);
  expect([renews('p1', 'other'), renews('p2', 'admin')]).toEqual([false, false]);
});
