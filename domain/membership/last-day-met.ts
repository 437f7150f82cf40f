/** The last day on which a level was met, worked out again from facts: people, figures and rules as they were on that day. */
import { type Credential } from '../programme/credential';
import { addDays, type CalendarDate } from '../basics/date';
import { lastDayOf, type Figure } from '../partner/figure';
import type { ReachedDay } from '../partner/reached-day';
import { credentialsNamedBy, type Competency, type Metric, type Programme } from '../programme/programme';
import { lastDaysWithin } from '../counting/credits/credit-timeline';
import { isHeld, standingOf, type CompetencyStanding } from '../counting/standing';
import { creditPeople, likeFacts } from '../counting/kept-credits';
import type { Facts } from '../counting/facts';

/** Both days belong to it. */
export interface DaySpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface Looking {
  readonly programme: Programme;
  readonly facts: Facts;
  readonly span: DaySpan;
  /** Only levels above this one are looked for. */
  readonly above: string | undefined;
}

/** What is lost was met on the day before something ended; the latest so many of these days are tried, newest first. */
const mostDays = 60;

/**
 * The last day of the span on which the competency held a level above the one given: the highest such level, or nothing.
 * Figures count from their day on, because a day that is past is judged by what was known of it.
 */
export function lastDayMet(competency: Competency, { programme, facts, span, above }: Looking): ReachedDay | undefined {
  if (span.to < span.from) return undefined;
  const only = { ...programme, competencies: [competency] };
  const ranks = programme.levels.map(({ id }) => id);
  const levels = ranks.slice(ranks.indexOf(above ?? '') + 1).reverse();
  if (levels.length === 0 || !couldBeMet(only, levels, { facts, span })) return undefined;
  for (const day of endingDays(competency, { programme, facts, span })) {
    const standing = standingOn(only, facts, day);
    const level = levels.find((one) => isHeld(standing, one));
    if (level !== undefined) return { competency: competency.id, level, on: day, ...pointsOf(standing, level) };
  }
  return undefined;
}

/** The level that a competency held on a day, with its points, judged by the figures that were known of that day. */
export function metOn(
  competency: Competency,
  { programme, facts }: Omit<Looking, 'span' | 'above'>,
  on: CalendarDate,
): ReachedDay | undefined {
  const standing = standingOn({ ...programme, competencies: [competency] }, facts, on);
  const { level } = standing;
  return level === undefined ? undefined : { competency: competency.id, level, on, ...pointsOf(standing, level) };
}

function standingOn(only: Programme, facts: Facts, day: CalendarDate): CompetencyStanding {
  return standingOf(only, likeFacts(factsKnownOn(facts, day), facts), day).competencies[0]!;
}

function factsKnownOn(facts: Facts, day: CalendarDate): Facts {
  return { ...facts, figures: facts.figures.filter(({ asOf }) => asOf <= day) };
}

function pointsOf({ options }: CompetencyStanding, level: string): Pick<ReachedDay, 'points' | 'of'> {
  const met = options.flatMap(({ levels }) => levels.filter((one) => one.level === level && one.met));
  const score = met.find((one) => one.score)?.score;
  return score ? { points: score.points, of: score.of } : {};
}

/** Whether the level would be met if nothing had ended in the span: asked once, it spares most days. */
function couldBeMet(
  only: Programme,
  levels: readonly string[],
  { facts, span }: Pick<Looking, 'facts' | 'span'>,
): boolean {
  if (facts.overrides?.some(({ until }) => until >= span.from)) return true;
  const days = [span.to, ...ruleEnds(only.competencies[0]!, span)];
  const best = atBest(facts, span);
  const forever = { ...only, credentials: lastingOnes(only.credentials), metrics: lastingFigures(only.metrics) };
  return days.some((day) => {
    const standing = standingOf(forever, best, day).competencies[0]!;
    return levels.some((level) => isHeld(standing, level));
  });
}

const lasting = new WeakMap<readonly Credential[], readonly Credential[]>();

