/** What a turn reads of the partner before anything else, each from the store at most once a turn. */
import type { CachedStandingRow } from '../../domain/membership/cached-standing';
import type { Partner } from '../../domain/partner/partner';
import type { PartnerReads, TurnRequest } from '../context/turn-request';
import type { HeldReads } from '../context/turn-memory';
import { readPartnerRow } from '../store/partner-row';
import { readCachedStanding, type StandingReadDeps } from './standing-cache';

/**
 * The request for the rest of its turn, which reads what is held in memory where there is such. A command that changes facts
 * answers from what it wrote, not from a second read.
 */
export function withPartnerReads(
  request: TurnRequest,
  { held, ...deps }: StandingReadDeps & { readonly held?: HeldReads | undefined },
): TurnRequest {
  const { store } = deps;
  const standings = held && { ...store.standings, get: held.standings.get.bind(held.standings) };
  const reading = standings ? { ...deps, store: { ...store, standings } } : deps;
  return { ...request, partnerReads: partnerReads(request, reading) };
}

function partnerReads({ tenant, now }: TurnRequest, deps: StandingReadDeps): PartnerReads {
  let standing: Promise<CachedStandingRow> | undefined;
  let partner: Promise<Partner> | undefined;
  const cachedStanding = () => (standing ??= readCachedStanding(deps, tenant, now));
  const load = async () => (await cachedStanding()).judged?.partner ?? readPartnerRow(deps, tenant);
  return { cachedStanding, partner: () => (partner ??= load()) };
}

/** The cached standing for the day of the question. Throws {@link StoreUnavailable} as the store does. */
export function cachedStandingFor(request: TurnRequest, deps: StandingReadDeps): Promise<CachedStandingRow> {
  return (request.partnerReads ?? partnerReads(request, deps)).cachedStanding();
}

/**
 * The partner of the tenant that asks, the empty one if the store has none: from the cached standing where that holds, else
 * from its own row. Writes nothing. Throws {@link StoreUnavailable} as the store does.
 */
export function loadPartner(request: TurnRequest, deps: StandingReadDeps): Promise<Partner> {
  return (request.partnerReads ?? partnerReads(request, deps)).partner();
}
