/** Access says which tenants may send to the bot and receive from it, and who the first admins are; both come from the settings. */

/** Who may speak to this bot, and who administers a tenant before the tenant says so itself. */
export interface Access {
  /** Tenant ids, or `any` in the local world. */
  readonly tenants: readonly string[] | 'any';
  /** Entra object ids, or the first person who speaks in the local world. */
  readonly firstAdmins: readonly string[] | 'first-speaker';
}

/** Whether the tenant may talk to this bot; nothing is read for anybody else, and nothing is sent there. */
export function mayTalk({ tenant }: { readonly tenant: string }, { access }: { readonly access: Access }): boolean {
  if (tenant === '') return false;
  return access.tenants === 'any' || access.tenants.some((allowed) => allowed.toLowerCase() === tenant.toLowerCase());
}
