/** Admins are recorded once, in upper or lower case of their id, and the last one stays. */
import { emptyPartner } from './partner';
import { withAdmin, withoutAdmin } from './admin-change';

const partner = { ...emptyPartner('t', 'competencies'), admins: ['AAD-1'] };

it('records an account once, in lower case', () => {
  const both = withAdmin(partner, 'AAD-2');

  expect(both.admins).toEqual(['AAD-1', 'aad-2']);
  expect(withAdmin(both, 'aad-1')).toBe(both);
});

it.each([
  [['aad-1', 'aad-2'], [], 'AAD-1', ['aad-2']],
  [['aad-1'], ['boss'], 'aad-1', []],
  [['aad-1'], [], 'aad-1', 'last-admin'],
  [['aad-1'], [], 'aad-2', 'already-so'],
  [['aad-1', 'aad-2'], ['aad-2'], 'AAD-2', 'admin-by-settings'],
] as const)('of %j with %j in the settings, %s is removed: %j', (admins, named, account, expected) => {
  const after = withoutAdmin({ ...partner, admins }, account, named);

  expect('code' in after ? after.code : after.admins).toEqual(expected);
});
