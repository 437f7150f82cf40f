/**
 * Updates the stored notices of a partner: derives today's from the facts, compares them with the stored ones and writes the
 * difference.
 */
import { correctionOf } from '../../domain/partner/correction';
import type { Figure } from '../../domain/partner/figure';
import { addDays, type CalendarDate } from '../../domain/basics/date';
import { isActive, mergeNotices, reachedAssignees, wakeNotice, type KeptNotice } from '../../domain/alerts/kept-notice';
import { nextNoticeDay } from '../../domain/alerts/next-notice-day';
import { deriveNotices } from '../../domain/alerts/derive-notices';
import { taskNotices } from '../../domain/alerts/task-notices';
import { settleOpenTasks } from '../tasks/task-settlement';
import type { NoticeFacts } from '../../domain/alerts/notice-facts';
import { newOnboarding } from '../../domain/onboarding/onboarding';
import { nextOnboardingMoment, onboardingNotices } from '../../domain/alerts/onboarding-notices';
import { factsOf } from '../../domain/membership/cached-standing';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import { partnerDayAt } from '../../domain/partner/partner-day';
import type { Policies } from '../../domain/programme/policy';
import type { Store } from '../../domain/ports';
import type { Versioned } from '../../domain/basics/repository';
import { toldOnly, type LinksElsewhere } from '../../domain/onboarding/link-severing';
import { isTeamDay, namesManagers, teamNotices } from '../../domain/alerts/team-notices';
import { listAll, listValues } from '../store/row-list';
import { upsert } from '../store/row-update';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import { linksElsewhere, readLinkRows, registerLinks, type LinkRegistryDeps } from '../onboarding/link-registry';
import { keepReachedDays } from '../partner/reached-days';
import { keepSnapshot } from '../partner/history';
import { readCachedStanding, recomputeStanding } from '../partner/standing-cache';
import { loadPartnerFacts } from '../partner/partner-facts';
import { applyLinkConflicts, type LinkConflictDeps } from '../onboarding/link-conflict';
import { measure } from '../context/telemetry';

/** What updating notices needs: the facts with their standing, the notices, and the links of other organisations. */
export interface NoticeUpdateDeps extends LinkConflictDeps, LinkRegistryDeps {
  readonly store: LinkConflictDeps['store'] &
    LinkRegistryDeps['store'] &
    Pick<Store, 'notices' | 'tasks' | 'corrections' | 'conversations'>;
}

export interface NoticeUpdate {
  readonly notices: readonly KeptNotice[];
  readonly opened: number;
  readonly resolved: number;
  /** The last day before time alone can open or resolve a notice, unless facts change. */
  readonly until?: CalendarDate;
  /** The first moment within a day, in milliseconds since 1970, at which time alone can open or resolve a notice. */
  readonly before?: number;
}

/** Reopens the snoozed notices whose time is over and stores them; reads no facts. Throws {@link StoreUnavailable}. */
export async function wakeSnoozedNotices(partner: Partner, services: NoticeUpdateDeps): Promise<NoticeUpdate> {
  const { tenant } = partner;
  const kept = await listAll(services.store.notices, tenant);
  const values = kept.map(({ value }) => value);
  return written(
    tenant,
    { kept, changes: wakeNotice(values, services.now(), zoneOf(partner, services).timeZone) },
    services,
  );
}

function zoneOf(partner: Partner, { programmes }: NoticeUpdateDeps): Policies {
  return policiesOf(partner, followedProgramme(partner, programmes));
}

/**
 * Recomputes the standing if the cached one no longer holds, settles link conflicts and stores the notices of today. `decidedUntil`
 * is the last day for which that was done before. Throws {@link StoreUnavailable}.
 */
export async function updateNotices(
  partner: Partner,
  services: NoticeUpdateDeps,
  decidedUntil?: CalendarDate,
): Promise<NoticeUpdate> {
  const { tenant } = partner;
  const now = services.now();
  const { timeZone } = zoneOf(partner, services);
  const today = partnerDayAt(now, { timeZone });
  const held = await readCachedStanding(services, tenant, now);
  const judged = held.judged ?? (await recomputeStanding(services, held, { partner, day: today }));
  await keepSnapshot(judged, services);
  const { known, isMore } = await settleLinks(await loadNoticeFacts(partner, services), today, services);
  await keepReachedDays(known, today, services);
  const kept = await listAll(services.store.notices, tenant);
  const told = { ...known, tasks: await settleOpenTasks(known, today, services) };
  const values = kept.map(({ value }) => value);
  const reachable = isTeamDay(today, decidedUntil) ? await reachableIn(told, services) : new Set<string>();
  const wanted = [
    ...deriveNotices(known, today),
    ...onboardingNotices(known, now),
    ...taskNotices(told, today),
    ...teamNotices(told, { now, kept: values, reachable, decidedUntil }),
  ];
  const merged = mergeNotices(values, { wanted, now, timeZone });
  const changes = withReachedAssignees(merged, { kept: values, people: known.facts.people });
  const next = nextNoticeDay(told, today);
  const before = isMore ? now + againAfter : nextOnboardingMoment(known, now);
  const noticed = await written(tenant, { kept, changes }, services);
  return {
    ...noticed,
    ...(next !== undefined && { until: addDays(next, -1) }),
    ...(before !== undefined && { before }),
  };
}

