/** Keeping the standing: it is marked before facts change and worked out again afterwards, so that a question reads one row. */
import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '../../domain/basics/date';
import {
  holdsOn,
  judgeStanding,
  liveMarks,
  markLapsesAfter,
  rulesOf,
  withMark,
  type JudgedStanding,
  type CachedStanding,
  type CachedStandingRow,
} from '../../domain/membership/cached-standing';
import { trendOf } from '../../domain/history/standing-difference';
import { withSnapshot } from '../../domain/history/standing-history';
import { standingSnapshotOf } from '../../domain/history/standing-snapshot';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import { type Versioned, type Repository, StoreUnavailable } from '../../domain/basics/repository';
import type { ReadOnlyStore, Store } from '../../domain/ports';
import { followedProgramme, type LoadedProgrammes } from '../../domain/programme/loaded-programmes';
import { keepSnapshot } from './history';
import { scheduleSweep } from './sweep-schedule';
import { loadPartnerFacts } from './partner-facts';
import { laurelVersion } from '../context/version';
import { readPartnerRow } from '../store/partner-row';
import { type RowAddress, updateRow, upsert } from '../store/row-update';

/** The facts of a partner: what may only be written inside {@link writeFacts}. */
export type FactStore = Pick<Store, 'partners' | 'people' | 'figures' | 'imports'>;

