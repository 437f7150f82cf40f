/** Reads the own data of a person from the store. */
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { OwnData } from '../../domain/partner/own-data';
import type { ReadOnlyStore } from '../../domain/ports';
import { listValues } from '../store/row-list';
import type { DataSubject } from './subject';

/** The nouns in which a person may occur. */
export type OwnDataStore = Pick<
  ReadOnlyStore,
  | 'people'
  | 'onboardings'
  | 'tasks'
  | 'corrections'
  | 'conversations'
  | 'alertSettings'
  | 'notices'
  | 'deliveries'
  | 'audit'
  | 'imports'
  | 'partners'
>;

/** Reads everything that is kept about a person. Throws {@link StoreUnavailable} as the store does. */
export async function loadOwnData(tenant: string, subject: DataSubject, store: OwnDataStore): Promise<OwnData> {
  const isAccount = (id: string | undefined) => id !== undefined && subject.accounts.includes(id.toLowerCase());
  const isRecord = (id: string) => subject.people.some((person) => person.id === id);
  const onboarding = (await listValues(store.onboardings, tenant)).filter(({ person }) => isRecord(person));
  const corrections = (await listValues(store.corrections, tenant)).filter(
    ({ change }) => 'person' in change && isRecord(change.person),
  );
  const chats = await listValues(store.conversations, tenant);
  const notices = await listValues(store.notices, tenant);
  const partner = (await store.partners.get(tenant, tenant))?.value;
  return {
    records: subject.people,
    achievements: subject.people.reduce((sum, { achievements }) => sum + achievements.length, 0),
    onboarding: onboarding.flatMap(({ steps }) => steps.map(({ by, ...step }) => ({ ...step, by: by.kind }))),
    tasks: (await listValues(store.tasks, tenant))
      .filter(({ person }) => isRecord(person))
      .map(({ credential, goal, askedAt, due, opening, state }) => ({
        credential,
        goal,
        askedAt,
        due,
        opening,
        state,
      })),
    corrections: corrections.map(({ id, at, change, undoneAt }) => ({ id, at, change, undoneAt })),
    chats: chats.filter(({ scope, id }) => scope === 'personal' && isAccount(id)),
    alertSettings: (await listValues(store.alertSettings, tenant)).filter(({ person }) => isAccount(person)),
    alerts: notices.flatMap((notice) => ownAlert(notice, isRecord)),
    deliveries: (await listValues(store.deliveries, tenant)).filter(({ recipient }) => isAccount(recipient)),
    audit: (await listValues(store.audit, tenant))
      .filter(({ by, whom }) => isAccount(by) || isAccount(whom))
      .map(({ at, act, about, by }) => ({ at, act, about, wasYou: isAccount(by) })),
    imports: (await listValues(store.imports, tenant)).filter(({ importedBy }) => isAccount(importedBy)),
    isAdmin: partner?.admins.some((id) => isAccount(id)) === true,
  };
}

/** An alert about the person. Of what a manager is told of several people, each has their own part, and the manager the numbers. */
function ownAlert(
  { key, reason, openedAt, audience }: KeptNotice,
  isRecord: (id: string) => boolean,
): readonly object[] {
  const isFor = audience !== 'admins' && isRecord(audience.person);
  if (reason.rule !== 'team')
    return ('person' in reason ? isRecord(reason.person) : isFor) ? [{ key, reason, openedAt }] : [];
  const { matters, ...numbers } = reason;
  const own = matters.filter(({ person }) => isRecord(person));
  return [
    ...(isFor ? [{ key, reason: numbers, openedAt }] : []),
    ...(own.length > 0 ? [{ reason: { rule: reason.rule, week: reason.week, matters: own }, openedAt }] : []),
  ];
}
