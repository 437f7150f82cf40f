/** Of figures and of what Partner Center shows, the newest statement holds: what came in is compared with what is kept. */
import type { Figure } from '../partner/figure';
import type { IncomingFigure, Warning } from './incoming';
import type { ShownCompetency } from '../partner/partner';
import type { Change, Versioned } from '../basics/repository';

/** The names of what is new, changed and unchanged. */
export interface Differences {
  readonly new: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

export interface FigurePlan extends Differences {
  readonly changes: readonly Change<Figure>[];
  readonly warnings: readonly Warning[];
}

interface FigureInput {
  readonly kept: readonly Versioned<Figure>[];
  readonly incoming: readonly IncomingFigure[];
  readonly source: string;
}

/**
 * Plans which figures to write. A figure of an earlier day than the kept one is not taken, with a warning; one of the same
 * day is a correction. Figures that the file does not name stay.
 */
export function reconcileFigures({ kept, incoming, source }: FigureInput): FigurePlan {
  const keptOf = new Map(kept.map((row) => [row.value.metric, row]));
  const steps = newestPerMetric(incoming).map((figure) => figureStep(figure, keptOf.get(figure.metric), source));
  const named = (outcome: FigureStep['outcome']) =>
    steps.filter((step) => step.outcome === outcome).map(({ metric }) => metric);
  return {
    new: named('new'),
    changed: named('changed'),
    unchanged: named('unchanged'),
    changes: steps.flatMap(({ change }) => change ?? []),
    warnings: steps.flatMap(({ warning }) => warning ?? []),
  };
}

interface FigureStep {
  readonly metric: string;
  readonly outcome: 'new' | 'changed' | 'unchanged';
  readonly change?: Change<Figure>;
  readonly warning?: Warning;
}

function newestPerMetric(incoming: readonly IncomingFigure[]): readonly IncomingFigure[] {
  const newest = new Map<string, IncomingFigure>();
  for (const figure of incoming) {
    const other = newest.get(figure.metric);
    if (!other || figure.asOf > other.asOf) newest.set(figure.metric, figure);
  }
  return [...newest.values()];
}

function figureStep(incoming: IncomingFigure, kept: Versioned<Figure> | undefined, source: string): FigureStep {
  const { line, metric, value, asOf } = incoming;
  const figure: Figure = { metric, value, asOf, source };
  if (!kept) return { metric, outcome: 'new', change: { kind: 'create', value: figure } };
  if (asOf < kept.value.asOf) {
    const args = { metric, asOf, keptAsOf: kept.value.asOf };
    return { metric, outcome: 'unchanged', warning: { line, column: 'AsOf', value: asOf, code: 'older-figure', args } };
  }
  if (asOf === kept.value.asOf && value === kept.value.value) return { metric, outcome: 'unchanged' };
  return { metric, outcome: 'changed', change: { kind: 'replace', value: figure, version: kept.version } };
}

export interface ShownPlan extends Differences {
  /** Everything to be shown from now on, by competency and level. */
  readonly shown: readonly ShownCompetency[];
}

/**
 * Puts what a competency summary shows to what is kept, one statement for each competency and level: the one that starts,
 * then ends, later holds, and of equal ones the incoming one. What the file does not name stays.
 */
export function reconcileShown(kept: readonly ShownCompetency[], incoming: readonly ShownCompetency[]): ShownPlan {
  const keptOf = new Map(kept.map((one) => [shownKey(one), one]));
  const newest = new Map<string, ShownCompetency>();
  for (const one of [...incoming].sort(byTime)) newest.set(shownKey(one), one);
  const isNewer = (key: string) => periodOf(newest.get(key)!) >= periodOf(keptOf.get(key)!);
  const differs = (key: string) => wording(newest.get(key)!) !== wording(keptOf.get(key)!);
  const keys = [...newest.keys()].sort();
  const changed = keys.filter((key) => keptOf.has(key) && isNewer(key) && differs(key));
  const fresh = keys.filter((key) => !keptOf.has(key));
  const taken = [...fresh, ...changed].map((key) => [key, newest.get(key)!] as const);
  return {
    new: fresh,
    changed,
    unchanged: keys.filter((key) => !fresh.includes(key) && !changed.includes(key)),
    shown: [...new Map([...keptOf, ...taken])].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one),
  };
}

const shownKey = ({ competency, level }: ShownCompetency) => `${competency} ${level}`;
const periodOf = ({ startsOn = '', endsOn = '' }: ShownCompetency) => `${startsOn.padEnd(10)} ${endsOn}`;
const wording = (one: ShownCompetency) => `${periodOf(one)} ${one.status}`;

function byTime(one: ShownCompetency, other: ShownCompetency): number {
  return wording(one) < wording(other) ? -1 : 1;
}
