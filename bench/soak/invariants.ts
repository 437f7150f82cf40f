/** What must be true of the whole store after the soak, whatever went wrong and whoever was killed. */
import { judgeStanding } from '../../domain/membership/cached-standing';
import { policiesOf, emptyPartner } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import type { Store } from '../../domain/ports';
import { titleKey } from '../../domain/programme/credential';
import type { LoadedProgrammes } from '../../domain/programme/loaded-programmes';
import { loadPartnerFacts } from '../../bot/partner/partner-facts';
import { listValues } from '../../bot/store/row-list';
import type { Entry } from '../../infra/teams-server/journal';
import type { Company } from './company-day';

export interface Aftermath {
  readonly store: Store;
  readonly programmes: LoadedProgrammes;
  readonly entries: readonly Entry[];
  /** How often a row of the ledger said "sending" when its instance was killed. */
  readonly cutOff: ReadonlyMap<string, number>;
  /** Of the fast clock, in milliseconds since 1970. */
  readonly now: number;
}

type Check = (company: Company, after: Aftermath) => Promise<readonly string[]>;

/** Everything that is wrong, a line each; empty means that every invariant holds. */
export async function violationsOf(companies: readonly Company[], after: Aftermath): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const company of companies)
    for (const check of checks)
      wrong.push(...(await check(company, after)).map((line) => `${company.tenant}: ${line}`));
  return wrong;
}

