/** Reads the row of a partner. */
import { emptyPartner, type Partner } from '../../domain/partner/partner';
import type { ReadOnlyStore } from '../../domain/ports';
import { firstProgramme, type LoadedProgrammes } from '../../domain/programme/loaded-programmes';

/** What it takes to read a partner. */
export interface PartnerDeps {
  readonly store: Pick<ReadOnlyStore, 'partners'>;
  readonly programmes: LoadedProgrammes;
}

/** The partner of a tenant, the empty one if the store has none. Throws {@link StoreUnavailable} as the store does. */
export async function readPartnerRow({ store, programmes }: PartnerDeps, tenant: string): Promise<Partner> {
  return (await store.partners.get(tenant, tenant))?.value ?? unknownPartner(tenant, programmes);
}

/** Returns a partner without a row: it follows the first programme. */
export function unknownPartner(tenant: string, programmes: LoadedProgrammes): Partner {
  return emptyPartner(tenant, firstProgramme(programmes).id);
}
