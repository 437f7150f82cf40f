/** A risk is a level that is lost, or will be on the renewal day, or hangs on one person, seen with everything known today. */
import { creditOf, type Hindrance } from '../counting/credit';
import { indexCredentials } from '../programme/credential';
import { addDays, type CalendarDate } from '../basics/date';
import type { Override } from '../partner/override';
import { hasScores, requirementInForce, type Competency, type Programme } from '../programme/programme';
import { credentialsAskedBy } from '../programme/requirement';
import { creditPeople, isHeld, isMetBy, standingOf, type CompetencyStanding, type Facts } from '../counting/standing';
import { nextChangeDay } from '../counting/next-change-day';
import { singlePointsOf, type SinglePoint } from '../planning/what-if';
import { findSatisfyingSelection } from '../counting/satisfying-selection';

/** Why a level that is met today will not be: a person whose credential stops counting, or a rule that changes. */
export type Cause =
  | {
      readonly code: 'credential';
      readonly person: string;
      readonly credential: string;
      readonly because: Hindrance;
      readonly on: CalendarDate;
    }
  | { readonly code: 'rule'; readonly on: CalendarDate };

export type Risk =
  /** Shown at a level that is not met any more; `causes` are what stopped counting in the year that it is shown for. */
  | {
      readonly code: 'lost';
      readonly competency: string;
      readonly level: string;
      readonly shownUntil?: CalendarDate;
      readonly causes: readonly Cause[];
    }
  /** Met today and not on the renewal day; `on` is the first day on which it is not. */
  | {
      readonly code: 'lapses';
      readonly competency: string;
      readonly level: string;
      readonly on: CalendarDate;
      readonly causes: readonly Cause[];
    }
  /** Held by an override, and not met on the renewal day; `lasts` if the override does not end before it. */
  | {
      readonly code: 'override';
      readonly competency: string;
      readonly level: string;
      readonly until: CalendarDate;
      readonly lasts: boolean;
    }
  /** Met today and on the renewal day, and some people may not leave. */
  | { readonly code: 'thin'; readonly competency: string; readonly level: string; readonly people: readonly string[] };

/** A level that Partner Center shows, whether it is met or not. */
export interface ShownLevel {
  readonly competency: string;
  readonly level: string;
  readonly until?: CalendarDate;
}

export interface Horizon {
  readonly today: CalendarDate;
  /** The renewal day. */
  readonly until: CalendarDate;
  readonly shown: readonly ShownLevel[];
  /** From this day on a score that reaches its goal has qualified for the renewal, whatever becomes of it later. */
  readonly qualifiesFrom?: CalendarDate;
}

/** At most one risk for every competency: the gravest. */
export function risksOf(programme: Programme, facts: Facts, horizon: Horizon): readonly Risk[] {
  const then = standingOf(programme, facts, horizon.until);
  const points = singlePointsOf(programme, facts, then);
  // Computed last, because a caller that asks for risks asks for today's standing next, and only the newest result per person is cached.
  const now = standingOf(programme, facts, horizon.today);
  return programme.competencies.flatMap((competency, index): readonly Risk[] => {
    const [before, after] = [now.competencies[index]!, then.competencies[index]!];
    const missed = missedOf(programme, before, horizon.shown);
    if (missed) return [lossOf(programme, { competency, level: missed.level, facts, horizon }, missed)];
    if (before.level === undefined) return [];
    if (isMetBy(after, before.level) || hasQualified(competency, horizon))
      return thinOf(competency.id, before.level, points);
    const override = before.override ?? (after.override?.level === before.level ? after.override : undefined);
    if (override) return [overrideRisk(override, horizon)];
    return [lapseOf(programme, { competency, level: before.level, facts, horizon })];
  });
}

function thinOf(competency: string, level: string, points: readonly SinglePoint[]): readonly Risk[] {
  const people = points.filter((point) => point.competency === competency).map(({ person }) => person);
  return people.length > 0 ? [{ code: 'thin', competency, level, people }] : [];
}

