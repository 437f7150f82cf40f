/**
 * Link conflicts: records that a person is linked to another organisation and no longer counts, and removes that if they take
 * it back.
 */
import type { NoticeFacts } from '../../domain/alerts/notice-facts';
import { newOnboarding, type Onboarding } from '../../domain/onboarding/onboarding';
import type { Person } from '../../domain/partner/people/person';
import type { Versioned } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import { applyLinksElsewhere, type LinksElsewhere, type LinkedPerson } from '../../domain/onboarding/link-severing';
import { writeFacts, type FactStore, type StandingCacheDeps } from '../partner/standing-cache';
import { retryOnConflict, upsert, writeInOrder } from '../store/row-update';

/** What recording a link conflict needs: the facts with their standing, and the onboarding steps. */
export interface LinkConflictDeps extends StandingCacheDeps {
  readonly store: StandingCacheDeps['store'] & Pick<Store, 'onboardings'>;
}

type Records = ReadonlyMap<string, LinksElsewhere>;

/** Writes what follows for each person, and tells whether that was anything. Throws as the store does. */
export async function applyLinkConflicts(
  known: NoticeFacts,
  records: Records,
  services: LinkConflictDeps,
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

interface ConflictStore {
  readonly tenant: string;
  readonly people: FactStore['people'];
  readonly services: LinkConflictDeps;
}

/**
 * Writes the onboarding step before the person where a link conflict is recorded, and after the person where it is taken
 * back, because the step is the source of the fact. If another write comes first, both rows are read again.
 */
async function settle(id: string, after: (way: LinkedPerson) => LinkedPerson, at: ConflictStore): Promise<void> {
  await retryOnConflict({ noun: 'link conflict of person', id }, async () => {
    const person = await at.people.get(at.tenant, id);
    if (!person) return true;
    const steps = await at.services.store.onboardings.get(at.tenant, id);
    const wanted = after({ person: person.value, onboarding: steps?.value ?? newOnboarding(id) });
    const stepFirst = [() => keepSteps(wanted, steps, at), () => keepPerson(wanted, person, at)];
    const isTakenBack = wanted.person.linkedElsewhereOn === undefined;
    return (await writeInOrder(isTakenBack ? stepFirst.reverse() : stepFirst)) || undefined;
  });
}

async function keepSteps(
  { onboarding: value }: LinkedPerson,
  kept: Versioned<Onboarding> | undefined,
  { tenant, services }: ConflictStore,
): Promise<boolean> {
  if (value === kept?.value || value.steps.length === 0) return true;
  return (await services.store.onboardings.write(tenant, [upsert(kept, value)])).length === 0;
}

async function keepPerson(
  { person: value }: LinkedPerson,
  kept: Versioned<Person>,
  { tenant, people }: ConflictStore,
): Promise<boolean> {
  if (value === kept.value) return true;
  return (await people.write(tenant, [upsert(kept, value)])).length === 0;
}
