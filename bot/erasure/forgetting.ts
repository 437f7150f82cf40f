/** Forgets a person: the mark first, then the entry in the audit trail, then every row of the person, the record last. */
import { identifiersTogether } from '../../domain/partner/people/identity';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { Store } from '../../domain/ports';
import type { AppServices } from '../context/app-services';
import { withdrawLinks } from '../onboarding/link-registry';
import { keepForgotten } from '../partner/forgotten';
import { writeFacts } from '../partner/standing-cache';
import { recordDeed } from '../store/audit-trail';
import { listValues } from '../store/row-list';
import { updateRow } from '../store/row-update';
import { erasePerson } from './erasing';
import { sharesSign } from './erasure';
import type { DataSubject } from '../partner/subject';

/** What forgetting needs. */
export type ForgettingDeps = Pick<AppServices, 'store' | 'programmes' | 'now'>;

/**
 * Forgets a person in a tenant, and returns the mark that stands for them from then on. What a crash has left is finished by asking
 * again: the record and the conversation go last. Throws {@link StoreUnavailable} as the store does.
 */
export async function forgetPerson(
  tenant: string,
  subject: DataSubject,
  {
    by,
    ...services
  }: ForgettingDeps & { /** The Entra object id of an admin; absent: the person. */ readonly by?: string },
): Promise<string> {
  const { store, now } = services;
  const mark = await keepForgotten(tenant, await signsToKeepOut(tenant, subject, store), services);
  const deed = { act: 'forgotten', about: 'forget', by: by ?? mark, whom: mark } as const;
  await recordDeed(tenant, deed, { store, now });
  const whole = await withLateRecords(tenant, subject, store);
  await writeFacts(services, tenant, (facts) => erasePerson(tenant, { ...whole, mark }, { ...store, ...facts }));
  await dropUnsureStanding(tenant, store);
  await withdrawLinks(tenant, whole.identifiers.mcpId, services);
  return mark;
}

/**
 * The person with the records that an import has made since they were looked up. One that is made after this was planned before the
 * mark was kept, and is removed by that import (`bot/imports/late-forgotten.ts`).
 */
async function withLateRecords(
  tenant: string,
  subject: DataSubject,
  store: Pick<Store, 'people'>,
): Promise<DataSubject> {
  const known = new Set(subject.people.map(({ id }) => id));
  const late = (await listValues(store.people, tenant)).filter((one) => !known.has(one.id) && sharesSign(one, subject));
  if (late.length === 0) return subject;
  const people = [...subject.people, ...late];
  const names = [...new Set([...subject.names, ...late.map(({ name }) => name).filter((name) => name !== '')])];
  return { ...subject, people, names, identifiers: identifiersTogether([...late, subject]) };
}

/** A standing that another write has marked is not believed and will be worked out again; until then it may name the person. */
async function dropUnsureStanding(tenant: string, { standings }: Pick<Store, 'standings'>): Promise<void> {
  await updateRow({ repository: standings, tenant, id: tenant, noun: 'standing' }, (kept) =>
    kept?.judged && kept.marks.length > 0 ? { tenant, marks: kept.marks } : kept,
  );
}

/** A private address or an account that somebody else is known by as well must not keep that person out. */
async function signsToKeepOut(
  tenant: string,
  { people, identifiers }: DataSubject,
  store: Pick<Store, 'people'>,
): Promise<DataSubject['identifiers']> {
  const ids = new Set(people.map(({ id }) => id));
  const isOther = (one: Person) => !ids.has(one.id) && !sharesSign(one, { identifiers });
  const others = (await listValues(store.people, tenant)).filter(isOther);
  const taken = new Set(others.flatMap((one) => Object.values(one.identifiers).flat()));
  const own = Object.entries(identifiers).map(([kind, signs]: [string, readonly string[]]) => [
    kind,
    signs.filter((sign) => !taken.has(sign)),
  ]);
  return { ...noIdentifiers, ...(Object.fromEntries(own) as DataSubject['identifiers']) };
}
