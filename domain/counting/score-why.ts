/** Explains a score: who gives points in which step, and for every other person the one reason why not. */
import type { Credit } from './credits/credit';
import { credentialsIn } from '../programme/expression';
import type { MetricPoints, ScoreStanding, StepStanding } from './points';
import type { Clause } from '../programme/requirement';
import { stepsOf, type Score } from '../programme/score';
import { byNearness, reasonFor, type Counting, type NotCounting, type Why } from './why';

/** What a step is called within the whole score: the metric's id and the step's. */
export function stepKey(metric: string, step: string): string {
  return `${metric} ${step}`;
}

/** The steps as clauses that are not tied to each other, so that what is asked of clauses can be asked of them. */
export function clausesOfSteps(score: Score): readonly Clause[] {
  return stepsOf(score).map(({ metric, step }) => ({
    id: stepKey(metric.id, step.id),
    n: step.n ?? 1,
    each: step.each,
    apart: [],
  }));
}

/** The gates among them: so many people each needs, whatever else they give points for. */
export function gatesOf(score: Score): readonly Clause[] {
  const steps = stepsOf(score);
  return clausesOfSteps(score).filter((_, index) => steps[index]!.step.n !== undefined);
}

interface Place {
  readonly key: string;
  readonly metric: MetricPoints;
  readonly step: StepStanding;
}

function placesIn({ metrics }: ScoreStanding): readonly Place[] {
  return metrics.flatMap((metric) => metric.steps.map((step) => ({ key: stepKey(metric.id, step.id), metric, step })));
}

/** The ids of everybody who serves a step that no unmet gate holds back. */
export function peopleCountingIn(standing: ScoreStanding): ReadonlySet<string> {
  return new Set(
    placesIn(standing).flatMap(({ step: { waitsFor, people = [] } }) => (waitsFor.length === 0 ? people : [])),
  );
}

/** Explains a score for every person; each appears exactly once. */
export function whyOfScore(score: Score, standing: ScoreStanding, credits: readonly Credit[]): Why {
  const places = placesIn(standing);
  const branch = clausesOfSteps(score);
  const counting: Counting[] = [];
  const notCounting: NotCounting[] = [];
  for (const credit of credits) {
    const { person } = credit;
    const served = places.filter(({ step }) => step.people?.includes(person.id));
    const clauses = served.filter(({ step }) => step.waitsFor.length === 0).map(({ key }) => key);
    if (clauses.length > 0) counting.push({ person, clauses, credentials: usedFor(clauses, branch, credit) });
    else if (served.length === 0) notCounting.push({ person, reason: reasonFor(credit, branch) });
    else notCounting.push({ person, reason: { code: 'behind-gate', gates: gatesBefore(served) } });
  }
  return { counting, notCounting: byNearness(notCounting) };
}

function usedFor(clauses: readonly string[], branch: readonly Clause[], { counted }: Credit): readonly string[] {
  const named = branch.filter(({ id }) => clauses.includes(id)).flatMap(({ each }) => credentialsIn(each));
  return [...new Set(named)].filter((credential) => counted.has(credential));
}

function gatesBefore(places: readonly Place[]): readonly string[] {
  return [...new Set(places.flatMap(({ metric, step }) => step.waitsFor.map((gate) => stepKey(metric.id, gate))))];
}
