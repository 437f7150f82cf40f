/** A programme is the rules of one partner programme as data: its levels, credentials, competencies and their requirements. */
import type { Benefit } from './benefit';
import type { Credential } from './credential';
import type { CalendarDate } from '../basics/date';
import type { LocalizedName } from '../basics/locale';
import type { Policies } from './policy';
import type { OptionChoice } from './option-choice';
import type { Fraction } from '../basics/fraction';
import { credentialsAskedBy, type Requirement } from './requirement';
import type { Grade, Provenance, UnknownPart } from './provenance';
import type { ScoreMetricName } from './score';

/** What the goals of a programme are called; `several` where programmes with different ones are followed together. */
export const goalKinds = ['competency', 'designation', 'specialization', 'several'] as const;
export type GoalKind = (typeof goalKinds)[number];

export interface Level {
  readonly id: string;
  readonly names: LocalizedName;
  /** Which levels it is above or below, where several programmes are followed: those with the same ladder. */
  readonly ladder?: string;
  /** The last day of its programme, where several are followed. */
  readonly effectiveTo?: CalendarDate;
}

/** What figures are counted in. `points` are weighted sums, `workloads` and `services` distinct ones in use. */
export const units = [
  'USD',
  'customers',
  'seats',
  'users',
  'devices',
  'percent',
  'services',
  'workloads',
  'points',
  'yes-no',
] as const;

export interface Metric extends Provenance {
  readonly id: string;
  readonly names: LocalizedName;
  readonly unit: (typeof units)[number];
  /** Worked out from other figures where it is not given itself: so much of each. */
  readonly weights?: Readonly<Record<string, Fraction>>;
  /** It is true while the company is enrolled in this goal, which may be one of another programme. */
  readonly heldGoal?: string;
  /** True where any of these figures is. */
  readonly anyOf?: readonly string[];
  /** True where all of these figures are. */
  readonly allOf?: readonly string[];
  /** For how many months it holds, as an audit does; without it until a newer figure is known. */
  readonly holdsMonths?: number;
}

export interface Option {
  readonly id: string;
  readonly names: LocalizedName;
  /** The ties to a customer under which that customer's figures count. */
  readonly associations: readonly string[];
  /** The first day on which the option exists, where it is younger than the programme. */
  readonly effectiveFrom?: CalendarDate;
  readonly notes?: string;
  readonly requirements: readonly Requirement[];
}

/** A goal that exists, but whose rule is not known well enough to judge it. */
export interface ListedGoal extends Provenance {
  readonly id: string;
  readonly names: LocalizedName;
  readonly unknown: readonly UnknownPart[];
}

export interface Competency extends Provenance {
  readonly id: string;
  readonly area?: string;
  readonly names: LocalizedName;
  /** Other names it goes by, in any language, for recognising what people type or exports print. */
  readonly otherNames: readonly string[];
  /** Names that it shares with others of its programme, which say only that it is one of them. */
  readonly sharedNames?: readonly string[];
  readonly options: readonly Option[];
  /** Which of the options counts; without it any that is met is enough. */
  readonly choice?: OptionChoice;
  /** What no source says about it: it is listed, never guessed. */
  readonly unknown?: readonly UnknownPart[];
  /** The last day of its programme, where several are followed. */
  readonly effectiveTo?: CalendarDate;
  /** What the goals of its programme are called, where several are followed. */
  readonly kind?: GoalKind;
}

