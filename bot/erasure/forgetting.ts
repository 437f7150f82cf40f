/** Forgets a person: the mark first, then the entry in the audit trail, then every row of the person, the record last. */
import { noIdentifiers } from '../../domain/partner/person';
import type { Store } from '../../domain/ports';
import type { AppServices } from '../context/app-services';
import { withdrawLinks } from '../onboarding/link-registry';
import { keepForgotten } from '../partner/forgotten';
import { writeFacts } from '../partner/standing-cache';
import { recordDeed } from '../store/audit-trail';
import { listAll } from '../store/row-list';
import { updateRow } from '../store/row-update';
import { erasePerson } from './erasing';
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
  await writeFacts(services, tenant, (facts) => erasePerson(tenant, { ...subject, mark }, { ...store, ...facts }));
  await dropUnsureStanding(tenant, store);
  await withdrawLinks(tenant, subject.identifiers.mcpId, services);
  return mark;
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
  const others = (await listAll(store.people, tenant)).filter(({ value }) => !ids.has(value.id));
  const taken = new Set(others.flatMap(({ value }) => Object.values(value.identifiers).flat()));
  const own = Object.entries(identifiers).map(([kind, signs]: [string, readonly string[]]) => [
    kind,
    signs.filter((sign) => !taken.has(sign)),
  ]);
  return { ...noIdentifiers, ...(Object.fromEntries(own) as DataSubject['identifiers']) };
}
