/** `evaluate`: the domain alone, on facts in a file; no store, no bot. */
import { indexCredentials } from '../../domain/programme/credential';
import type { CalendarDate } from '../../domain/basics/date';
import { fractionText, valueOf, type Fraction } from '../../domain/basics/fraction';
import type { MetricPoints, ScoreStanding } from '../../domain/counting/points';
import type { Programme } from '../../domain/programme/programme';
import { standingOf, type OptionStanding, type Standing } from '../../domain/counting/standing';
import type { LevelStanding, AlternativeStanding } from '../../domain/counting/level-standing';
import type { Facts } from '../../domain/counting/facts';

/** What the facts come to, and what of them the programme does not name. */
export interface Evaluation {
  readonly programme: Programme;
  readonly standing: Standing;
  readonly unnamed: { readonly credentials: readonly string[]; readonly metrics: readonly string[] };
}

/** Evaluates the facts on a day. */
export function evaluate(programme: Programme, facts: Facts, asOf: CalendarDate): Evaluation {
  const credentialOf = indexCredentials(programme.credentials);
  const named = new Set(programme.metrics.map(({ id }) => id));
  const achievements = facts.people.flatMap((person) => person.achievements);
  return {
    programme,
    standing: standingOf(programme, facts, asOf),
    unnamed: {
      credentials: distinct(achievements.filter((one) => !credentialOf(one)).map(({ title }) => title)),
      metrics: distinct(facts.figures.map(({ metric }) => metric).filter((metric) => !named.has(metric))),
    },
  };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** The evaluation in the shape that scripts rely on; it grows, but what is there stays. */
export function evaluationJson({ programme, standing, unnamed }: Evaluation): object {
  return {
    asOf: standing.asOf,
    programme: standing.programme,
    edition: programme.edition,
    ended: standing.ended,
    competencies: standing.competencies.map(({ id, level = 'none', override, options }) => ({
      id,
      level,
      ...(override && { override: { level: override.level, until: override.until } }),
      options: options.map(optionJson),
    })),
    unnamed,
  };
}

/** The levels stand under their ids; one that does not exist on the day is not there. */
function optionJson({ id, levels, setAside }: OptionStanding): object {
  return {
    id,
    ...(setAside && { setAside }),
    ...Object.fromEntries(levels.map((level) => [level.level, levelJson(level)])),
  };
}

function levelJson({ met, progress, figures, alternatives, score, uncertain }: LevelStanding): object {
  return {
    met,
    progress,
    figures: figures.map(({ metric, value, threshold, met: isMet }) => ({ metric, value, threshold, met: isMet })),
    alternatives: alternatives.map(alternativeJson),
    ...(score && { score: scoreJson(score) }),
    uncertain,
  };
}

function scoreJson({ points, of, atLeast, metrics }: ScoreStanding): object {
  return { ...pointsJson(points), of: valueOf(of), atLeast: valueOf(atLeast), metrics: metrics.map(metricJson) };
}

function metricJson({ id, points, of, blocks, figures, steps }: MetricPoints): object {
  return {
    id,
    ...pointsJson(points),
    of: valueOf(of),
    blocks,
    figures: figures.map((one) => ({ ...one, ...pointsJson(one.points) })),
    steps: steps.map((one) => ({ ...one, ...pointsJson(one.points) })),
  };
}

/** Points to two decimal places, and as they are. */
function pointsJson(points: Fraction): { readonly points: number; readonly exact: string } {
  return { points: Math.round(valueOf(points) * 100) / 100, exact: fractionText(points) };
}

function alternativeJson({ met, clauses }: AlternativeStanding): object {
  return {
    met,
    clauses: clauses.map(({ id, needed, counted, people }) => ({ id, needed, counted, people })),
  };
}
