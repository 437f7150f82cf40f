/** A workload says who has which tasks already: of equally short plans the one with the most even workload is taken. */
import type { Plan, Task } from './plan';

/** What is already given to each person, to which each plan that is taken adds its own. */
export type Workload = Map<string, ReadonlySet<string>>;

/**
 * The shortest plan, or as short a one that spares everybody who has work; the same work once more is no more of it.
 * `make` is given whom to spare.
 */
export function spreadWorkload<T extends { readonly plan: Plan }>(
  load: Workload,
  make: (spared: ReadonlySet<string>) => T | undefined,
): T | undefined {
  const shortest = make(new Set());
  const isMore = shortest?.plan.tasks.some((task) => addsTo(load, task)) ?? false;
  const spread = isMore ? make(new Set(load.keys())) : undefined;
  const taken = spread && spread.plan.credentials <= shortest!.plan.credentials ? spread : shortest;
  for (const { person, credentials } of taken?.plan.tasks ?? [])
    load.set(person, new Set([...(load.get(person) ?? []), ...credentials]));
  return taken;
}

/** Returns whether the task adds work to a person who has some already. */
function addsTo(load: Workload, { person, credentials }: Task): boolean {
  const given = load.get(person);
  return given !== undefined && credentials.some((credential) => !given.has(credential));
}
