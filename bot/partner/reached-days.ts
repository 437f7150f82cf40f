/** Stores the days on which a score reached its goal, because one such day of a qualification window is enough. */
import type { CalendarDate } from '../../domain/basics/date';
import type { Facts } from '../../domain/counting/facts';
import { withReachedDays } from '../../domain/membership/risk-forecast';
import type { Partner } from '../../domain/partner/partner';
import type { Programme } from '../../domain/programme/programme';
import { writeFacts, type StandingCacheDeps } from './standing-cache';

/** The facts from which the days are worked out. */
export interface ReachedDayFacts {
  readonly partner: Partner;
  readonly programme: Programme;
  readonly facts: Facts;
}

/**
 * Stores the days that are new in the row of the partner as it is kept at the moment of writing. If another write to the row
 * comes first, nothing is stored: the next update of the notices works the same days out again. Throws {@link StoreUnavailable}.
 */
export async function keepReachedDays(
  { partner, programme, facts }: ReachedDayFacts,
  today: CalendarDate,
  services: StandingCacheDeps,
): Promise<void> {
  const ground = { programme, facts, today };
  if (withReachedDays(partner, ground) === partner) return;
  const { tenant } = partner;
  const kept = await services.store.partners.get(tenant, tenant);
  const value = kept && withReachedDays(kept.value, ground);
  if (!kept || !value || value === kept.value) return;
  await writeFacts(services, tenant, ({ partners }) =>
    partners.write(tenant, [{ kind: 'replace', value, version: kept.version }]),
  );
}
