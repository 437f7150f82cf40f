/** Begun plans: a plan that takes longer than the channel waits is finished and kept for a while, for the person who looks again. */
import type { PlannedImport } from './import-preview';
import type { ImportResult } from './import-result';

export type PlanOutcome = PlannedImport | Extract<ImportResult, { refused: unknown }>;

/** Plans that were ready only after the card had been answered wait to be looked at: each holds some megabytes. */
const mostPlans = 5;
/** Milliseconds for which a finished plan is kept until an admin asks for it; after that it is planned again from the file. */
const planKeptFor = 120_000;

/** By what they are the plan of; of this process, as the memory is that they take. */
const plans = new Map<string, Promise<PlanOutcome>>();

/** The plan that was begun under this key, else a new one. A plan that failed is made anew the next time. */
export function planOnce(key: string, work: () => Promise<PlanOutcome>): Promise<PlanOutcome> {
  const begun = plans.get(key);
  if (begun) return begun;
  const plan = work();
  plans.set(key, plan);
  plan.then(
    () => setTimeout(() => plans.delete(key), planKeptFor).unref(),
    () => plans.delete(key),
  );
  const [oldest] = plans.keys();
  if (plans.size > mostPlans) plans.delete(oldest!);
  return plan;
}

/** A plan that was shown is made anew when it is asked for again: facts may have changed. */
export function forgetPlan(key: string): void {
  plans.delete(key);
}
