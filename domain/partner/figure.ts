/** A figure is the partner's value of one metric on a day: revenue, active use, deployed seats, new customers. */
import { addMonths, type CalendarDate } from '../basics/date';
import { fractionOf, sumOf, times, valueOf, type Fraction } from '../basics/fraction';
import type { Metric } from '../programme/programme';
import { isHeldOn, type HeldGoal } from './held-goal';

export interface Figure {
  readonly metric: string;
  readonly value: number | boolean;
  readonly asOf: CalendarDate;
  /** The import it came with, or who typed it in. */
  readonly source: string;
}

/** A figure with its exact value, where it was worked out from others: a rounded one would fall short of a goal met exactly. */
export interface KnownFigure extends Figure {
  readonly exact?: Fraction;
}

/** These are counted, so their values are whole. */
const counted: readonly Metric['unit'][] = ['customers', 'seats', 'users', 'services', 'workloads'];

/** Whether a metric of this unit can have this value: not below 0, and not so large that it could not be added exactly. */
export function fitsUnit(value: number | boolean, unit: Metric['unit']): boolean {
  if (unit === 'yes-no') return typeof value === 'boolean';
  if (typeof value !== 'number' || value < 0 || value > Number.MAX_SAFE_INTEGER) return false;
  return Number.isInteger(value) || !counted.includes(unit);
}

/** The newest figure of a metric; of several on one day the one that came last. */
function newestFigure(metric: string, figures: readonly Figure[]): Figure | undefined {
  return figures
    .filter((figure) => figure.metric === metric)
    .reduce<Figure | undefined>((newest, one) => (newest && newest.asOf > one.asOf ? newest : one), undefined);
}

/** What figures are known and worked out from. */
export interface FigureGrounds {
  readonly figures: readonly Figure[];
  readonly metrics: readonly Metric[];
  /** Where the company is enrolled, on which day. */
  readonly held?: readonly HeldGoal[];
  readonly asOf?: CalendarDate;
}

/**
 * The figure of a metric: that a goal is held, or else the newest one that is known, or else what is worked out from other
 * figures, on the oldest day among them. One that holds for some months only is `false` after them. `undefined` where
 * nothing is known.
 */
export function figureFor(metric: string, grounds: FigureGrounds): KnownFigure | undefined {
  const about = grounds.metrics.find(({ id }) => id === metric);
  const known = heldAs(about, grounds) ?? newestFigure(metric, grounds.figures);
  if (known || !about) return known && lapsing(known, about, grounds.asOf);
  if (about.weights) return weighted(about, grounds.figures);
  return about.anyOf || about.allOf ? combined(about, grounds) : undefined;
}

function heldAs(about: Metric | undefined, { held = [], asOf }: FigureGrounds): Figure | undefined {
  if (about?.heldGoal === undefined || asOf === undefined) return undefined;
  const found = held.find((one) => one.goal === about.heldGoal && isHeldOn(one, asOf));
  return found && { metric: about.id, value: true, asOf: found.from ?? asOf, source: about.source };
}

/** The last day on which a figure of this metric holds; `undefined` where it holds until a newer one is known. */
export function lastDayOf({ asOf }: Pick<Figure, 'asOf'>, about: Metric | undefined): CalendarDate | undefined {
  return about?.holdsMonths === undefined ? undefined : addMonths(asOf, about.holdsMonths);
}

function lapsing(figure: Figure, about: Metric | undefined, asOf: CalendarDate | undefined): Figure {
  const lastDay = lastDayOf(figure, about);
  return lastDay !== undefined && asOf !== undefined && lastDay < asOf ? { ...figure, value: false } : figure;
}

function weighted({ id, weights = {} }: Metric, figures: readonly Figure[]): KnownFigure | undefined {
  const parts = Object.entries(weights).flatMap(([one, weight]) => {
    const part = newestFigure(one, figures);
    return part ? [{ part, worth: times(weight, fractionOf(Number(part.value))) }] : [];
  });
  const first = oldest(parts.map(({ part }) => part));
  const exact = sumOf(parts.map(({ worth }) => worth));
  return first && { ...first, metric: id, value: valueOf(exact), exact };
}

/** Whether any or all of the others are true; itself it is no part of it, so that working it out comes to an end. */
function combined({ id, anyOf = [], allOf = [] }: Metric, grounds: FigureGrounds): Figure | undefined {
  const others = { ...grounds, metrics: grounds.metrics.filter((one) => one.id !== id) };
  const known = (ids: readonly string[]) => ids.map((one) => figureFor(one, others));
  const [any, all] = [known(anyOf), known(allOf)];
  const isTrue = (figure: Figure | undefined) => Number(figure?.value ?? 0) > 0;
  const value = (any.length === 0 || any.some(isTrue)) && all.every(isTrue);
  const first = oldest([...any, ...all].filter((figure) => figure !== undefined));
  return first && { ...first, metric: id, value };
}

function oldest(figures: readonly Figure[]): Figure | undefined {
  return [...figures].sort((one, other) => (one.asOf < other.asOf ? -1 : 1))[0];
}