export interface StandingCacheDeps {
  readonly store: FactStore & Pick<Store, 'standings' | 'histories' | 'schedule'>;
  readonly programmes: LoadedProgrammes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What it takes to read the cached standing, and to keep it where it had to be worked out again. */
export interface StandingReadDeps {
  readonly store: Pick<ReadOnlyStore, 'partners' | 'people' | 'figures' | 'imports' | 'standings' | 'histories'>;
  readonly programmes: LoadedProgrammes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Reads the one row that a question needs at a moment (milliseconds since 1970): see {@link CachedStandingRow}. */
export async function readCachedStanding(
  deps: StandingReadDeps,
  tenant: string,
  moment: number,
): Promise<CachedStandingRow> {
  const row = await deps.store.standings.get(tenant, tenant);
  const { judged, marks = [] } = row?.value ?? {};
  const programme = judged && deps.programmes.get(judged.partner.programme);
  if (!programme || marks.length > 0) return { row };
  const day = partnerDayAt(moment, policiesOf(judged.partner, programme));
  return holdsOn(judged, day) && judged.rules === rulesOf(programme, release()) ? { row, judged } : { row };
}

/**
 * Works out the standing from all facts and stores it, unless another write to the facts is under way or has come since the
 * row was read. Throws {@link StoreUnavailable} if the facts cannot be read, but not if the standing cannot be stored.
 */
export async function recomputeStanding(
  deps: StandingReadDeps,
  { row }: CachedStandingRow,
  about: RecomputeInput,
): Promise<JudgedStanding> {
  const judged = await judgedFrom(deps, about);
  if (row && liveMarks(row.value, deps.now()).length > 0) return judged;
  await unlessUnavailable(write(deps, row, { tenant: about.partner.tenant, marks: [], judged }));
  return judged;
}

export interface RecomputeInput {
  /** As it was read after the row, or the empty one. */
  readonly partner: Partner;
  readonly day: CalendarDate;
}

/**
 * The only way to change facts: marks the standing, lets `act` write through the store that it is handed, then withdraws
 * the mark with a standing that knows of the change. A failure on the way leaves the mark, so that nothing that
 * was worked out before is believed; it lapses, for a request without an answer may still be heard. The partner is due at once,
 * so that what follows from the change is told.
 */
export async function writeFacts<T>(
  deps: StandingCacheDeps,
  tenant: string,
  act: (facts: FactStore) => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  await putMark(deps, tenant, token);
  // Scheduled before the change, in case the process crashes, and again after it, because a sweep may have run in between.
  await scheduleSweep(deps, tenant);
  const done = await act(renewing(deps, tenant, token));
  await unlessUnavailable(withdraw(deps, tenant, token));
  await unlessUnavailable(scheduleSweep(deps, tenant));
  return done;
}

/** The row of a partner, written as a fact is: each write marks the standing and works it out again. */
export function partnerRow(deps: StandingCacheDeps, tenant: string): RowAddress<Partner> {
  const { partners } = deps.store;
  const write: Repository<Partner>['write'] = (of, changes) =>
    writeFacts(deps, of, (facts) => facts.partners.write(of, changes));
  return { repository: { get: partners.get, write }, tenant, id: tenant, noun: 'partner' };
}

function standingRow({ store }: StandingCacheDeps, tenant: string): RowAddress<CachedStanding> {
  return { repository: store.standings, tenant, id: tenant, noun: 'standing' };
}

async function putMark(deps: StandingCacheDeps, tenant: string, token: string): Promise<void> {
  await updateRow(standingRow(deps, tenant), (kept) =>
    withMark(kept ?? { tenant, marks: [] }, { token, at: deps.now() }),
  );
}

/**
 * The last mark that is withdrawn leaves a standing worked out from facts that were read after the row: if another instance
 * marks it meanwhile the row has another version, and this write is made again. While others are at work it is left to them.
 */
async function withdraw(deps: StandingCacheDeps, tenant: string, token: string): Promise<void> {
  let judged: JudgedStanding | undefined;
  await updateRow(standingRow(deps, tenant), async (kept) => {
    judged = undefined;
    const others = (kept?.marks ?? []).filter((mark) => mark.token !== token);
    if (liveMarks({ marks: others }, deps.now()).length > 0) return { ...kept!, marks: others };
    judged = await judgedFrom(deps, await aboutNow(deps, tenant));
    return { tenant, marks: [], judged };
  });
  if (judged) await keepSnapshot(judged, deps);
}

/** The facts, with the mark renewed before a write whenever a good part of its time is over. */
function renewing(deps: StandingCacheDeps, tenant: string, token: string): FactStore {
  let at = deps.now();
  const renew = async () => {
    if (Math.abs(deps.now() - at) < markLapsesAfter / 5) return;
    at = deps.now();
    await putMark(deps, tenant, token);
  };
  const renewed = <V>(repository: Repository<V>): Repository<V> => ({
    ...repository,
    write: async (of, changes) => {
      await renew();
      return repository.write(of, changes);
    },
  });
  const { partners, people, figures, imports } = deps.store;
  return {
    partners: renewed(partners),
    people: renewed(people),
    figures: renewed(figures),
    imports: renewed(imports),
  };
}

/** Whether the row was still the one that was read, and is now this. */
async function write(
  { store }: StandingReadDeps,
  row: Versioned<CachedStanding> | undefined,
  value: CachedStanding,
): Promise<boolean> {
  return (await store.standings.write(value.tenant, [upsert(row, value)])).length === 0;
}

async function aboutNow(deps: StandingCacheDeps, tenant: string): Promise<RecomputeInput> {
  const partner = await readPartnerRow(deps, tenant);
  const policies = policiesOf(partner, followedProgramme(partner, deps.programmes));
  return { partner, day: partnerDayAt(deps.now(), policies) };
}

/** The standing with its trend. Throws {@link StoreUnavailable} if facts cannot be read. */
async function judgedFrom(deps: StandingReadDeps, { partner, day }: RecomputeInput): Promise<JudgedStanding> {
  const { store, programmes } = deps;
  const { tenant } = partner;
  const programme = followedProgramme(partner, programmes);
  const [{ newestImport, ...known }, row] = await Promise.all([
    loadPartnerFacts(store, tenant),
    store.histories.get(tenant, tenant),
  ]);
  const judged = judgeStanding({ programme, partner, known, newestImport, asOf: day, release: release() });
  const now = standingSnapshotOf(judged);
  const trend = trendOf(withSnapshot(row?.value ?? { tenant, steps: [] }, now), now);
  return { ...judged, ...(trend && { trend }) };
}

/** The mark and the facts say all there is to know; a standing that is not kept is worked out when it is asked for. */
async function unlessUnavailable(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}

let known: string | undefined;

function release(): string {
  return (known ??= laurelVersion());
}
