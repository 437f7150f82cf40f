/** A risk is a level that is lost, or will be on the renewal day, or hangs on one person, seen with everything known today. */
import { creditOf } from '../counting/credits/credit';
import { dayNumber, peopleWithEntry } from '../counting/credits/credit-timeline';
import { type Hindrance } from '../counting/credits/hindrance';
import { indexCredentials } from '../programme/credential';
import { addDays, type CalendarDate } from '../basics/date';
import { lastDayMet, metOn, type DaySpan } from './last-day-met';
import { keptDayIn, type ReachedDay } from '../partner/reached-day';
import type { Override } from '../partner/override';
import { hasScores, requirementInForce, type Competency, type Programme } from '../programme/programme';
import { credentialsAskedBy } from '../programme/requirement';
import { isHeld, isMetBy, standingOf, type CompetencyStanding } from '../counting/standing';
import { creditPeople } from '../counting/kept-credits';
import type { Facts } from '../counting/facts';
import type { OwnRenewal } from '../partner/held-goal';
import { lapsingFigures, type LapsingFigure } from './lapsing-figures';
import { nextChangeDay } from '../counting/next-change-day';
import { singlePointsOf, type SinglePoint } from '../planning/what-if';
import { findSatisfyingSelection } from '../counting/satisfying-selection';

/**
 * Why a level that is met today will not be: a person whose credential stops counting, evidence such as an audit or an
 * enrolment in a designation that ends, or a rule that changes.
 */
export type Cause =
  | LapsingFigure
  | {
      readonly code: 'credential';
      readonly person: string;
      readonly credential: string;
      readonly because: Hindrance;
      readonly on: CalendarDate;
    }
  | { readonly code: 'rule'; readonly on: CalendarDate };

export type Risk = RiskOfLevel & {
  /** The days of its own renewal, for which it is told, where the goal is not renewed with the membership. */
  readonly own?: OwnRenewal;
};

type RiskOfLevel =
  /**
   * A level that is not met any more, because it is still shown or because it was met within a year; `causes` are what stopped
   * counting in that time. `on` is the first day without it, where the facts tell which it was.
   */
  | {
      readonly code: 'lost';
      readonly competency: string;
      readonly level: string;
      readonly on?: CalendarDate;
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
  /**
   * Not met today, or not on the renewal day, and no harm to that renewal: a score that reaches its goal on one day of the
   * qualification window has qualified. `ahead`: that day is still to come. `kept`: known from the day on which it happened; the facts of today do not show it.
   */
  | ({ readonly code: 'reached'; readonly window: DaySpan; readonly kept?: true; readonly ahead?: true } & ReachedDay)
  /** A level is met today and on the renewal day, and some people may not leave, or the level of the renewal day is lost. */
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
  /** A score that reaches its goal on one of these days has qualified for the renewal, also if it falls later. */
  readonly window?: DaySpan;
  /** Levels that were met on this day or later and are not met today are lost, shown or not; absent: only what is shown. */
  readonly remembersFrom?: CalendarDate;
}

/** What threatens each competency: the gravest first; two only where one level is lost and the one below it will be. */
export function risksOf(programme: Programme, facts: Facts, horizon: Horizon): readonly Risk[] {
  const then = standingOf(programme, facts, horizon.until);
  const points = singlePointsOf(programme, facts, then);
  // Computed last, because a caller that asks for risks asks for today's standing next, and only the newest result per person is cached.
  const now = standingOf(programme, facts, horizon.today);
  return programme.competencies.flatMap((competency, index): readonly Risk[] => {
    const standings = { before: now.competencies[index]!, after: then.competencies[index]! };
    return riskIn({ competency, programme, facts, horizon, ...standings }, points);
  });
}

interface Judged {
  readonly competency: Competency;
  readonly programme: Programme;
  readonly facts: Facts;
  readonly horizon: Horizon;
  readonly before: CompetencyStanding;
  readonly after: CompetencyStanding;
}

/** A level that is lost, and what becomes of the one that is left: that it lapses is told beside it. */
function riskIn(judged: Judged, points: readonly SinglePoint[]): readonly Risk[] {
  const { competency, programme, facts, horizon, before } = judged;
  const missed = missedOf(judged);
  const left = leftRiskIn(judged, points);
  if (!missed) return left ? [left] : [];
  const rank = (level: string) => programme.levels.findIndex(({ id }) => id === level);
  const reached = left?.code === 'reached' ? left : reachedIn(judged);
  if (reached && rank(reached.level) >= rank(missed.level)) return [reached];
  const loss = lossOf(programme, { competency, level: missed.level, facts, horizon }, missed);
  const isTold = left && before.level !== undefined && (left.code !== 'thin' || !missed.isShown);
  return isTold ? [loss, left] : [loss];
}