/** Every row of a report that was accepted is there once, and each address belongs to one person. */
const rowsOnce: Check = async ({ tenant, accepted }, { store }) => {
  const people = await listValues(store.people, tenant);
  const counts = new Map<string, number>();
  const owners = new Map<string, number>();
  for (const { identifiers, achievements } of people)
    for (const address of identifiers.corpEmail) {
      owners.set(address, (owners.get(address) ?? 0) + 1);
      for (const { title, completedOn } of achievements) {
        const key = `${address} ${titleKey(title)} ${completedOn}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  const keyOf = (row: string) => {
    const [, address, title, on] = /^(\S+) (.*) (\S+)$/.exec(row)!;
    return `${address} ${titleKey(title!)} ${on}`;
  };
  return [
    ...[...accepted]
      .filter((row) => counts.get(keyOf(row)) !== 1)
      .map((row) => `${counts.get(keyOf(row)) ?? 0} times: ${row}`),
    ...[...owners].filter(([, times]) => times > 1).map(([address, times]) => `${times} people have ${address}`),
  ];
};

/** Every import and every correction is in the audit trail. */
const inTheTrail: Check = async ({ tenant }, { store }) => {
  const [imports, corrections, audit] = await Promise.all([
    listValues(store.imports, tenant),
    listValues(store.corrections, tenant),
    listValues(store.audit, tenant),
  ]);
  const entries = (...acts: readonly string[]) => audit.filter(({ act }) => acts.includes(act)).length;
  return [
    ...(entries('imported') < imports.length ? [`${imports.length} imports, ${entries('imported')} in the trail`] : []),
    ...(entries('corrected', 'overridden') < corrections.length
      ? [`${corrections.length} corrections, ${entries('corrected', 'overridden')} in the trail`]
      : []),
  ];
};

/** The standing that is kept is the one that follows from the facts. */
const standingHolds: Check = async ({ tenant }, { store, programmes, now }) => {
  const row = (await store.standings.get(tenant, tenant))?.value;
  if (!row?.judged) return ['no standing is kept'];
  const kept = (await store.partners.get(tenant, tenant))?.value;
  const partner = kept ?? emptyPartner(tenant, row.judged.partner.programme);
  const programme = programmes.get(partner.programme)!;
  const { newestImport, ...known } = await loadPartnerFacts(store, tenant);
  const { asOf } = row.judged;
  const fresh = judgeStanding({ programme, partner, known, asOf, release: '', newestImport });
  const parts = [
    'competencies',
    'risks',
    'heads',
    'achievements',
    'unnamedAchievements',
    'validUntil',
    'newestImport',
    'partner',
  ] as const;
  const stale = parts.filter((part) => canon(fresh[part]) !== canon(row.judged![part]));
  const isOld = asOf > partnerDayAt(now, policiesOf(partner, programme));
  return [
    ...stale.map((part) => `the kept standing has other ${part}`),
    ...(isOld ? ['a standing of a day to come'] : []),
  ];
};

/** JSON with sorted keys, because a row is read in the order of its schema. */
function canon(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
        : part,
    ) ?? ''
  );
}

/** Nothing points to what is not there. */
const noOrphans: Check = async ({ tenant }, { store }) => {
  const ids = async (rows: Promise<readonly { readonly id: string }[]>) => new Set((await rows).map(({ id }) => id));
  const [people, imports, notices] = await Promise.all([
    ids(listValues(store.people, tenant)),
    ids(listValues(store.imports, tenant)),
    listValues(store.notices, tenant).then((all) => new Set(all.map(({ key }) => key))),
  ]);
  const traces = await listValues(store.traces, tenant);
  const onboardings = await listValues(store.onboardings, tenant);
  const tasks = await listValues(store.tasks, tenant);
  const deliveries = await listValues(store.deliveries, tenant);
  return [
    ...traces.filter((one) => !imports.has(one.import)).map(({ id }) => `trace ${id} of no import`),
    ...onboardings.filter(({ person }) => !people.has(person)).map(({ person }) => `onboarding of no person ${person}`),
    ...tasks.filter(({ person }) => !people.has(person)).map(({ id }) => `task ${id} of no person`),
    ...deliveries
      .filter(({ notice }) => notice !== undefined && !notices.has(notice))
      .map(({ id }) => `delivery ${id} of no notice`),
  ];
};

/** The ledger adds up: nothing is still being sent, and what it says was sent did arrive. */
const ledgerAddsUp: Check = async ({ tenant }, { store, entries }) => {
  const arrived = new Set(entries.flatMap(({ delivered, activity }) => (delivered && activity ? [activity] : [])));
  const rows = await listValues(store.deliveries, tenant);
  return rows.flatMap(({ id, state }) => {
    if (state.is === 'sending') return [`${id} is still being sent`];
    return state.is === 'sent' && !arrived.has(state.activity) ? [`${id} was sent and never arrived`] : [];
  });
};

/** No one is told anything twice, but where a send was cut off or its answer was lost. */
const toldOnce: Check = async ({ tenant, people }, { store, entries, cutOff }) => {
  const rows = await listValues(store.deliveries, tenant);
  return rows.flatMap(({ id, recipient, notice, state }) => {
    const person = people.find(({ aadObjectId }) => aadObjectId.toLowerCase() === recipient);
    if (!person || notice === undefined || state.is === 'skipped') return [];
    const room = `a:${person.id.replace(/^29:/, '')}`;
    const told = entries.filter(
      ({ delivered, operation, conversation, body }) =>
        delivered && operation === 'say' && conversation === room && isAlertAbout(notice, body),
    );
    const unanswered = told.filter(({ status }) => status === undefined).length;
    const most = 1 + unanswered + (cutOff.get(`${tenant} ${id}`) ?? 0);
    return told.length > most ? [`${id} told ${told.length} times, at most ${most} are explained`] : [];
  });
};

/** A card that was sent unasked about a notice; an answer to a press is no alert. */
function isAlertAbout(notice: string, body: unknown): boolean {
  if ((body as { readonly replyToId?: string } | undefined)?.replyToId !== undefined) return false;
  return JSON.stringify(body ?? null).includes(`"alert":${JSON.stringify(notice)}`);
}

const checks: readonly Check[] = [rowsOnce, inTheTrail, standingHolds, noOrphans, ledgerAddsUp, toldOnce];
