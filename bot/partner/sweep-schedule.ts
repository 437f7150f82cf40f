/**
 * The sweep schedule: a tenant is made due, claimed by one instance with the ETag of its row so that no two instances sweep it at
 * once, and released with the time of its next sweep.
 */
import {
  callBy,
  callSweep,
  claimSweep,
  claimLapsesAfter,
  isDue,
  releaseSweep,
  callDelivery,
  type SweepEntry,
  type SweepRelease,
} from '../../domain/alerts/sweep-entry';
import type { Versioned } from '../../domain/basics/repository';
import { everybody, type Store } from '../../domain/ports';
import { listAll } from '../store/row-list';
import { updateRow } from '../store/row-update';

export interface ScheduleDeps {
  readonly store: Pick<Store, 'schedule'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Makes the sweep of a tenant due now. Throws {@link StoreUnavailable} as the store does. */
export function scheduleSweep(deps: ScheduleDeps, tenant: string): Promise<void> {
  return change(deps, tenant, (before) => callSweep(before, tenant));
}

/** Makes the delivery of a tenant's cards due now, where something other than its facts has changed. */
export function scheduleDelivery(deps: ScheduleDeps, tenant: string): Promise<void> {
  return change(deps, tenant, (before) => callDelivery(before, tenant));
}

/** Makes the tenant due at a moment at the latest (milliseconds since 1970): something may have to be gone on with then. */
export function scheduleBy(deps: ScheduleDeps, tenant: string, at: number): Promise<void> {
  return change(deps, tenant, (before) => callBy(before, tenant, at));
}

/** Schedules partners that have no entry yet, because they are older than the schedule. */
export async function scheduleUnknownTenants(deps: ScheduleDeps, tenants: readonly string[]): Promise<void> {
  for (const tenant of tenants)
    if (!(await deps.store.schedule.get(everybody, tenant))) await scheduleSweep(deps, tenant);
}

/** What is due, the longest overdue first. */
export async function listDueEntries({ store, now }: ScheduleDeps): Promise<readonly Versioned<SweepEntry>[]> {
  const moment = now();
  const entries = await listAll(store.schedule, everybody, moment);
  return entries.filter(({ value }) => isDue(value, moment)).sort((one, other) => one.value.dueAt - other.value.dueAt);
}

/** Claims the entry and returns it; undefined if another instance claimed it first. */
export async function claimEntry(
  { store, now }: ScheduleDeps,
  { value, version }: Versioned<SweepEntry>,
  token: string,
): Promise<SweepEntry | undefined> {
  const mine = claimSweep(value, token, now());
  const conflicts = await store.schedule.write(everybody, [{ kind: 'replace', value: mine, version }]);
  return conflicts.length === 0 ? mine : undefined;
}

/** Renews our claim, as long as it is ours. */
export function renewClaim(deps: ScheduleDeps, { tenant, claim: held }: SweepEntry): Promise<void> {
  return change(deps, tenant, (entry) =>
    entry?.claim?.token === held?.token && held ? claimSweep(entry!, held.token, deps.now()) : undefined,
  );
}

/** How often a claim has to be renewed so that it does not lapse, in milliseconds. */
export const renewClaimEvery = claimLapsesAfter / 3;

/** Lets go of the entry, unless it is not ours any more. */
export function releaseClaim(deps: ScheduleDeps, letting: SweepRelease): Promise<void> {
  return change(deps, letting.begun.tenant, (entry) => entry && releaseSweep(entry, letting));
}

async function change(
  { store }: ScheduleDeps,
  tenant: string,
  to: (entry: SweepEntry | undefined) => SweepEntry | undefined,
): Promise<void> {
  await updateRow({ repository: store.schedule, tenant: everybody, id: tenant, noun: 'sweep entry' }, to);
}
