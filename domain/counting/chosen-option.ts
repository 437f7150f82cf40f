/** The chosen option is the one that counts of several, by the figures of the company. */
import { isAsked, type OptionChoice, type Condition } from '../programme/option-choice';
import type { CalendarDate } from '../basics/date';
import { figureFor, type Figure } from '../partner/figure';
import { readingsOf, type Policies, type PolicyName } from '../programme/policy';
import type { Metric, Option } from '../programme/programme';

/** What a choice is made from. */
export interface ChoiceFacts {
  readonly figures: readonly Figure[];
  readonly metrics: readonly Metric[];
  readonly policies: Policies;
  readonly asOf: CalendarDate;
}

/** The options among these that count: all of them without a choice, else the one that is chosen. */
export function chosenAmong(
  options: readonly Option[],
  choice: OptionChoice | undefined,
  known: ChoiceFacts,
): readonly Option[] {
  if (!choice || options.length < 2) return options;
  const offered = choice.filter(({ option }) => options.some(({ id }) => id === option));
  const chosen = offered.find(({ when }) => when.every((condition) => holds(condition, known)));
  return chosen ? options.filter(({ id }) => id === chosen.option) : options;
}

/** The policies under whose other value another option would count. */
export function choiceDoubts(
  options: readonly Option[],
  choice: OptionChoice | undefined,
  known: ChoiceFacts,
): readonly PolicyName[] {
  const asked = (choice ?? []).flatMap(({ when }) =>
    when.flatMap(({ under = {} }) => Object.keys(under) as PolicyName[]),
  );
  const chosen = chosenAmong(options, choice, known);
  const isSame = (others: readonly Option[]) =>
    others.length === chosen.length && others.every((one) => chosen.includes(one));
  return [...new Set(asked)].filter((policy) =>
    readingsOf(policy).some((value) => {
      const policies = { ...known.policies, [policy]: value };
      return !isSame(chosenAmong(options, choice, { ...known, policies }));
    }),
  );
}

function holds(condition: Condition, known: ChoiceFacts): boolean {
  const { metric, atLeast, above, below } = condition;
  if (!isAsked(condition, known)) return true;
  const value = Number(figureFor(metric, known)?.value ?? 0);
  return (
    (atLeast === undefined || value >= atLeast) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below)
  );
}