/** A score that is reached today is enough once the window for the renewal is open. */
function hasQualified(competency: Competency, { today, qualifiesFrom }: Horizon): boolean {
  return qualifiesFrom !== undefined && qualifiesFrom <= today && hasScores({ competencies: [competency] });
}

function overrideRisk({ competency, level, until }: Override, horizon: Horizon): Risk {
  return { code: 'override', competency, level, until, lasts: until >= horizon.until };
}

/** The highest level that is shown and is above what is met. */
function missedOf(
  { levels }: Programme,
  standing: CompetencyStanding,
  shown: readonly ShownLevel[],
): ShownLevel | undefined {
  const rank = (level: string | undefined) => levels.findIndex(({ id }) => id === level);
  return shown
    .filter(({ competency, level }) => competency === standing.id && rank(level) > rank(standing.level))
    .sort((one, other) => rank(other.level) - rank(one.level))[0];
}

const yearDays = 365;

function lossOf(programme: Programme, about: Lapsing, { until }: ShownLevel): Risk {
  const { today } = about.horizon;
  const since = addDays(until ?? today, -yearDays);
  const causes = credentialCauses(programme, about, { from: since, to: today });
  return {
    code: 'lost',
    competency: about.competency.id,
    level: about.level,
    ...(until && { shownUntil: until }),
    causes: causes.filter(({ on }) => on >= since),
  };
}

interface Lapsing {
  readonly competency: Competency;
  readonly level: string;
  readonly facts: Facts;
  readonly horizon: Horizon;
}

function lapseOf(programme: Programme, { competency, level, facts, horizon }: Lapsing): Risk {
  const on = firstDayWithout({ competency, level, facts, horizon }, programme);
  const rules = competency.options.some(
    (option) => requirementInForce(option, level, horizon.today) !== requirementInForce(option, level, horizon.until),
  );
  return {
    code: 'lapses',
    competency: competency.id,
    level,
    on,
    causes: [
      ...credentialCauses(programme, { competency, level, facts, horizon }, { from: horizon.today, to: horizon.until }),
      ...(rules ? [{ code: 'rule' as const, on }] : []),
    ],
  };
}

/**
 * Returns the first day on which the level is not met, or the last day of the horizon. Until the credit of a person in the satisfying selection changes, or a rule does, the same people meet the level: so only those days are tried.
 */
function firstDayWithout({ competency, level, facts, horizon }: Lapsing, programme: Programme): CalendarDate {
  const only = { ...programme, competencies: [competency] };
  let day: CalendarDate | undefined = horizon.today;
  while (day !== undefined && day < horizon.until) {
    const standing = standingOf(only, facts, day).competencies[0]!;
    if (!isHeld(standing, level)) return day;
    const witness = findSatisfyingSelection(standing, level);
    day = nextChangeDay(only, { ...facts, people: facts.people.filter(({ id }) => witness.has(id)) }, day);
  }
  return horizon.until;
}

interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The credentials that the level names, that count on the first day and do not on the last. */
function credentialCauses(
  programme: Programme,
  { competency, level, facts }: Lapsing,
  { from, to }: Span,
): readonly Cause[] {
  const rules = competency.options.flatMap((option) => requirementInForce(option, level, from) ?? []);
  const named = new Set(rules.flatMap(credentialsAskedBy));
  const index = indexCredentials(programme.credentials);
  const judgement = { asOf: from, policies: facts.policies };
  return creditPeople(programme, facts, to).credits.flatMap(({ person, hindered }) => {
    if (![...hindered.keys()].some((credential) => named.has(credential))) return [];
    return [...creditOf(person, index, judgement).counted]
      .filter((credential) => named.has(credential) && hindered.has(credential))
      .map((credential): Cause => {
        const because = hindered.get(credential)!;
        return { code: 'credential', person: person.id, credential, because, on: dayOf(because, to) };
      });
  });
}

function dayOf(because: Hindrance, otherwise: CalendarDate): CalendarDate {
  if (because.code === 'retired') return because.countedUntil;
  return 'on' in because ? because.on : otherwise;
}
