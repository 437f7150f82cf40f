/** A role-based certificate can be renewed in the six months before it expires, and is extended by a year. */
import { certificateRenewalOf } from './certificate-renewal';
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
  });
});

it('goes by the expiry that the export prints', () => {
  expect(certificateRenewalOf(earned('2023-11-20', '2026-01-31'), credential, '2024-01-01')).toMatchObject({
    opens: '2025-07-31',
    closes: '2026-01-31',
  });
});

it.each<[string, Partial<Credential>]>([
  ['does not lapse', { validity: 'unlimited' }],
  ['has retired', { retiredOn: '2023-12-31' }],
])('there is none of what %s', (_, parts) => {
  expect(certificateRenewalOf(earned('2023-11-20'), { ...credential, ...parts }, '2024-06-01')).toBeUndefined();
});
