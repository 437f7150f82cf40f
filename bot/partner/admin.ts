/** Admins may see names and change things; who they are is kept with the partner, at first named in the settings. */
import { dateOf } from '../../domain/basics/date';
import { emptyPartner, type Partner } from '../../domain/partner/partner';
import type { Versioned } from '../../domain/basics/repository';
import type { TurnRequest } from '../context/turn-request';
import { writeFacts, readCachedStanding, type CachedStandingRow } from './standing-cache';
import type { AppServices } from '../context/app-services';

/**
 * The partner of the tenant that asks, after the first person to speak has become its admin where the settings say so.
 * One that nothing is known of yet is an empty one and is not written for being asked about.
 */
export function loadPartner(request: TurnRequest, services: AppServices): Promise<Partner> {
  const known = seen.get(request) ?? load(request, services);
  seen.set(request, known);
  return known;
}

/** An ask lives for one turn, in which the partner is read once. */
const seen = new WeakMap<TurnRequest, Promise<Partner>>();

/** The kept standing for the question that is asked; where it holds it also says who the partner is. Read once a turn. */
export function cachedStandingFor(request: TurnRequest, services: AppServices): Promise<CachedStandingRow> {
  const known = held.get(request) ?? readCachedStanding(services, request.tenant, dateOf(request.now));
  held.set(request, known);
  return known;
}

const held = new WeakMap<TurnRequest, Promise<CachedStandingRow>>();

async function load(request: TurnRequest, services: AppServices): Promise<Partner> {
  const { judged } = await cachedStandingFor(request, services);
  return judged && !becomesAdmin(judged.partner, request, services) ? judged.partner : loadKept(request, services);
}

async function loadKept(request: TurnRequest, services: AppServices): Promise<Partner> {
  const kept = await services.store.partners.get(request.tenant, request.tenant);
  const partner = kept?.value ?? unknownPartner(request, services);
  return becomesAdmin(partner, request, services) ? claimAdmin(request, kept, services) : partner;
}

/** The partner as it is kept, for turns in which nobody speaks. */
export async function getPartner(request: TurnRequest, services: AppServices): Promise<Partner> {
  return (
    (await services.store.partners.get(request.tenant, request.tenant))?.value ?? unknownPartner(request, services)
  );
}

/** Whether the asker administers the partner. */
export function isAdmin(partner: Partner, { user }: TurnRequest, { access }: AppServices): boolean {
  const named = access.firstAdmins === 'first-speaker' ? [] : access.firstAdmins;
  const id = user.aadObjectId.toLowerCase();
  return id !== '' && [...partner.admins, ...named].some((admin) => admin.toLowerCase() === id);
}

/** Whether the asker becomes the admin by speaking. */
export function becomesAdmin({ admins }: Partner, { user }: TurnRequest, { access }: AppServices): boolean {
  return access.firstAdmins === 'first-speaker' && user.aadObjectId !== '' && admins.length === 0;
}

/** What is known of a partner of which nothing is kept. */
function unknownPartner({ tenant }: TurnRequest, { programmes }: AppServices): Partner {
  const [first] = programmes.keys() as Iterable<string>;
  return emptyPartner(tenant, first ?? '');
}

/** Of two who speak at once one is first: the other finds a row of another version and looks again. */
async function claimAdmin(
  request: TurnRequest,
  kept: Versioned<Partner> | undefined,
  services: AppServices,
): Promise<Partner> {
  const value = { ...(kept?.value ?? unknownPartner(request, services)), admins: [request.user.aadObjectId] };
  const change = kept ? { kind: 'replace' as const, value, version: kept.version } : { kind: 'create' as const, value };
  const conflicts = await writeFacts(services, request.tenant, (facts) =>
    facts.partners.write(request.tenant, [change]),
  );
  if (conflicts.length > 0) return loadKept(request, services);
  services.log.info({ tenant: request.tenant }, 'The first person to speak is now the admin.');
  return value;
}
