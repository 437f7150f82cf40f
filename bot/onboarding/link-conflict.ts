/** Severing: what other organisations have recorded is written where it stops somebody from counting, and taken back with them. */
import type { NoticeFacts } from '../../domain/alerts/derive-notices';
import { newOnboarding, type Onboarding } from '../../domain/onboarding/onboarding';
import type { Person } from '../../domain/partner/person';
import { type Change, type Versioned, StoreUnavailable } from '../../domain/basics/repository';
import { applyLinksElsewhere, type LinksElsewhere, type LinkedPerson } from '../../domain/onboarding/link-severing';
import { writeFacts, type FactStore } from '../partner/standing-cache';
import type { AppServices } from '../context/app-services';

type Records = ReadonlyMap<string, LinksElsewhere>;

/** Writes what follows for each person, and tells whether that was anything. Throws as the store does. */
export async function applyLinkConflicts(
  known: NoticeFacts,
  records: Records,
  services: AppServices,
): Promise<boolean> {
  const { tenant } = known.partner;
  const { policies } = known.facts;
  const after = (way: LinkedPerson) =>
    applyLinksElsewhere(way, records.get(way.person.id)!, { policies, now: services.now() });
  const concerned = known.facts.people.filter((person) => {
    if (!records.has(person.id)) return false;
    const way = { person, onboarding: known.onboardings?.get(person.id) ?? newOnboarding(person.id) };
    return after(way) !== way;
  });
  if (concerned.length === 0) return false;
  await writeFacts(services, tenant, async ({ people }) => {
    for (const { id } of concerned) await settle(id, after, { tenant, people, services });
  });
  return true;
}

interface Desk {
  readonly tenant: string;
  readonly people: FactStore['people'];
  readonly services: AppServices;
}

/** As often as others can sensibly be in the way. */
const attempts = 5;

/**
 * The source of a fact is written before the fact, and outlives it: the step first where somebody is severed, last where that
 * is taken back. Whoever finds that somebody else was first looks again.
 */
async function settle(id: string, after: (way: LinkedPerson) => LinkedPerson, desk: Desk): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const person = await desk.people.get(desk.tenant, id);
    if (!person) return;
    const steps = await desk.services.store.onboardings.get(desk.tenant, id);
    const wanted = after({ person: person.value, onboarding: steps?.value ?? newOnboarding(id) });
    const keep = [() => keepSteps(wanted, steps, desk), () => keepPerson(wanted, person, desk)] as const;
    const [first, second] = wanted.person.linkedElsewhereOn === undefined ? [keep[1], keep[0]] : keep;
    if ((await first()) && (await second())) return;
  }
  throw new StoreUnavailable('what another organisation has recorded could not be kept: others were always faster');
}

async function keepSteps(
  { onboarding: value }: LinkedPerson,
  kept: Versioned<Onboarding> | undefined,
  { tenant, services }: Desk,
): Promise<boolean> {
  if (value === kept?.value || value.steps.length === 0) return true;
  const change: Change<Onboarding> = kept
    ? { kind: 'replace', value, version: kept.version }
    : { kind: 'create', value };
  return (await services.store.onboardings.write(tenant, [change])).length === 0;
}

async function keepPerson(
  { person: value }: LinkedPerson,
  kept: Versioned<Person>,
  { tenant, people }: Desk,
): Promise<boolean> {
  if (value === kept.value) return true;
  return (await people.write(tenant, [{ kind: 'replace', value, version: kept.version }])).length === 0;
}