/** With whom Laurel has a chat, where anybody has a manager to tell: Entra object ids in lower case. Throws as the store does. */
async function reachableIn(
  known: NoticeFacts,
  { store }: Pick<NoticeUpdateDeps, 'store'>,
): Promise<ReadonlySet<string>> {
  if (!namesManagers(known)) return new Set();
  const chats = await listValues(store.conversations, known.partner.tenant);
  return new Set(chats.filter(({ scope }) => scope === 'personal').map(({ id }) => id.toLowerCase()));
}

/** The changes, and with them every notice whose assignee has an account by now. */
function withReachedAssignees(
  changes: readonly KeptNotice[],
  { kept, people }: { readonly kept: readonly KeptNotice[]; readonly people: readonly Person[] },
): readonly KeptNotice[] {
  const changed = new Map([...kept, ...changes].map((notice) => [notice.key, notice]));
  const accounts = new Map(people.map(({ id, identifiers }) => [id, identifiers.aadUserId[0]?.toLowerCase()]));
  const reached = reachedAssignees([...changed.values()], (person) => accounts.get(person));
  const again = new Set(reached.map(({ key }) => key));
  return [...changes.filter(({ key }) => !again.has(key)), ...reached];
}

/** Milliseconds after which links that did not fit into this sweep are registered. */
const againAfter = 60_000;

/**
 * Registers the links of this partner for other organisations, and records the link conflicts that those have registered.
 * Returns the facts as they are afterwards. Throws {@link StoreUnavailable}.
 */
async function settleLinks(
  facts: NoticeFacts,
  today: CalendarDate,
  services: NoticeUpdateDeps,
): Promise<{ readonly known: NoticeFacts; readonly isMore: boolean }> {
  const { partner } = facts;
  const rows = await readLinkRows(partner.tenant, services);
  const { isChanged, isMore } = await registerLinks(facts, { rows, today }, services);
  const records = linksElsewhere(facts.facts.people, isChanged ? await readLinkRows(partner.tenant, services) : rows);
  const isSettled = await applyLinkConflicts(facts, records, services);
  const known = isSettled ? await loadNoticeFacts(partner, services) : facts;
  return { known: { ...known, elsewhere: newerLinksIn(known, records, services.now()) }, isMore };
}

/** The day of the newer link elsewhere for each person who is only told of it, by the id of the person. */
function newerLinksIn(
  { facts, onboardings }: NoticeFacts,
  links: ReadonlyMap<string, LinksElsewhere>,
  now: number,
): ReadonlyMap<string, CalendarDate> {
  return new Map(
    facts.people.flatMap((person) => {
      const records = links.get(person.id);
      const way = { person, onboarding: onboardings?.get(person.id) ?? newOnboarding(person.id) };
      const on = records && toldOnly(way, records, { policies: facts.policies, now });
      return on === undefined ? [] : [[person.id, on] as const];
    }),
  );
}

/** Reads the facts from which notices are derived. Throws {@link StoreUnavailable}. */
async function loadNoticeFacts(partner: Partner, { store, programmes, now }: NoticeUpdateDeps): Promise<NoticeFacts> {
  const programme = followedProgramme(partner, programmes);
  const policies = policiesOf(partner, programme);
  const { people, figures, newestImport } = await loadPartnerFacts(store, partner.tenant);
  const onboardings = await listAll(store.onboardings, partner.tenant);
  const figuresBy = await whoEnteredLast(figures, partner.tenant, store);
  if (newestImport) measure('laurel.standing.age', Math.max(0, now() - Date.parse(newestImport.importedAt)) / 1000);
  return {
    programme,
    partner,
    facts: factsOf(partner, { known: { people, figures }, programme }),
    onboardings: new Map(onboardings.map(({ value }) => [value.person, value])),
    ...(figuresBy !== undefined && { figuresBy }),
    ...(newestImport && { importedOn: partnerDayAt(Date.parse(newestImport.importedAt), policies) }),
  };
}

/** Who entered the newest figure by hand, or imported it; undefined where that is no longer known. */
async function whoEnteredLast(
  figures: readonly Figure[],
  tenant: string,
  { corrections, imports }: Pick<NoticeUpdateDeps['store'], 'corrections' | 'imports'>,
): Promise<string | undefined> {
  const newest = [...figures].sort((one, other) => (one.asOf < other.asOf ? -1 : 1)).at(-1);
  if (!newest) return undefined;
  const correction = correctionOf(newest);
  const by =
    correction === undefined
      ? (await imports.get(tenant, newest.source))?.value.importedBy
      : (await corrections.get(tenant, correction))?.value.by;
  return by?.toLowerCase();
}

interface Writing {
  readonly kept: readonly Versioned<KeptNotice>[];
  readonly changes: readonly KeptNotice[];
}

/** If another write to a notice comes first, that notice stays as it is stored, and the next update compares it again. */
async function written(tenant: string, { kept, changes }: Writing, { store }: NoticeUpdateDeps): Promise<NoticeUpdate> {
  const rows = new Map(kept.map((row) => [row.value.key, row]));
  const wanted = changes.map((value) => upsert(rows.get(value.key), value));
  const conflicts = new Set((await store.notices.write(tenant, wanted)).map(({ id }) => id));
  const made = changes.filter(({ key }) => !conflicts.has(key));
  const before = new Map(kept.map(({ value }) => [value.key, value]));
  const wasActive = ({ key }: KeptNotice) => before.has(key) && isActive(before.get(key)!);
  return {
    notices: [...new Map([...before, ...made.map((one) => [one.key, one] as const)]).values()],
    opened: made.filter((one) => isActive(one) && !wasActive(one)).length,
    resolved: made.filter((one) => !isActive(one)).length,
  };
}
