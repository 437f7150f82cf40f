/** A choice is why a plan gives work to one person and not to another. */
import { credentialsIn } from '../programme/expression';
import type { LevelPath, PathStart } from './level-path';
import { creditPeople } from '../counting/standing';

export interface PlanChoice {
  /** What the person holds of what the branch names. */
  readonly holds: readonly string[];
  /** How many others without work in the plan hold just the same of it, and could do the work as well. */
  readonly equals: number;
}

/** Returns the choice behind each task of a path, by the id of the person. */
export function choicesOf({ branch = [], plan }: LevelPath, start: PathStart): ReadonlyMap<string, PlanChoice> {
  const { programme, facts, asOf } = start;
  const named = [...new Set(branch.flatMap(({ each }) => credentialsIn(each)))].sort();
  const partOf = (held: ReadonlySet<string>) => named.filter((credential) => held.has(credential));
  const busy = new Set(plan.tasks.map(({ person }) => person));
  const present = creditPeople(programme, facts, asOf).credits.filter(({ hindrance }) => !hindrance);
  const free = new Map<string, number>();
  for (const { person, counted } of present) {
    const key = partOf(counted).join('\n');
    if (!busy.has(person.id)) free.set(key, (free.get(key) ?? 0) + 1);
  }
  const chosen = present.filter(({ person }) => busy.has(person.id));
  return new Map(
    chosen.map(({ person, counted }) => {
      const holds = partOf(counted);
      return [person.id, { holds, equals: free.get(holds.join('\n')) ?? 0 }];
    }),
  );
}
