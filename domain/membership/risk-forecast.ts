/**
 * The risk forecast decides, for every answer and every alert alike, which levels are lost, lapse, depend on one person or
 * are safe.
 */
import { addDays, type CalendarDate } from '../basics/date';
import { displayedLevels } from './displayed-level';
import { riskHorizonOf, type RiskHorizon } from './risk-horizon';
import { metOn, type DaySpan } from './last-day-met';
import type { Partner } from '../partner/partner';
import { withReached, type ReachedDay } from '../partner/reached-day';
import { shownSince } from '../partner/people/person';
import { goingOn, hasScores, type Competency, type Programme } from '../programme/programme';
import { renewableMembership } from './ended-programme';
import { qualificationWindowOf } from './qualification-window';
import { renewalOf } from './renewal';
import { ownOutlooks, ownRenewalsOf, type OwnOutlook } from './own-outlook';
import { risksOf, type Horizon, type Risk, type ShownLevel } from './risk';
import { standingOf } from '../counting/standing';
import type { Facts } from '../counting/facts';
import { offersFor } from './upgrade';

export interface RiskForecast extends RiskHorizon {
  readonly shown: readonly ShownLevel[];
  /** The span in which a score must reach its goal on one day; absent if nothing is renewed in points. */
  readonly window?: DaySpan;
  readonly risks: readonly Risk[];
  /** For the goals that are renewed on their own, by id: the day for which their risks are told, and the facts of that day. */
  readonly ahead: ReadonlyMap<string, OwnOutlook>;
  /**
   * That nothing would qualify: no competency for the level of the membership on the day for which risks are told; without a
   * membership to renew there is no level to tell, and none is met today.
   */
  readonly nothing?: NothingQualifies;
}

export interface NothingQualifies {
  readonly level?: string;
}

export interface ForecastGround {
  readonly programme: Programme;
  readonly facts: Facts;
  readonly today: CalendarDate;
}

const yearDays = 365;

/** Everything at risk on a day, with what is known on that day. */
export function forecastRisks(partner: Partner, { programme, facts, today }: ForecastGround): RiskForecast {
  const seen = riskHorizonOf(partner.membership, { programme, policies: facts.policies }, today);
  const shown = displayedLevels(partner, { programme, facts, today });
  const window = windowFor(partner, { programme, facts, today });
  const remembersFrom = rememberedSince(partner, facts.people, today);
  const horizon = { today, until: seen.until, shown, remembersFrom, ...(window && { window }) };
  const alive = goingOn(programme, today);
  const own = ownRenewalsOf(partner, alive, today);
  const shared = { ...alive, competencies: alive.competencies.filter(({ id }) => !own.has(id)) };
  const sharedRisks = risksOf(own.size > 0 ? shared : alive, facts, horizon);
  const ahead = ownOutlooks(own, { programme, partner, facts, risks: sharedRisks, seen });
  const risks = alive.competencies.flatMap((one) => {
    const outlook = ahead.get(one.id);
    return outlook
      ? ownRisksOf(one, alive, { outlook, horizon })
      : sharedRisks.filter(({ competency }) => competency === one.id);
  });
  const nothing = nothingIn(partner, { programme, facts, today }, { ...seen, risks });
  return { ...seen, shown, risks, ahead, ...(window && { window }), ...(nothing && { nothing }) };
}

function ownRisksOf(
  competency: Competency,
  programme: Programme,
  { outlook, horizon }: { readonly outlook: OwnOutlook; readonly horizon: Horizon },
): readonly Risk[] {
  const { own, until, since, facts } = outlook;
  const { window: _, ...others } = horizon;
  const remembersFrom = since > addDays(horizon.today, -yearDays) ? since : addDays(horizon.today, -yearDays);
  const risks = risksOf({ ...programme, competencies: [competency] }, facts, { ...others, until, remembersFrom });
  return risks.map((risk) => ({ ...risk, own }));
}

