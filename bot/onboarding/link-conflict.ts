/**
 * Link conflicts: records that a person is linked to another organisation and no longer counts, and removes that if they take
 * it back.
 */
import type { NoticeFacts } from '../../domain/alerts/derive-notices';
import { newOnboarding, type Onboarding } from '../../domain/onboarding/onboarding';
import type { Person } from '../../domain/partner/person';
import type { Versioned } from '../../domain/basics/repository';
import { applyLinksElsewhere, type LinksElsewhere, type LinkedPerson } from '../../domain/onboarding/link-severing';
import { writeFacts, type FactStore } from '../partner/standing-cache';
import type { AppServices } from '../context/app-services';
import { retryOnConflict, upsert, writeInOrder } from '../store/row-update';

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

/**
 * Writes the onboarding step before the person where a link conflict is recorded, and after the person where it is taken
 * back, because the step is the source of the fact. If another write comes first, both rows are read again.
 */
async function settle(id: string, after: (way: LinkedPerson) => LinkedPerson, desk: Desk): Promise<void> {
  await retryOnConflict({ noun: 'link conflict of person', id }, async () => {
    const person = await desk.people.get(desk.tenant, id);
    if (!person) return true;
    const steps = await desk.services.store.onboardings.get(desk.tenant, id);
    const wanted = after({ person: person.value, onboarding: steps?.value ?? newOnboarding(id) });
    const stepFirst = [() => keepSteps(wanted, steps, desk), () => keepPerson(wanted, person, desk)];
    const isTakenBack = wanted.person.linkedElsewhereOn === undefined;
    return (await writeInOrder(isTakenBack ? stepFirst.reverse() : stepFirst)) || undefined;
  });
}

async function keepSteps(
  { onboarding: value }: LinkedPerson,
  kept: Versioned<Onboarding> | undefined,
  { tenant, services }: Desk,
): Promise<boolean> {
  if (value === kept?.value || value.steps.length === 0) return true;
  return (await services.store.onboardings.write(tenant, [upsert(kept, value)])).length === 0;
}

async function keepPerson(
  { person: value }: LinkedPerson,
  kept: Versioned<Person>,
  { tenant, people }: Desk,
): Promise<boolean> {
  if (value === kept.value) return true;
  return (await people.write(tenant, [upsert(kept, value)])).length === 0;
}
