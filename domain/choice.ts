/** A choice says which of several options of a competency counts, where the company's own figures decide it. */
import type { Figure } from './figure';
import { figureFor } from './figure';
import type { Metric, Option } from './programme';
import type { Policies, PolicyName } from './policy';

/** What a figure must be. `under` asks it only where a policy has this value. */
export interface Condition {
  readonly metric: string;
  readonly atLeast?: number;
  readonly above?: number;
  readonly below?: number;
  readonly under?: Readonly<Partial<Record<PolicyName, string>>>;
}

/** The first case whose conditions all hold decides. */
export type Choice = readonly { readonly option: string; readonly when: readonly Condition[] }[];

/** What a choice is made from. */
export interface Known {
  readonly figures: readonly Figure[];
  readonly metrics: readonly Metric[];
  readonly policies: Policies;
}

/** The options among these that count: all of them without a choice, else the one that is chosen. */
export function chosenAmong(options: readonly Option[], choice: Choice | undefined, known: Known): readonly Option[] {
  if (!choice || options.length < 2) return options;
  const offered = choice.filter(({ option }) => options.some(({ id }) => id === option));
  const chosen = offered.find(({ when }) => when.every((condition) => holds(condition, known)));
  return chosen ? options.filter(({ id }) => id === chosen.option) : options;
}

function holds({ metric, atLeast, above, below, under = {} }: Condition, known: Known): boolean {
  const isAsked = Object.entries(under).every(([name, value]) => known.policies[name as PolicyName] === value);
  if (!isAsked) return true;
  const value = Number(figureFor(metric, known)?.value ?? 0);
  return (
    (atLeast === undefined || value >= atLeast) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below)
  );
}
