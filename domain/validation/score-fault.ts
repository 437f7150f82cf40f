/** Score faults are mistakes in a score: unknown metrics, missing gates, points that do not add up. */
import type { Expression } from '../programme/expression';
import { expressionFaults } from './expression-fault';
import { repeated, under, type ProgrammeFault } from './fault';
import { compareFractions, fractionText, sumOf, zero } from '../basics/fraction';
import { placesFor, stepsOf, type FigureRule, type Score, type ScoreMetric, type ScoreStep } from '../programme/score';

/** What the programme defines. */
export interface Defined {
  readonly metrics: { has(id: string): boolean };
  readonly scoreMetrics: ReadonlySet<string>;
  readonly credentials: ReadonlySet<string>;
}

/** Everything that is wrong with a score. Paths start at the score. */
export function scoreFaults(score: Score, defined: Defined): readonly ProgrammeFault[] {
  const { metrics, of, atLeast } = score;
  const sum = sumOf(metrics.map((metric) => metric.of));
  const args = { sum: fractionText(sum), of: fractionText(of), atLeast: fractionText(atLeast) };
  return [
    ...(metrics.length === 0 ? [fault(['metrics'], 'empty-list', {})] : []),
    ...(metrics.length > 0 && compareFractions(sum, of) !== 0 ? [fault(['of'], 'score-sum', args)] : []),
    ...(compareFractions(atLeast, zero) <= 0 || compareFractions(atLeast, of) > 0
      ? [fault(['atLeast'], 'score-unreachable', args)]
      : []),
    ...repeated(metrics.map(({ id }) => id)).map(({ id, index }) =>
      fault(['metrics', index, 'id'], 'duplicate-id', { id }),
    ),
    ...metrics.flatMap((metric, index) => under(['metrics', index], metricFaults(metric, defined))),
    ...sizeFaults(score),
  ];
}

function fault(
  path: ProgrammeFault['path'],
  code: ProgrammeFault['code'],
  args: ProgrammeFault['args'],
): ProgrammeFault {
  return { path, code, args };
}

/** How many numbers of people in all steps together a plan may have to tell apart. */
const mostCombinations = 100_000;

function sizeFaults(score: Score): readonly ProgrammeFault[] {
  const steps = stepsOf(score).filter(({ step }) => step.n !== undefined || compareFractions(step.points, zero) > 0);
  const combinations = steps.reduce((product, { metric, step }) => product * (placesFor(step, metric.of) + 1), 1);
  const names = steps.map(({ metric, step }) => `${metric.id} ${step.id}`).join(', ');
  return combinations > mostCombinations ? [fault([], 'too-many-combinations', { clauses: names })] : [];
}

function metricFaults(metric: ScoreMetric, defined: Defined): readonly ProgrammeFault[] {
  const { id, figures, steps } = metric;
  return [
    ...(defined.scoreMetrics.has(id) ? [] : [fault(['id'], 'unknown-score-metric', { id })]),
    ...(figures.length > 0 === steps.length > 0 ? [fault([], 'figures-or-steps', { id })] : []),
    ...figures.flatMap((rule, index) => under(['figures', index], ruleFaults(rule, defined))),
    ...repeated(steps.map((step) => step.id)).map((one) =>
      fault(['steps', one.index, 'id'], 'duplicate-id', { id: one.id }),
    ),
    ...steps.flatMap((step, index) =>
      under(['steps', index], [...stepFaults(step, steps.slice(0, index)), ...eachFaults(step.each, defined)]),
    ),
  ];
}

function ruleFaults({ metric, baseline }: FigureRule, { metrics }: Defined): readonly ProgrammeFault[] {
  const base = baseline?.metric;
  return [
    ...(metrics.has(metric) ? [] : [fault(['metric'], 'unknown-metric', { id: metric })]),
    ...(base === undefined || metrics.has(base) ? [] : [fault(['baseline', 'metric'], 'unknown-metric', { id: base })]),
  ];
}

function stepFaults({ id, n, points, after }: ScoreStep, earlier: readonly ScoreStep[]): readonly ProgrammeFault[] {
  const gates = earlier.filter((step) => step.n !== undefined).map((step) => step.id);
  return [
    ...(n === undefined || (Number.isSafeInteger(n) && n >= 1) ? [] : [fault(['n'], 'not-a-count', { value: `${n}` })]),
    ...(n === undefined && compareFractions(points, zero) === 0 ? [fault([], 'step-without-effect', { id })] : []),
    ...after.flatMap((gate, index) =>
      gates.includes(gate) ? [] : [fault(['after', index], 'unknown-gate', { id: gate })],
    ),
  ];
}

function eachFaults(each: Expression, defined: Defined): readonly ProgrammeFault[] {
  return under(['each'], expressionFaults(each, defined));
}