export interface Programme {
  readonly id: string;
  readonly names: LocalizedName;
  readonly edition: string;
  readonly effectiveFrom: CalendarDate;
  /** The last day of the programme. */
  readonly effectiveTo?: CalendarDate;
  /** The last day on which its sources were known to print its rules, where an entry says no other. */
  readonly checkedOn?: CalendarDate;
  /** How sure its sources are, where an entry says nothing else. */
  readonly grade?: Grade;
  /** What its goals are called; absent: competencies. */
  readonly goals?: GoalKind;
  /** From the lowest to the highest. */
  readonly levels: readonly Level[];
  readonly policies: Policies;
  readonly associations: Readonly<Record<string, string>>;
  readonly metrics: readonly Metric[];
  /** What the metrics of scores are called; absent where no goal is one in points. */
  readonly scoreMetrics?: readonly ScoreMetricName[];
  readonly credentials: readonly Credential[];
  readonly competencies: readonly Competency[];
  /** Goals whose sources print no rule that could be counted; they are named, never judged. */
  readonly listed?: readonly ListedGoal[];
  /** What it and its levels are said to bring and cost. */
  readonly benefits?: readonly Benefit[];
}

/**
 * The requirement an option sets for a level on a date, or `undefined` where the level does not exist. Before the first
 * known rule of the option its first ones are used, because no others are known; a rule without an end stays in force,
 * also after the end of the programme; a level whose rule ended is gone (Silver of Enterprise Resource Planning).
 */
export function requirementInForce(option: Option, level: string, date: CalendarDate): Requirement | undefined {
  if (option.effectiveFrom !== undefined && date < option.effectiveFrom) return undefined;
  const firstKnown = option.requirements.map((rule) => rule.effectiveFrom).sort()[0];
  const day = firstKnown === undefined || date > firstKnown ? date : firstKnown;
  return option.requirements.find(
    (rule) =>
      rule.level === level && rule.effectiveFrom <= day && (rule.effectiveTo === undefined || day <= rule.effectiveTo),
  );
}

/** Whether the programme had already ended on this date, so that its last rules are all there is to judge by. */
export function hasEnded(programme: Programme, date: CalendarDate): boolean {
  return programme.effectiveTo !== undefined && date > programme.effectiveTo;
}

/** The last day of a level or a goal, which is that of its programme; nothing where that has no end yet. */
export function programmeEndOf(
  { effectiveTo }: Pick<Programme, 'effectiveTo'>,
  part: Pick<Level, 'effectiveTo'> | undefined,
): CalendarDate | undefined {
  return part?.effectiveTo ?? effectiveTo;
}

/** The programme without the goals of programmes that had ended before the date; the same object where none had. */
export function goingOn(programme: Programme, date: CalendarDate): Programme {
  const isOver = (part: Pick<Competency, 'effectiveTo'>) => {
    const end = programmeEndOf(programme, part);
    return end !== undefined && date > end;
  };
  if (!programme.competencies.some(isOver)) return programme;
  return { ...programme, competencies: programme.competencies.filter((one) => !isOver(one)) };
}

/** What the goals of a programme are called, for the words of cards. */
export function goalKindOf({ goals = 'competency' }: Pick<Programme, 'goals'>): GoalKind {
  return goals;
}

/**
 * Whether a goal is renewed on the anniversary of its own enrolment, as specializations are, and not with the membership
 * (`specializations.md`, 2023-10-09).
 */
export function renewsAlone(programme: Programme, id: string): boolean {
  const goal = competencyOf(programme, id);
  return goal !== undefined && (goal.kind ?? goalKindOf(programme)) === 'specialization';
}

/** Whether any goal of the programme is one in points. */
export function hasScores({ competencies }: Pick<Programme, 'competencies'>): boolean {
  return competencies.some(({ options }) =>
    options.some(({ requirements }) => requirements.some(({ score }) => score)),
  );
}

/** The competency of this id. */
export function competencyOf(programme: Programme, id: string): Competency | undefined {
  return programme.competencies.find((competency) => competency.id === id);
}

const named = new WeakMap<Competency, ReadonlySet<string>>();

/** Returns every credential that any rule of the competency names: people who hold none of them do not affect it. */
export function credentialsNamedBy(competency: Competency): ReadonlySet<string> {
  const known = named.get(competency);
  if (known) return known;
  const rules = competency.options.flatMap(({ requirements }) => requirements);
  const made = new Set(rules.flatMap(credentialsAskedBy));
  named.set(competency, made);
  return made;
}
