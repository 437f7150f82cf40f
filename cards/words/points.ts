/** Points in words: a score, its metrics, and the figures and steps that give them. */
import { valueOf, type Fraction } from '../../domain/basics/fraction';
import type { FigurePoints, ScoreStanding, StepStanding } from '../../domain/counting/points';
import type { PointsChange } from '../../domain/counting/points-change';
import type { Score, ScoreMetric, ScoreStep } from '../../domain/programme/score';
import { expressionWords } from './credential';
import { amountWords, metricName } from './figure';
import { competencyName, nameWords, type Wording } from './wording';

/** Points as they are shown, to two decimal places; they are exact until here. */
export function shownPoints(points: Fraction): number {
  return Math.round(valueOf(points) * 100) / 100;
}

/** The name of a metric of a score in the language. */
export function scoreMetricName(id: string, { text, programme }: Wording): string {
  const metric = programme.scoreMetrics?.find((one) => one.id === id);
  return metric ? nameWords(metric.names, text) : id;
}

/** "54.5 of 100 points". */
export function totalWords({ points, of }: Pick<ScoreStanding, 'points' | 'of'>, { text }: Wording): string {
  return text.say('score.of', { points: shownPoints(points), of: shownPoints(of) });
}

/** What must be reached. */
export function goalWords({ atLeast, of, metrics }: Score, { text, programme }: Wording): string {
  const args = { atLeast: shownPoints(atLeast), of: shownPoints(of) };
  if (metrics.some(({ mayBeZero }) => mayBeZero)) return text.say('score.goal', args);
  const needsPoint = programme.policies.scoreMetricMinimum === 'one-point';
  return text.say(needsPoint ? 'score.goal.one-point' : 'score.goal.above-zero', args);
}

/** One line for a metric, which says so where it blocks. */
export function metricWords(
  { id, points, of, blocks, floor }: ScoreStanding['metrics'][number],
  wording: Wording,
): string {
  const args = { metric: scoreMetricName(id, wording), points: shownPoints(points), of: shownPoints(of) };
  if (blocks && floor) return wording.text.say('score.metric.below-floor', { ...args, floor: shownPoints(floor) });
  return wording.text.say(blocks ? 'score.metric.blocks' : 'score.metric', args);
}

/** One line for a figure and the points it gives, or why it gives none. */
export function figurePointsWords(figure: FigurePoints, wording: Wording): string {
  const { text } = wording;
  const metric = metricName(figure.metric, wording);
  if (figure.asOf === undefined) return text.say('score.figure.unknown', { metric });
  const value = figureValueWords(figure, wording);
  const { below } = figure;
  if (below) {
    const atLeast = amountWords(below.atLeast, below.metric, wording);
    return text.say('score.figure.below', { metric, value, baseline: metricName(below.metric, wording), atLeast });
  }
  const key = figure.counts ? 'score.figure' : 'score.figure.beside';
  return text.say(key, { metric, value, points: shownPoints(figure.points) });
}

/** By itself, so that only money and percents need a unit. */
function figureValueWords({ metric: id, value }: FigurePoints, wording: Wording): string {
  const unit = wording.programme.metrics.find((one) => one.id === id)?.unit;
  return unit === 'USD' || unit === 'percent' ? amountWords(value, id, wording) : wording.text.number(value);
}

/** One line for a step: who is there, the points they give, and the gates for which it waits. */
export function stepWords(standing: StepStanding, step: ScoreStep, wording: Wording): string {
  const { text } = wording;
  const { id, needed, counted, points, waitsFor } = standing;
  const what = expressionWords(step.each, wording);
  const args = { step: id, what, points: shownPoints(points) };
  const words =
    needed === undefined
      ? text.say('score.step', { ...args, count: counted })
      : text.say(valueOf(step.points) > 0 ? 'score.gate.points' : 'score.gate', {
          ...args,
          count: text.say('clause.count', { counted: Math.min(counted, needed), needed }),
        });
  if (waitsFor.length === 0 || valueOf(step.points) === 0) return words;
  return text.say('score.waits', { step: words, gates: text.list(waitsFor), count: waitsFor.length });
}

/** What the score lacks: points, and metrics at zero. */
export function missingPoints({ points, atLeast, metrics }: ScoreStanding, { text }: Wording): readonly string[] {
  const short = shownPoints(atLeast) - shownPoints(points);
  const zeros = metrics.filter(({ blocks }) => blocks).length;
  return [
    ...(short > 0 ? [text.say('missing.points', { points: Math.round(short * 100) / 100 })] : []),
    ...(zeros > 0 ? [text.say('missing.zero', { count: zeros })] : []),
  ];
}

/** "Security (Enterprise track): 20 → 13.33 of 100 points". */
export function pointsChangeWords({ competency, option, before, after, of }: PointsChange, wording: Wording): string {
  const { text, programme } = wording;
  const known = programme.competencies.find(({ id }) => id === competency)?.options.find(({ id }) => id === option);
  return text.say('points.change', {
    competency: competencyName(competency, wording),
    option: nameWords(known?.names ?? { en: option }, text),
    before: shownPoints(before),
    after: shownPoints(after),
    of: shownPoints(of),
  });
}

/** How a step is called where it stands by itself: "gate 1 (Skilling)". */
export function placeWords(metric: ScoreMetric, { id, n }: ScoreStep, wording: Wording): string {
  const args = { step: id, metric: scoreMetricName(metric.id, wording) };
  return wording.text.say(n === undefined ? 'why.step' : 'why.gate', args);
}
