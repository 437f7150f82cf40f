/** The standing of a partner: for every competency, option, level and clause what is met on a day, by whom, and how far it is. */
import type { CalendarDate } from '../basics/date';
import { isInForce, type Override } from '../partner/override';
import type { PolicyName } from '../programme/policy';
import { hasEnded, requirementInForce, type Competency, type Option, type Programme } from '../programme/programme';
import { bearingOn } from './bearing-groups';
import { chosenAmong, choiceDoubts } from './chosen-option';
import type { Facts } from './facts';
import { creditPeople } from './kept-credits';
import {
  levelStanding,
  type ClauseCount,
  type ClauseStanding,
  type LevelStanding,
  type StandingContext,
} from './level-standing';

export interface OptionStanding<C extends ClauseCount = ClauseStanding> {
  readonly id: string;
  /** The levels that exist on the day, from the lowest. */
  readonly levels: readonly LevelStanding<C>[];
  /** Set where another option counts in its place, as the competency's choice decides; its levels then attain nothing. */
  readonly setAside?: true;
}

export interface CompetencyStanding<C extends ClauseCount = ClauseStanding> {
  readonly id: string;
  /** The highest level met by any option or held by an override, or `undefined` if there is none. */
  readonly level: string | undefined;
  /** What holds the level, where no option meets it; people and figures stand as they are. */
  readonly override?: Override;
  readonly options: readonly OptionStanding<C>[];
}

export interface Standing<C extends ClauseCount = ClauseStanding> {
  readonly programme: string;
  readonly asOf: CalendarDate;
  /** The programme ended before the day; its last rules are used. */
  readonly ended: boolean;
  readonly competencies: readonly CompetencyStanding<C>[];
}

/** The standing on a day; `met` is exact: an assignment of people exists, never a sum of counts. */
export function standingOf(programme: Programme, facts: Facts, asOf: CalendarDate): Standing {
  const about: StandingContext = { programme, facts, asOf, groups: creditPeople(programme, facts, asOf).groups };
  return {
    programme: programme.id,
    asOf,
    ended: hasEnded(programme, asOf),
    competencies: programme.competencies.map((competency) => competencyStanding(competency, about)),
  };
}

/** The standing of one competency, where the groups are not those of the facts: those without someone, for example. */
export function competencyStanding(competency: Competency, whole: StandingContext): CompetencyStanding {
  const about = { ...whole, groups: bearingOn(competency, whole.groups) };
  const existing = competency.options.filter((option) => existsOn(option, about));
  const { figures, policies } = about.facts;
  const known = { figures, policies, metrics: about.programme.metrics, asOf: about.asOf };
  const chosen = chosenAmong(existing, competency.choice, known);
  const doubts = choiceDoubts(existing, competency.choice, known);
  const options = competency.options.map((option): OptionStanding => {
    const standing = withDoubts(optionStanding(option, about), doubts);
    return existing.includes(option) && !chosen.includes(option) ? withoutEffect(standing) : standing;
  });
  const isMet = (level: string) =>
    options.some(({ levels }) => levels.some((standing) => standing.level === level && standing.met));
  const met = about.programme.levels.findLast(({ id }) => isMet(id))?.id;
  const override = overrideAbove(met, competency, about);
  return { id: competency.id, level: override?.level ?? met, ...(override && { override }), options };
}

/** The highest override in force, if it grants more than is met. */
function overrideAbove(met: string | undefined, { id }: Competency, about: StandingContext): Override | undefined {
  const { programme, facts, asOf } = about;
  const rank = (level: string | undefined) => programme.levels.findIndex((one) => one.id === level);
  return (facts.overrides ?? [])
    .filter((one) => one.competency === id && isInForce(one, asOf) && rank(one.level) > rank(met))
    .sort((one, other) => rank(other.level) - rank(one.level))[0];
}

function withDoubts(option: OptionStanding, doubts: readonly PolicyName[]): OptionStanding {
  if (doubts.length === 0) return option;
  return {
    ...option,
    levels: option.levels.map((level) => ({ ...level, uncertain: [...level.uncertain, ...doubts] })),
  };
}

/** Nothing that is set aside is all there, however many points it has. */
const almost = 0.99;

/** An option that is set aside keeps its numbers and attains nothing. */
function withoutEffect(option: OptionStanding): OptionStanding {
  const levels = option.levels.map((level) => ({ ...level, met: false, progress: Math.min(level.progress, almost) }));
  return { ...option, setAside: true, levels };
}

function existsOn(option: Option, { programme, asOf }: StandingContext): boolean {
  return programme.levels.some(({ id }) => requirementInForce(option, id, asOf) !== undefined);
}

function optionStanding(option: Option, about: StandingContext): OptionStanding {
  const levels = about.programme.levels.flatMap(({ id }) => {
    const requirement = requirementInForce(option, id, about.asOf);
    return requirement ? [levelStanding(requirement, about)] : [];
  });
  return { id: option.id, levels: about.facts.policies.goldImpliesSilver === 'always' ? withImplied(levels) : levels };
}

/** Under `goldImpliesSilver` = `always` every level below a met one is met. */
function withImplied(levels: readonly LevelStanding[]): readonly LevelStanding[] {
  const highest = levels.findLastIndex(({ met }) => met);
  return levels.map((level, index) => (index < highest ? { ...level, met: true, progress: 1 } : level));
}

/** Whether a level is met by people and figures, by any option. */
export function isMetBy({ options }: Pick<CompetencyStanding<ClauseCount>, 'options'>, level: string): boolean {
  return options.some(({ levels }) => levels.some((one) => one.level === level && one.met));
}

/** Whether a level is held: met, or granted by an override. */
export function isHeld(standing: CompetencyStanding<ClauseCount>, level: string): boolean {
  return isMetBy(standing, level) || standing.override?.level === level;
}
