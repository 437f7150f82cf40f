/** Reads the row of a partner. */
import { emptyPartner, type Partner } from '../../domain/partner/partner';
import type { ReadOnlyStore } from '../../domain/ports';
import { dateOf, type CalendarDate } from '../../domain/basics/date';
import { programmeInForce, type LoadedProgrammes } from '../../domain/programme/loaded-programmes';

/** What it takes to read a partner. */
export interface PartnerDeps {
  readonly store: Pick<ReadOnlyStore, 'partners'>;
  readonly programmes: LoadedProgrammes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The partner of a tenant, the empty one if the store has none. Throws {@link StoreUnavailable} as the store does. */
export async function readPartnerRow({ store, programmes, now }: PartnerDeps, tenant: string): Promise<Partner> {
  return (await store.partners.get(tenant, tenant))?.value ?? unknownPartner(tenant, programmes, dateOf(now()));
}

/** Returns a partner without a row: it follows the programme that is in force on the day. */
export function unknownPartner(tenant: string, programmes: LoadedProgrammes, today: CalendarDate): Partner {
  return emptyPartner(tenant, programmeInForce(programmes, today).id);
}
