/** Begun plans: a plan that takes longer than Teams waits is finished and kept for a while, until the admin asks for it again. */
import type { PlannedImport } from './import-preview';
import type { ImportResult } from './import-result';

export type PlanOutcome = PlannedImport | Extract<ImportResult, { refused: unknown }>;

/** Plans that are kept at once; each holds some megabytes. */
const mostPlans = 5;
/** Milliseconds for which a finished plan is kept until an admin asks for it; after that it is planned again from the file. */
const planKeptFor = 120_000;

/** By tenant, file, order of dates and facts; kept in the memory of this process. */
const plans = new Map<string, Promise<PlanOutcome>>();

/** Returns the plan that was begun under this key, else begins one. A plan that failed is made anew the next time. */
export function planOnce(key: string, work: () => Promise<PlanOutcome>): Promise<PlanOutcome> {
  const begun = plans.get(key);
  if (begun) return begun;
  const plan = work();
  plans.set(key, plan);
  plan.then(
    () => setTimeout(() => forgetPlan(key, plan), planKeptFor).unref(),
    () => forgetPlan(key, plan),
  );
  const [oldest] = plans.keys();
  if (plans.size > mostPlans) plans.delete(oldest!);
  return plan;
}

/**
 * Forgets a plan that was shown, because facts may change before it is asked for again. A newer plan under the same key stays.
 */
export function forgetPlan(key: string, plan: Promise<PlanOutcome>): void {
  if (plans.get(key) === plan) plans.delete(key);
}
