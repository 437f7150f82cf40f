/** An admin change makes a person an admin of the partner or takes that away; a partner is never left without an admin. */
import type { Partner } from './partner';

/** Why a person does not stop being an admin. */
export type AdminFault =
  | { readonly code: 'already-so' }
  /** The settings of the installation name this admin. */
  | { readonly code: 'admin-by-settings' }
  /** Without this admin the partner would have none. */
  | { readonly code: 'last-admin' };

/** The partner with this account (Entra object id) among its admins; the same partner where it is one already. */
export function withAdmin(partner: Partner, account: string): Partner {
  return hasAdmin(partner, account) ? partner : { ...partner, admins: [...partner.admins, account.toLowerCase()] };
}

/**
 * The partner without this account among its admins, or why not. `named` are the admins whom the settings name and who belong to
 * this organisation; they stay admins, and no row can change that.
 */
export function withoutAdmin(partner: Partner, account: string, named: readonly string[]): Partner | AdminFault {
  if (named.some((one) => isSameAccount(one, account))) return { code: 'admin-by-settings' };
  if (!hasAdmin(partner, account)) return { code: 'already-so' };
  const admins = partner.admins.filter((one) => !isSameAccount(one, account));
  return admins.length + named.length === 0 ? { code: 'last-admin' } : { ...partner, admins };
}

/** Whether the account is recorded as an admin. */
export function hasAdmin({ admins }: Pick<Partner, 'admins'>, account: string): boolean {
  return admins.some((one) => isSameAccount(one, account));
}

function isSameAccount(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