/** What becomes of the level that is met today. */
function leftRiskIn(judged: Judged, points: readonly SinglePoint[]): Risk | undefined {
  const { competency, programme, facts, horizon, before, after } = judged;
  const { level } = before;
  if (level === undefined) return reachedIn(judged);
  if (isMetBy(after, level)) return thinOf(competency.id, points);
  const reached = reachedIn(judged);
  const rank = (one: string) => programme.levels.findIndex(({ id }) => id === one);
  if (reached && rank(reached.level) >= rank(level)) return reached;
  const override = before.override ?? (after.override?.level === level ? after.override : undefined);
  if (override) return overrideRisk(override, horizon);
  return lapseOf(programme, { competency, level, facts, horizon });
}

/** The day of the window that counts for the renewal: one that is past, one kept from when it happened, or its first day ahead. */
function reachedIn({
  competency,
  programme,
  facts,
  horizon,
}: Judged): Extract<RiskOfLevel, { code: 'reached' }> | undefined {
  const { window, today, until } = horizon;
  if (!window || !hasScores({ competencies: [competency] })) return undefined;
  const about = { programme, facts };
  if (window.from > today) {
    const ahead = window.from <= until ? metOn(competency, about, window.from) : undefined;
    return ahead && { code: 'reached', window, ahead: true, ...ahead };
  }
  const span = { from: window.from, to: window.to < today ? window.to : today };
  const seen = lastDayMet(competency, { ...about, span, above: undefined });
  if (seen) return { code: 'reached', window, ...seen };
  const kept = keptDayIn(facts.reached ?? [], competency.id, span);
  return kept && { code: 'reached', window, kept: true, ...kept };
}

/** The level is the one of the renewal day, which may be higher than today's. */
function thinOf(competency: string, points: readonly SinglePoint[]): Risk | undefined {
  const own = points.filter((point) => point.competency === competency);
  const level = own[0]?.level;
  return level === undefined ? undefined : { code: 'thin', competency, level, people: own.map(({ person }) => person) };
}

function overrideRisk({ competency, level, until }: Override, horizon: Horizon): Risk {
  return { code: 'override', competency, level, until, lasts: until >= horizon.until };
}

/** A level above what is met today: the highest that is shown, or that was met within the time that is remembered. */
interface MissedLevel {
  readonly level: string;
  readonly until?: CalendarDate;
  readonly isShown?: true;
  /** The last day on which it was met. */
  readonly metOn?: CalendarDate;
}

function missedOf({ competency, programme, facts, horizon, before }: Judged): MissedLevel | undefined {
  const rank = (level: string | undefined) => programme.levels.findIndex(({ id }) => id === level);
  const { today, shown, remembersFrom: from } = horizon;
  const highest = shown
    .filter((one) => one.competency === competency.id && rank(one.level) > rank(before.level))
    .sort((one, other) => rank(other.level) - rank(one.level))[0];
  const span = from === undefined ? undefined : { from, to: addDays(today, -1) };
  const last = span && lastDayMet(competency, { programme, facts, span, above: before.level });
  if (!highest) return last && { level: last.level, metOn: last.on };
  return { ...highest, isShown: true, ...(last?.level === highest.level && { metOn: last.on }) };
}

const yearDays = 365;

function lossOf(programme: Programme, about: Lapsing, { until, metOn: last }: MissedLevel): Risk {
  const { today, remembersFrom } = about.horizon;
  const since = until === undefined ? (last ?? remembersFrom ?? addDays(today, -yearDays)) : addDays(until, -yearDays);
  const causes = causesIn(programme, about, { from: since, to: today });
  return {
    code: 'lost',
    competency: about.competency.id,
    level: about.level,
    ...(last !== undefined && { on: addDays(last, 1) }),
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
      ...causesIn(programme, { competency, level, facts, horizon }, { from: horizon.today, to: horizon.until }),
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

/** What counts for the level on the first day and does not on the last: figures and enrolments first, then people. */
function causesIn(programme: Programme, about: Lapsing, span: DaySpan): readonly Cause[] {
  const { competency, level, facts } = about;
  const rules = competency.options.flatMap((option) => requirementInForce(option, level, span.from) ?? []);
  const metrics = rules.flatMap(({ figures }) => figures.map(({ metric }) => metric));
  return [
    ...lapsingFigures([...new Set(metrics)], { programme, facts, span }),
    ...credentialCauses(programme, about, span),
  ];
}

/** The credentials that the level names, that count on the first day and do not on the last. */
function credentialCauses(
  programme: Programme,
  { competency, level, facts }: Lapsing,
  { from, to }: DaySpan,
): readonly Cause[] {
  const rules = competency.options.flatMap((option) => requirementInForce(option, level, from) ?? []);
  const named = new Set(rules.flatMap(credentialsAskedBy));
  const index = indexCredentials(programme.credentials);
  const { policies } = facts;
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const losing = peopleWithEntry(
    creditPeople(programme, facts, to).timeline,
    (entry) => entry.from <= first && first <= entry.until && entry.until < last && named.has(entry.credential),
  );
  return losing.flatMap((person) => {
    const { hindered } = creditOf(person, index, { asOf: to, policies });
    return [...creditOf(person, index, { asOf: from, policies }).counted]
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