/** The qualification window of the renewal that is ahead, or whose days to renew are running. */
function windowFor({ membership: bought }: Partner, { programme, facts, today }: ForecastGround): DaySpan | undefined {
  const membership = renewableMembership(bought, { programme, policies: facts.policies }, today);
  if (!membership || !hasScores(programme)) return undefined;
  const { phase, anniversary } = renewalOf(membership, facts.policies, today);
  return phase === 'lapsed' ? undefined : qualificationWindowOf(anniversary, facts.policies);
}

/**
 * A year back, and no further than the last purchase or renewal and the first import: a level lost earlier is not news of
 * this year, or was lost before this company had any data.
 */
function rememberedSince({ membership }: Partner, people: Facts['people'], today: CalendarDate): CalendarDate {
  const yearAgo = addDays(today, -yearDays);
  const bought = membership && [membership.boughtOn, ...membership.renewedOn].filter((day) => day <= today).at(-1);
  return [yearAgo, bought ?? yearAgo, knownSince(people) ?? yearAgo].sort().at(-1)!;
}

const firstImports = new WeakMap<Facts['people'], { readonly on?: CalendarDate }>();

/** The day of the first import that shows anybody; nothing where none does. */
function knownSince(people: Facts['people']): CalendarDate | undefined {
  const known = firstImports.get(people);
  if (known) return known.on;
  let on: CalendarDate | undefined;
  for (const person of people) {
    const since = shownSince(person);
    if (since !== undefined && (on === undefined || since < on)) on = since;
  }
  firstImports.set(people, on === undefined ? {} : { on });
  return on;
}

function nothingIn(
  { membership }: Partner,
  { programme, facts, today }: ForecastGround,
  { until, because, risks }: RiskHorizon & Pick<RiskForecast, 'risks'>,
): NothingQualifies | undefined {
  const isRenewed = membership && (because === 'anniversary' || because === 'window');
  const alive = goingOn(programme, today);
  if (alive.competencies.length === 0) return undefined;
  const standing = standingOf(alive, facts, isRenewed ? until : today);
  if (!isRenewed) return standing.competencies.some(({ level }) => level !== undefined) ? undefined : {};
  const { level } = membership;
  if (risks.some((risk) => risk.code === 'reached' && risk.level === level)) return undefined;
  const offer = offersFor(alive, standing, { membership, policies: facts.policies, today }).find(
    (one) => one.level === level,
  );
  return offer?.carriers.length === 0 ? { level } : undefined;
}

/**
 * The partner without the kept days that only facts gave which were taken back: the facts before tell of the goal on that day,
 * and those after do not. A day that no facts explain any more stays, as it was seen when it happened.
 */
export function withoutReachedBy(
  partner: Partner,
  { before, after }: { readonly before: Facts; readonly after: Facts },
  programme: Programme,
): Partner {
  const { reached = [], ...others } = partner;
  const isTold = ({ competency, level, on }: ReachedDay, facts: Facts) => {
    const found = programme.competencies.find(({ id }) => id === competency);
    return found !== undefined && metOn(found, { programme, facts }, on)?.level === level;
  };
  const kept = reached.filter((day) => !isTold(day, before) || isTold(day, after));
  if (kept.length === reached.length) return partner;
  return kept.length > 0 ? { ...others, reached: kept } : others;
}

/**
 * The partner with the days kept on which scores have their goals in the window that today belongs to, or the same partner
 * where nothing is new: what is known of such a day must not be forgotten with the facts that made it.
 */
export function withReachedDays(partner: Partner, ground: ForecastGround): Partner {
  const { programme, facts, today } = ground;
  const window = windowFor(partner, ground);
  if (!window || today < window.from) return partner;
  const { risks } = forecastRisks(partner, ground);
  const past = risks.flatMap((risk) => (risk.code === 'reached' && !risk.kept && !risk.ahead ? [risk] : []));
  const met =
    today <= window.to ? programme.competencies.flatMap((one) => metOn(one, { programme, facts }, today) ?? []) : [];
  const seen = [...met.filter(({ points }) => points !== undefined), ...past].map(
    ({ competency, level, on, points, of }): ReachedDay => ({
      competency,
      level,
      on,
      ...(points && { points }),
      ...(of && { of }),
    }),
  );
  const kept = partner.reached ?? [];
  const reached = withReached(kept, seen, window);
  return reached === kept ? partner : { ...partner, reached };
}
