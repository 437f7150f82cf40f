/** Admins may see names and change things; who they are is kept with the partner, at first named in the settings. */
import { dateOf } from '../../domain/basics/date';
import { emptyPartner, type Partner } from '../../domain/partner/partner';
import type { Kept } from '../../domain/basics/repository';
import type { Ask } from '../context/turn-request';
import { changing, heldOn, type Held } from './standing-cache';
import type { World } from '../context/app-services';

/**
 * The partner of the tenant that asks, after the first person to speak has become its admin where the settings say so.
 * One that nothing is known of yet is an empty one and is not written for being asked about.
 */
export function partnerOf(ask: Ask, world: World): Promise<Partner> {
  const known = seen.get(ask) ?? load(ask, world);
  seen.set(ask, known);
  return known;
}

/** An ask lives for one turn, in which the partner is read once. */
const seen = new WeakMap<Ask, Promise<Partner>>();

/** The kept standing for the question that is asked; where it holds it also says who the partner is. Read once a turn. */
export function heldFor(ask: Ask, world: World): Promise<Held> {
  const known = held.get(ask) ?? heldOn(world, ask.tenant, dateOf(ask.now));
  held.set(ask, known);
  return known;
}

const held = new WeakMap<Ask, Promise<Held>>();

async function load(ask: Ask, world: World): Promise<Partner> {
  const { judged } = await heldFor(ask, world);
  return judged && !becomesAdmin(judged.partner, ask, world) ? judged.partner : loadKept(ask, world);
}

async function loadKept(ask: Ask, world: World): Promise<Partner> {
  const kept = await world.store.partners.get(ask.tenant, ask.tenant);
  const partner = kept?.value ?? unknownPartner(ask, world);
  return becomesAdmin(partner, ask, world) ? claimAdmin(ask, kept, world) : partner;
}

/** The partner as it is kept, for turns in which nobody speaks. */
export async function keptPartner(ask: Ask, world: World): Promise<Partner> {
  return (await world.store.partners.get(ask.tenant, ask.tenant))?.value ?? unknownPartner(ask, world);
}

/** Whether the asker administers the partner. */
export function isAdmin(partner: Partner, { user }: Ask, { access }: World): boolean {
  const named = access.firstAdmins === 'first-speaker' ? [] : access.firstAdmins;
  const id = user.aadObjectId.toLowerCase();
  return id !== '' && [...partner.admins, ...named].some((admin) => admin.toLowerCase() === id);
}

/** Whether the asker becomes the admin by speaking. */
export function becomesAdmin({ admins }: Partner, { user }: Ask, { access }: World): boolean {
  return access.firstAdmins === 'first-speaker' && user.aadObjectId !== '' && admins.length === 0;
}

/** What is known of a partner of which nothing is kept. */
function unknownPartner({ tenant }: Ask, { programmes }: World): Partner {
  const [first] = programmes.keys() as Iterable<string>;
  return emptyPartner(tenant, first ?? '');
}

/** Of two who speak at once one is first: the other finds a row of another version and looks again. */
async function claimAdmin(ask: Ask, kept: Kept<Partner> | undefined, world: World): Promise<Partner> {
  const value = { ...(kept?.value ?? unknownPartner(ask, world)), admins: [ask.user.aadObjectId] };
  const change = kept ? { kind: 'replace' as const, value, version: kept.version } : { kind: 'create' as const, value };
  const conflicts = await changing(world, ask.tenant, (facts) => facts.partners.write(ask.tenant, [change]));
  if (conflicts.length > 0) return loadKept(ask, world);
  world.log.info({ tenant: ask.tenant }, 'The first person to speak is now the admin.');
  return value;
}
