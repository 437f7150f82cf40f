/** A sweep does everything that is due, once: any number of them may run at the same time, here or elsewhere. */
import { randomUUID } from 'node:crypto';
import type { AgendaEntry } from '../../domain/alerts/sweep-entry';
import { claim, dueNow, release, stay, stayEvery } from '../partner/sweep-schedule';
import { attend, type Attended, type Counts } from './due-tenant';
import { someAtATime } from '../delivery/bounded-concurrency';
import type { World } from '../context/app-services';

export interface Swept extends Counts {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** How many were attended to. */
  readonly partners: number;
}

/** A partner for whom something went wrong is tried again after so many milliseconds. */
const againAfter = 60_000;

/** So many partners are attended to side by side: one with ten thousand recipients keeps few others waiting. */
const mostAtOnce = 4;

/** Attends to every partner that is due. What goes wrong for one keeps no other waiting; the first of it is thrown at the end. */
export async function sweep(world: World): Promise<Swept> {
  const done: Attended[] = [];
  const failures: unknown[] = [];
  await someAtATime(await dueNow(world), mostAtOnce, async (entry) => {
    const mine = await claim(world, entry, randomUUID());
    if (!mine) return;
    try {
      done.push(await attended(mine, world));
    } catch (error) {
      world.log.error({ tenant: mine.tenant, error }, 'A partner could not be attended to.');
      failures.push(error);
    }
  });
  if (failures.length > 0) throw failures[0];
  return { now: new Date(world.now()).toISOString(), partners: done.length, ...summed(done) };
}

/** Whoever comes to grief lets go for a while; whoever is killed does not, and the claim lapses. */
async function attended(mine: AgendaEntry, world: World): Promise<Attended> {
  const staying = setInterval(() => void stay(world, mine).catch(() => undefined), stayEvery);
  staying.unref();
  try {
    const outcome = await attend(mine, world);
    const { noticed, next } = outcome;
    await release(world, { begun: mine, ...(noticed && { noticed }), next });
    return outcome;
  } catch (error) {
    const { noticed } = mine;
    await release(world, { begun: mine, ...(noticed && { noticed }), next: world.now() + againAfter }).catch(
      () => undefined,
    );
    throw error;
  } finally {
    clearInterval(staying);
  }
}

function summed(done: readonly Attended[]): Counts {
  const sum = (of: (one: Attended) => number) => done.reduce((total, one) => total + of(one), 0);
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
