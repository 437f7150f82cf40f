/** Associating: links that an organisation records are noted by the hash of the account, and former organisations are told. */
import { createHash } from 'node:crypto';
import { formerHolders, heldBy, type Association } from '../domain/association';
import { addDays, type CalendarDate } from '../domain/date';
import { newsDays, type Known } from '../domain/noticing';
import type { Person } from '../domain/person';
import { everybody, type Kept, type Repository } from '../domain/ports';
import { makeDue } from './agenda';
import { all } from './circle';
import type { World } from './world';

/**
 * Notes the new links of an organisation, and gives the days on which others have recorded newer ones, by the id of the
 * person. What is noted for another organisation names neither this one nor the person.
 */
export async function associate(
  { partner: { tenant }, facts }: Known,
  today: CalendarDate,
  world: World,
): Promise<ReadonlyMap<string, CalendarDate>> {
  const since = addDays(today, -newsDays.linkedElsewhere);
  for (const person of facts.people)
    if (person.linkedOn !== undefined && person.linkedOn > since && person.linkedOn <= today && isHere(person))
      for (const account of accountsOf(person)) await note(account, { tenant, on: person.linkedOn }, world);
  const told = new Map(
    (await all(world.store.associations, tenant)).flatMap(({ value }) =>
      value.holders.map(({ on }) => [value.account, on] as const),
    ),
  );
  return told.size === 0 ? new Map() : new Map(facts.people.flatMap((person) => toldOf(person, told)));
}

function isHere({ leftOn, linkedElsewhereOn }: Person): boolean {
  return leftOn === undefined && linkedElsewhereOn === undefined;
}

function accountsOf({ identifiers }: Person): readonly string[] {
  return identifiers.mcpId.map((id) => createHash('sha256').update(id).digest('hex'));
}

function toldOf(person: Person, told: ReadonlyMap<string, CalendarDate>): readonly (readonly [string, CalendarDate])[] {
  if (!isHere(person)) return [];
  const days = accountsOf(person).flatMap((account) => told.get(account) ?? []);
  const newer = days.filter((on) => person.linkedOn === undefined || on > person.linkedOn).sort();
  return newer.slice(-1).map((on) => [person.id, on] as const);
}

async function note(account: string, holder: Association['holders'][number], world: World): Promise<void> {
  const kept = await world.store.associations.get(everybody, account);
  const before = kept?.value ?? { account, holders: [] };
  const after = heldBy(before, holder);
  if (after !== before) await put(world.store.associations, { tenant: everybody, kept }, after);
  const on = after.holders
    .map((one) => one.on)
    .sort()
    .at(-1)!;
  for (const { tenant } of formerHolders(after)) await tell(tenant, { account, on }, world);
}

/** A former organisation is told of the day alone. */
async function tell(
  tenant: string,
  { account, on }: { readonly account: string; readonly on: CalendarDate },
  world: World,
): Promise<void> {
  const kept = await world.store.associations.get(tenant, account);
  const before = kept?.value ?? { account, holders: [] };
  const after = heldBy(before, { tenant: everybody, on });
  if (after === before) return;
  await put(world.store.associations, { tenant, kept }, after);
  await makeDue(world, tenant);
}

/** Who finds that somebody else was first leaves it to the next sweep. */
async function put(
  associations: Repository<Association>,
  { tenant, kept }: { readonly tenant: string; readonly kept: Kept<Association> | undefined },
  value: Association,
): Promise<void> {
  await associations.write(tenant, [
    kept ? { kind: 'replace', value, version: kept.version } : { kind: 'create', value },
  ]);
}
