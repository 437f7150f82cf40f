/** The lines about a score that several cards share: every metric with its points, and what gives them or blocks. */
import type { CardElement } from '@microsoft/teams.cards';
import { least, valueOf } from '../../domain/basics/fraction';
import type { MetricPoints, StepStanding } from '../../domain/counting/points';
import type { ScoreMetric } from '../../domain/programme/score';
import type { LevelStanding } from '../../domain/counting/level-standing';
import { gauge, stackedBars } from '../elements/chart';
import { line, note, row } from '../elements/elements';
import {
  figurePointsWords,
  goalWords,
  metricWords,
  scoreMetricName,
  shownPoints,
  stepWords,
  totalWords,
} from '../words/points';
import type { Wording } from '../words/wording';

/** How much is told of each metric. */
export interface ScoreDetail {
  /** Whether figures and steps are told one by one. */
  readonly parts: boolean;
}

/** The score at a glance: each metric with its points, and once why some of them block. */
export function scoreSummary({ requirement, score }: LevelStanding, wording: Wording): readonly CardElement[] {
  const rule = requirement.score;
  if (!rule || !score) return [];
  const blocking = score.metrics.filter(({ blocks }) => blocks);
  return [
    ...score.metrics.map((metric, index) => metricRow(metric, index === 0, wording)),
    ...(blocking.length > 0 ? [note(wording.text.say('score.blocks', { count: blocking.length }))] : []),
  ];
}

/** The score as a gauge with the mark to reach, and each metric as a bar; the lines beside them say the same. */
export function scoreCharts({ score }: LevelStanding, wording: Wording): readonly CardElement[] {
  if (!score) return [];
  const { text } = wording;
  const bars = score.metrics.map(({ id, points, of }) => ({
    title: scoreMetricName(id, wording),
    reached: shownPoints(points),
    left: Math.max(0, Math.round((valueOf(of) - valueOf(points)) * 100) / 100),
  }));
  const legends = [text.say('score.legend.below'), text.say('score.legend.above')] as const;
  return [
    gauge({
      label: totalWords(score, wording),
      value: shownPoints(score.points),
      of: shownPoints(score.of),
      mark: shownPoints(score.atLeast),
      legends,
    }),
    stackedBars(bars, text.say('score.parts'), [text.say('score.legend.reached'), text.say('score.legend.left')]),
  ];
}

/** How many points are missing, and where most are to be had; nothing where only metrics at zero stand in the way. */
export function nextPoints({ score }: LevelStanding, wording: Wording): readonly CardElement[] {
  if (!score) return [];
  const short = shownPoints(score.atLeast) - shownPoints(score.points);
  const room = ({ points, of }: MetricPoints) => valueOf(of) - valueOf(points);
  const [most] = [...score.metrics].sort((one, other) => room(other) - room(one));
  if (short <= 0 || !most) return [];
  const metric = scoreMetricName(most.id, wording);
  const args = { points: Math.round(short * 100) / 100, metric, left: Math.round(room(most) * 100) / 100 };
  return [line(wording.text.say('score.next', args), { weight: 'Bolder' }, { spacing: 'Small' })];
}

/** A tick stands for all points of a metric, so that none looks done that still has points to give. */
function metricSign({ points, of, blocks }: MetricPoints): string {
  if (blocks) return '⚠';
  if (valueOf(points) >= valueOf(of)) return '✓';
  return valueOf(points) > 0 ? '–' : '○';
}

/** A metric with its points in words. */
export function metricLine(metric: MetricPoints, wording: Wording): CardElement {
  return line(`${metricSign(metric)} ${metricWords(metric, wording)}`, {}, { spacing: 'Small' });
}

function metricRow(metric: MetricPoints, isFirst: boolean, wording: Wording): CardElement {
  const { id, points, of } = metric;
  const reached = wording.text.say('score.pair', { points: shownPoints(points), of: shownPoints(of) });
  return row(line(`${metricSign(metric)} ${scoreMetricName(id, wording)}`), line(reached), {
    spacing: isFirst ? 'Small' : 'None',
  });
}

/** The goal, then every metric; nothing where the level asks for no points. */
export function scoreLines(
  { requirement, score }: LevelStanding,
  wording: Wording,
  { parts }: ScoreDetail,
): readonly CardElement[] {
  const rule = requirement.score;
  if (!rule || !score) return [];
  return [
    note(goalWords(rule, wording)),
    ...score.metrics.flatMap((metric, index) => [
      metricLine(metric, wording),
      ...(parts ? partLines(metric, rule.metrics[index]!, wording) : []),
    ]),
  ];
}

function partLines(metric: MetricPoints, rule: ScoreMetric, wording: Wording): readonly CardElement[] {
  const figures = metric.figures.filter(({ asOf, counts }) => asOf !== undefined || counts);
  return [
    ...figures.map((figure) => note(`– ${figurePointsWords(figure, wording)}`, { spacing: 'None' })),
    ...metric.steps.map((step, index) => {
      // More people than the metric can use give no more points than it has.
      const capped = { ...step, points: least(step.points, metric.of) };
      return note(`${signOf(step)} ${stepWords(capped, rule.steps[index]!, wording)}`, { spacing: 'None' });
    }),
  ];
}

/** Only a gate is met or not. */
function signOf({ needed, counted }: StepStanding): string {
  if (needed === undefined) return '–';
  return counted >= needed ? '✓' : '○';
}
