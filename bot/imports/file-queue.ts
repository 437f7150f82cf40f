/** The file queue lets one dropped file be worked on at a time, because all tenants share one event loop and one memory. */
import type { PlannedImport } from './import-preview';
import type { ImportResult } from './import-result';

export type PlanOutcome = PlannedImport | Extract<ImportResult, { refused: unknown }>;

/** Plans that were ready only after the card had been answered wait to be looked at: each holds some megabytes. */
const mostPlans = 5;
/** In milliseconds. A plan that nobody looked at is made anew from the file. */
const planKeptFor = 120_000;

let last: Promise<unknown> = Promise.resolve();

/** Plans by what they are the plan of, begun and not yet shown. */
const plans = new Map<string, Promise<PlanOutcome>>();

/** Does the work once that of all files before it has ended, however it ended. Throws what the work throws. */
export function afterOtherFiles<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}

/** The plan that was begun under this key, else a new one. A plan that failed is made anew the next time. */
export function planOnce(key: string, work: () => Promise<PlanOutcome>): Promise<PlanOutcome> {
  const begun = plans.get(key);
  if (begun) return begun;
  const plan = afterOtherFiles(work);
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