/** The same credentials without the days on which the grace of those that retired ends. */
function lastingOnes(credentials: readonly Credential[]): readonly Credential[] {
  const known = lasting.get(credentials);
  if (known) return known;
  const made = credentials.map(({ countsUntil: _, ...credential }) => credential);
  lasting.set(credentials, made);
  return made;
}

const lastingMetrics = new WeakMap<readonly Metric[], readonly Metric[]>();

/** The same metrics without the months after which an audit ends. */
function lastingFigures(metrics: readonly Metric[]): readonly Metric[] {
  const known = lastingMetrics.get(metrics);
  if (known) return known;
  const made = metrics.map(({ holdsMonths: _, ...metric }) => metric);
  lastingMetrics.set(metrics, made);
  return made;
}

const atBestFrom = new WeakMap<Facts, { readonly span: DaySpan; readonly best: Facts }>();

/** The facts with each person who left in the span still there, each achievement and enrolment that ended in it still valid, and the best value of each figure. */
function atBest(facts: Facts, span: DaySpan): Facts {
  const known = atBestFrom.get(facts);
  if (known && known.span.from === span.from && known.span.to === span.to) return known.best;
  const stays = (day: CalendarDate | undefined) => (day !== undefined && day >= span.from ? undefined : day);
  const changed: Facts = {
    ...facts,
    figures: bestOf(facts.figures),
    ...(facts.held && {
      held: facts.held.map(({ until, ...one }) => ({ ...one, ...present({ until: stays(until) }) })),
    }),
    people: facts.people.map((person) => {
      const { leftOn, linkedElsewhereOn, accountDeletedOn, ...others } = person;
      if (leftOn === undefined && linkedElsewhereOn === undefined && accountDeletedOn === undefined) return person;
      const gone = {
        leftOn: stays(leftOn),
        linkedElsewhereOn: stays(linkedElsewhereOn),
        accountDeletedOn: stays(accountDeletedOn),
      };
      return { ...others, ...present(gone) };
    }),
    policies: { ...facts.policies, expiredCertificationCounts: 'on', skillAgeLimit: 0, retiredExamGraceMonths: 1200 },
  };
  const best = likeFacts(changed, facts);
  atBestFrom.set(facts, { span, best });
  return best;
}

function present<T extends object>(parts: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: NonNullable<T[K]>;
  };
}

function bestOf(figures: readonly Figure[]): readonly Figure[] {
  const best = new Map<string, Figure>();
  for (const figure of figures) {
    const known = best.get(figure.metric);
    if (!known || Number(figure.value) > Number(known.value)) best.set(figure.metric, figure);
  }
  return [...best.values()];
}

/** The days of the span on which something counted for the last time, and its last day, from the latest. */
function endingDays(
  competency: Competency,
  { programme, facts, span }: Omit<Looking, 'above'>,
): readonly CalendarDate[] {
  const days = new Set<CalendarDate>([span.to]);
  const put = (day: CalendarDate | undefined) => {
    if (day !== undefined && span.from <= day && day <= span.to) days.add(day);
  };
  const named = credentialsNamedBy(competency);
  const metrics = new Map(programme.metrics.map((one) => [one.id, one]));
  for (const day of lastDaysWithin(creditPeople(programme, facts, span.to).timeline, named, span)) put(day);
  for (const figure of facts.figures) {
    put(addDays(figure.asOf, -1));
    put(lastDayOf(figure, metrics.get(figure.metric)));
  }
  for (const { until } of facts.held ?? []) put(until);
  for (const { until } of facts.overrides ?? []) put(until);
  for (const day of ruleEnds(competency, span)) put(day);
  return [...days].sort().reverse().slice(0, mostDays);
}

/** The last days of rules, and the days before others begin. */
function ruleEnds({ options }: Competency, { from, to }: DaySpan): readonly CalendarDate[] {
  const days = options.flatMap(({ requirements }) =>
    requirements.flatMap(({ effectiveFrom, effectiveTo }) => [addDays(effectiveFrom, -1), effectiveTo]),
  );
  return days.filter((day): day is CalendarDate => day !== undefined && from <= day && day <= to);
}
