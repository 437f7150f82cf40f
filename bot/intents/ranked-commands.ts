/** The commands as the scorer ranks them, where two that one sentence means alike are counted as one. */
import { type RankedCommand, type Ranking, rankCommands } from '../language-understanding/command-scorer';
import { isPoliteOrder } from '../language-understanding/sentence-mood';
import { asksWhatToEarn } from '../recognizers/earning-question';
import { withoutTeller } from '../recognizers/people/unnamed-person';
import { speaksOfForgettingToDo } from '../recognizers/rights-order';
import type { Slots } from '../recognizers/slot-recognizer';
import { commandNamed } from './all-commands';
import { certain, sureEnough } from './likelihood';
import { isAboutAnother, lookedUp, namesIn } from './named-people';
import type { HearingContext } from './understanding';

/** The commands that a sentence may mean, the likeliest first. */
export function rankedFor(slots: Slots, { rank = rankCommands }: HearingContext): readonly RankedCommand[] {
  const ranked = rankedWithout(slots.masked, rank);
  const ordered = withPoliteOrders(withoutForgetting(ranked, slots), slots);
  return withWayToGoal(withOwnPlan(withLists(ordered, slots), slots), slots);
}

/** "Bo says that Yuki passed AZ-104": where the whole is not sure, it is what Bo says. */
function rankedWithout(masked: string, rank: Ranking): readonly RankedCommand[] {
  const ranked = rank(masked);
  const told = (ranked[0]?.sure ?? 0) < sureEnough ? withoutTeller(masked) : undefined;
  return told === undefined ? ranked : rank(told);
}

/** "Can you stop the alerts?" asks for it, and not how it is done: what speaks for the explanation speaks for the order. */
function withPoliteOrders(ranked: readonly RankedCommand[], slots: Slots): readonly RankedCommand[] {
  const { said } = slots;
  if (!isPoliteOrder(said)) return ranked;
  const isOfSomebody = namesIn(slots).length > 0;
  const isExplained = ({ topic = '' }: RankedCommand) =>
    commandNamed(topic)?.previews !== undefined &&
    (topic === 'onboard' ? isOfSomebody : !(isOfSomebody && ofOneself.has(topic)));
  return summed(ranked.map((one) => (isExplained(one) ? { ask: one.topic!, sure: one.sure } : one)));
}

/** Only who asks orders these, and for nobody else. */
const ofOneself: ReadonlySet<string> = new Set(['stop-alerts', 'start-alerts', 'alert-settings', 'language']);

/** Readings that are the same count as one. */
function summed(ranked: readonly RankedCommand[]): readonly RankedCommand[] {
  const sums = new Map<string, RankedCommand>();
  for (const one of ranked) {
    const key = `${one.ask}:${one.topic ?? ''}`;
    sums.set(key, { ...one, sure: one.sure + (sums.get(key)?.sure ?? 0) });
  }
  return [...sums.values()].sort((one, other) => other.sure - one.sure);
}

/** Who is not to forget to do something speaks of nobody's data. */
function withoutForgetting(ranked: readonly RankedCommand[], { said }: Slots): readonly RankedCommand[] {
  return speaksOfForgettingToDo(said) ? ranked.filter(({ ask, topic = ask }) => topic !== 'forget') : ranked;
}

/** Of somebody else, a step and the list in which it stands are one question: how likely they are adds up. */
function withLists(ranked: readonly RankedCommand[], slots: Slots): readonly RankedCommand[] {
  if (!isAboutAnother(slots)) return ranked;
  const meant = (one: RankedCommand) =>
    one.topic === undefined ? { ...one, ask: lookedUp(one.ask, slots)?.ask ?? one.ask } : one;
  return summed(ranked.map(meant));
}

/**
 * What I should take is told by my plan, which begins with my open tasks: what speaks for the tasks speaks for the plan as well, unless
 * they are surely meant.
 */
function withOwnPlan(ranked: readonly RankedCommand[], { said }: Slots): readonly RankedCommand[] {
  if (!asksWhatToEarn(said)) return ranked;
  const [plan, tasks] = ['plan', 'my-tasks'].map((name) => ranked.find(({ ask }) => ask === name));
  if (!plan || !tasks || tasks.sure >= certain) return ranked;
  const others = ranked.filter((one) => one !== plan && one !== tasks);
  return [{ ...plan, sure: plan.sure + tasks.sure }, ...others].sort((one, other) => other.sure - one.sure);
}

/** "What would it take to get DevOps to gold": the plan and the requirements of a goal both tell it, and the likelier one stands for both. */
function withWayToGoal(ranked: readonly RankedCommand[], { competencies }: Slots): readonly RankedCommand[] {
  const [first, second, ...others] = ranked;
  const isWay = (one: RankedCommand | undefined) =>
    one?.topic === undefined && (one?.ask === 'plan' || one?.ask === 'requirements');
  if (competencies.length !== 1 || !first || !second || !isWay(first) || !isWay(second)) return ranked;
  return [{ ...first, sure: first.sure + second.sure }, ...others];
}
