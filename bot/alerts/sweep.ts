/** A sweep does everything that is due, once: any number of them may run at the same time, here or elsewhere. */
import { randomUUID } from 'node:crypto';
import type { SweepEntry } from '../../domain/alerts/sweep-entry';
import type { Versioned } from '../../domain/basics/repository';
import { claimEntry, listDueEntries, releaseClaim, renewClaim, renewClaimEvery } from '../partner/sweep-schedule';
import { processDueTenant, type ProcessedTenant, type SweepCounts } from './due-tenant';
import { forEachConcurrent } from '../delivery/bounded-concurrency';
import { countMetric, measure, traced } from '../context/telemetry';
import type { AppServices } from '../context/app-services';

export interface SweepResult extends SweepCounts {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** How many partners were processed. */
  readonly partners: number;
}

/** A partner for whom something went wrong is tried again after so many milliseconds. */
const againAfter = 60_000;

/** So many partners are processed at once, so that one with ten thousand recipients delays few others. */
const mostAtOnce = 4;

/**
 * Processes every partner that is due. An error for one partner does not stop the others; the first error is thrown at the
 * end.
 */
export async function sweep(services: AppServices): Promise<SweepResult> {
  const began = performance.now();
  let outcome = 'failed';
  try {
    const due = await listDueEntries(services);
    // Most sweeps find nothing due, several times a minute; they are counted and leave no span.
    const work = () => attendTo(due, services);
    const result = due.length === 0 ? await work() : await traced('laurel.sweep', { 'laurel.due': due.length }, work);
    outcome = 'done';
    return result;
  } finally {
    countMetric('laurel.sweeps', { outcome });
    measure('laurel.sweep.duration', performance.now() - began, { outcome });
  }
}

async function attendTo(due: readonly Versioned<SweepEntry>[], services: AppServices): Promise<SweepResult> {
  const done: ProcessedTenant[] = [];
  const failures: unknown[] = [];
  await forEachConcurrent(due, mostAtOnce, async (entry) => {
    const mine = await claimEntry(services, entry, randomUUID());
    if (!mine) return;
    try {
      done.push(await attended(mine, services));
    } catch (error) {
      services.log.error({ tenant: mine.tenant, error }, 'Could not process a partner.');
      failures.push(error);
    }
  });
  if (failures.length > 0) throw failures[0];
  return { now: new Date(services.now()).toISOString(), partners: done.length, ...summed(done) };
}

/** After an error the claim is released and the partner is tried again later; if the process is killed, the claim expires. */
async function attended(mine: SweepEntry, services: AppServices): Promise<ProcessedTenant> {
  const staying = setInterval(() => void renewClaim(services, mine).catch(() => undefined), renewClaimEvery);
  staying.unref();
  try {
    const outcome = await processDueTenant(mine, services);
    const { noticed, next } = outcome;
    await releaseClaim(services, { begun: mine, ...(noticed && { noticed }), next });
    return outcome;
  } catch (error) {
    const { noticed } = mine;
    await releaseClaim(services, { begun: mine, ...(noticed && { noticed }), next: services.now() + againAfter }).catch(
      () => undefined,
    );
    throw error;
  } finally {
    clearInterval(staying);
  }
}

function summed(done: readonly ProcessedTenant[]): SweepCounts {
  const sum = (of: (one: ProcessedTenant) => number) => done.reduce((total, one) => total + of(one), 0);
  return {
    notices: { opened: sum((one) => one.notices.opened), resolved: sum((one) => one.notices.resolved) },
    deliveries: {
      planned: sum((one) => one.deliveries.planned),
      sent: sum((one) => one.deliveries.sent),
      failed: sum((one) => one.deliveries.failed),
      skipped: sum((one) => one.deliveries.skipped),
    },
  };
}
