/** A requirement is what one option asks for one level while one rule is in force: figures to reach and people to have. */
import type { CalendarDate } from '../basics/date';
import { credentialsIn, type Expression } from './expression';
import type { Provenance } from './provenance';
import { stepsOf, type Score } from './score';

/** The classes into which the programme sorts a partner's market; a threshold may differ between them. */
export const marketClasses = ['developed', 'developing'] as const;
export type MarketClass = (typeof marketClasses)[number];

/** A figure that must reach a value. `authorised…` metrics are yes or no: there the value is `true`. */
export interface Threshold {
  readonly metric: string;
  readonly atLeast: Readonly<Partial<Record<MarketClass, number | boolean>>>;
}

/**
 * `n` different people who each hold `each`. `within` another clause: these people are among the people chosen for it
 * ("the same", "2 of the same 4"). `apart` from others: no person is chosen for both ("other people"). Neither: independent.
 */
export interface Clause {
  readonly id: string;
  readonly n: number;
  readonly each: Expression;
  readonly within?: string;
  readonly apart: readonly string[];
}

/** All clauses of one branch must hold at once. */
export type Alternative = readonly Clause[];

export interface Requirement extends Provenance {
  readonly level: string;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo?: CalendarDate;
  /** All of them must be reached. */
  readonly figures: readonly Threshold[];
  /** One of them must be met; none at all means that no people are required. */
  readonly alternatives: readonly Alternative[];
  /** A goal in points, in place of figures and people. */
  readonly score?: Score;
}

/** Returns every expression that the requirement has for people, in clauses or in steps. */
function expressionsIn({ alternatives, score }: Pick<Requirement, 'alternatives' | 'score'>): readonly Expression[] {
  const steps = score ? stepsOf(score).map(({ step }) => step) : [];
  return [...alternatives.flat(), ...steps].map(({ each }) => each);
}

/** Every credential that the requirement names. */
export function credentialsAskedBy(requirement: Pick<Requirement, 'alternatives' | 'score'>): readonly string[] {
  return [...new Set(expressionsIn(requirement).flatMap(credentialsIn))];
}

/**
 * What the figure must reach in this market. Some older rules print a value for developed markets only; the printed
 * value is then asked of everyone, which is the stricter reading.
 */
export function thresholdFor(threshold: Threshold, market: MarketClass): number | boolean {
  const { developed, developing } = threshold.atLeast;
  return threshold.atLeast[market] ?? developed ?? developing ?? true;
}
