/** Derives from facts and a day the notices that should be open on that day. */
import { creditOf } from '../counting/credit';
import { countsFromOf } from '../counting/counting-delay';
import { indexCredentials } from '../programme/credential';
import { addDays, later, type CalendarDate } from '../basics/date';
import { displayedLevels } from '../membership/displayed-level';
import { endingWithin } from '../planning/expiring';
import { countingIn } from '../counting/gap';
import { certificationReach, certificationSteps, newestReminderStep, runwaySteps } from './reminder-steps';
import { audienceOf, noticeKey, type BestRepair, type GraveRisk, type Notice } from './notice';
import { beginningOf, lastStatement, type Onboarding } from '../onboarding/onboarding';
import type { Partner } from '../partner/partner';
import { partnerDayAt } from '../partner/partner-day';
import { shownSince, type Person } from '../partner/person';
import { requirementInForce, type Competency, type Programme } from '../programme/programme';
import { renewalOf } from '../membership/renewal';
import { findAlternativePlans } from '../planning/alternative-plan';
import type { Risk, ShownLevel } from '../membership/risk';
import { forecastRisks } from '../membership/risk-forecast';
import { standingOf, type CompetencyStanding, type Facts } from '../counting/standing';
import { severedOn } from '../onboarding/link-severing';

/** All that is known of a partner, as far as it is noticed. */
export interface NoticeFacts {
  readonly programme: Programme;
  readonly partner: Partner;
  readonly facts: Facts;
  /** The day of the newest import; absent where nothing was imported yet. */
  readonly importedOn?: CalendarDate;
  /** The steps of everybody who has any, by the id of the person. */
  readonly onboardings?: ReadonlyMap<string, Onboarding>;
  /** The days on which other organisations have recorded newer links that sever nothing, by the id of the person. */
  readonly elsewhere?: ReadonlyMap<string, CalendarDate>;
}

/** How long something that has happened is news, in days. */
export const newsDays = { countsNow: 14, linkedElsewhere: 30, lapsed: 30, requirementChange: 180 } as const;

/** The notices that ought to be open on a day; the same facts and day give the same, in the order of their gravity. */
export function deriveNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
  return [
    ...riskNotices(known, today),
    ...runwayNotices(known, today),
    ...requirementNotices(known, today),
    ...staleNotices(known, today),
    ...elsewhereNotices(known, today),
    ...toldNotices(known, today),
    ...certificationNotices(known, today),
    ...countsNotices(known, today),
  ];
}

/** More than any card tells; a large partner has thousands. */
const mostCauses = 12;

/**
 * One for the renewal where it hangs on them, and one for each level that is lost: that it came true is news. What is only
 * going to lapse is told by the one for the renewal, where there is one.
 */
function riskNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
  const { programme, partner, facts, importedOn } = known;
  if (importedOn === undefined) return [];
  const { until, because, nothing, ...forecast } = forecastRisks(partner, { programme, facts, today });
  const risks = forecast.risks
    .filter(isGrave)
    .map((risk) => ('causes' in risk ? { ...risk, causes: risk.causes.slice(0, mostCauses) } : risk));
  const cycle = cycleOf(known, today);
  const repair = (risk: GraveRisk | undefined) => risk && repairOf(risk, known, { today, until });
  const level = nothing?.level;
  const apart = level === undefined ? risks : risks.filter(({ code }) => code === 'lost');
  const levels = apart.map((risk) => ({ ...riskNotice(risk, cycle), ...optional('repair', repair(risk)) }));
  if (level === undefined) return levels;
  const own = risks.find((risk) => risk.level === level) ?? risks[0];
  return [
    {
      key: noticeKey('renewal-at-risk', level, cycle),
      severity: 'urgent',
      audience: 'admins',
      reason: { rule: 'renewal-at-risk', level, until, because, risks },
      ...optional('repair', repair(own)),
    },
    ...levels,
  ];
}

/** What lasts beyond the renewal by an override of Microsoft is not in danger yet. */
function isGrave(risk: Risk): risk is GraveRisk {
  return risk.code !== 'thin' && risk.code !== 'reached' && !(risk.code === 'override' && risk.lasts);
}

function riskNotice(risk: GraveRisk, cycle: string): Notice {
  const isLost = risk.code === 'lost';
  const rule = isLost ? 'level-lost' : 'level-lapses';
  return {
    key: noticeKey(rule, risk.competency, risk.level, cycle),
    severity: isLost ? 'urgent' : 'warning',
    audience: 'admins',
    reason: { rule, risk },
  };
}

/** The anniversary to which all warnings of a year belong. */
function cycleOf({ partner, facts }: NoticeFacts, today: CalendarDate): string {
  const { membership } = partner;
  return membership ? renewalOf(membership, facts.policies, today).anniversary : 'no-membership';
}

function repairOf(
  { competency, level }: GraveRisk,
  known: NoticeFacts,
  { today, until: asOf }: { readonly today: CalendarDate; readonly until: CalendarDate },
): BestRepair | undefined {
  const [road] = findAlternativePlans(
    { competency, level },
    { programme: known.programme, facts: known.facts, today, asOf },
    1,
  );
  return road && { competency, tasks: road.plan.tasks, short: road.short.map(({ metric }) => metric) };
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>);
}

/** Days after the anniversary from which on nothing may be put off. */
const pressingStep = 0;
const nearStep = -30;

function runwayNotices(
  { partner: { membership }, facts: { policies } }: NoticeFacts,
  today: CalendarDate,
): readonly Notice[] {
  if (!membership || today < membership.boughtOn) return [];
  const { anniversary, windowCloses } = renewalOf(membership, policies, today);
  const step = newestReminderStep(runwaySteps(anniversary, policies.laurelReminders), today);
  if (!step || today > addDays(windowCloses, newsDays.lapsed)) return [];
  const { days } = runwaySteps(anniversary, policies.laurelReminders).find(({ name }) => name === step.name)!;
  return [
    {
      key: noticeKey('runway', anniversary, step.name),
      severity: days >= pressingStep ? 'urgent' : days >= nearStep ? 'warning' : 'note',
      audience: 'admins',
      reason: { rule: 'runway', step: days, anniversary, closes: windowCloses },
    },
  ];
}

/** Each person hears of their own, and only of what Microsoft lets them renew. */
function certificationNotices({ programme, facts }: NoticeFacts, today: CalendarDate): readonly Notice[] {
  return endingWithin(programme, facts, { today, days: certificationReach })
    .filter(({ because }) => because === 'expiry')
    .flatMap(({ person, credential, until, isComputed }): Notice[] => {
      const step = newestReminderStep(certificationSteps(until), today);
      if (!step) return [];
      return [
        {
          key: noticeKey('certification', person.id, credential.id, until, step.name),
          severity: step.name === '6m' ? 'note' : 'warning',
          audience: audienceOf(person),
          reason: {
            rule: 'certification',
            person: person.id,
            credential: credential.id,
            until,
            ...(isComputed && { isComputed }),
          },
        },
      ];
    });
}

function countsNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
  const { programme, facts } = known;
  const index = indexCredentials(programme.credentials);
  const fresh = facts.people.flatMap((person): readonly Fresh[] => {
    const since = countsSince(person, known);
    if (since === undefined || today < since || today >= addDays(since, newsDays.countsNow)) return [];
    const { hindrance, counted } = creditOf(person, index, { asOf: today, policies: facts.policies });
    return hindrance || counted.size === 0 ? [] : [{ person, since, credentials: counted.size }];
  });
  if (fresh.length === 0) return [];
  const { competencies } = standingOf(programme, facts, today);
  return fresh.map((one) => countsNotice(one, competencies));
}

interface Fresh {
  readonly person: Person;
  readonly since: CalendarDate;
  readonly credentials: number;
}

function countsNotice({ person, since, credentials }: Fresh, competencies: readonly CompetencyStanding[]): Notice {
  const countsFor = competencies.filter((one) => countingIn(one).has(person.id)).map(({ id }) => id);
  return {
    key: noticeKey('counts-now', person.id, person.linkedOn ?? 'import'),
    severity: 'note',
    audience: audienceOf(person),
    reason: { rule: 'counts-now', person: person.id, since, credentials, countsFor },
  };
}

/**
 * Returns since when a person's achievements count, if that is news: from the link, or for a person in onboarding from the import that shows them, if that is later. What counted before the first step is no news.
 */
export function countsSince(person: Person, { facts, onboardings }: NoticeFacts): CalendarDate | undefined {
  const { linkedOn } = person;
  const counts = linkedOn && countsFromOf({ completedOn: linkedOn }, person, facts.policies);
  const onboarding = onboardings?.get(person.id);
  const begun = onboarding && beginningOf(onboarding);
  const shownOn = begun && shownSince(person);
  return shownOn !== undefined && shownOn >= partnerDayAt(Date.parse(begun!.at), facts.policies)
    ? later(counts, shownOn)
    : counts;
}

function elsewhereNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
  return known.facts.people.flatMap((person): Notice[] => {
    const { id, leftOn, linkedElsewhereOn: on } = person;
    const since = elsewhereSince(person, known);
    if (on === undefined || since === undefined || today < on) return [];
    if (today >= addDays(since, newsDays.linkedElsewhere) || (leftOn !== undefined && leftOn <= on)) return [];
    return [
      {
        key: noticeKey('linked-elsewhere', id, on),
        severity: 'warning',
        audience: 'admins',
        reason: {
          rule: 'linked-elsewhere',
          person: id,
          on,
          ...(isRecordedElsewhere(person, known) && { recorded: true }),
        },
      },
    ];
  });
}

/** Since when a link elsewhere is news: what another organisation has recorded may be known here much later than it happened. */
export function elsewhereSince(person: Person, known: NoticeFacts): CalendarDate | undefined {
  const { linkedElsewhereOn: on } = person;
  if (on === undefined || !isRecordedElsewhere(person, known)) return on;
  const { at } = lastStatement(known.onboardings!.get(person.id)!)!;
  return later(on, partnerDayAt(Date.parse(at), known.facts.policies));
}

function isRecordedElsewhere(person: Person, { onboardings }: NoticeFacts): boolean {
  const onboarding = onboardings?.get(person.id);
  return onboarding !== undefined && severedOn({ person, onboarding }) !== undefined;
}

/** What only is told changes nothing here: the policy says so, or it is not true of every account of the person. */
function toldNotices({ elsewhere = new Map() }: NoticeFacts, today: CalendarDate): readonly Notice[] {
  return [...elsewhere].flatMap(([person, on]): Notice[] => {
    if (today < on || today >= addDays(on, newsDays.linkedElsewhere)) return [];
    return [
      {
        key: noticeKey('linked-elsewhere', person, on, 'told'),
        severity: 'warning',
        audience: 'admins',
        reason: { rule: 'linked-elsewhere', person, on, told: true },
      },
    ];
  });
}

function staleNotices({ importedOn, facts: { policies } }: NoticeFacts, today: CalendarDate): readonly Notice[] {
  const days = policies.staleDataAfter;
  if (importedOn === undefined || days === 0 || today < addDays(importedOn, days)) return [];
  return [
    {
      key: noticeKey('stale-data', importedOn),
      severity: 'note',
      audience: 'admins',
      reason: { rule: 'stale-data', importedOn, days },
    },
  ];
}

function requirementNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
  const { programme, partner, facts } = known;
  const last = addDays(today, newsDays.requirementChange);
  const ahead = programme.competencies
    .map((competency) => ({ competency, days: ruleDays(competency).filter((day) => day > today && day <= last) }))
    .filter(({ days }) => days.length > 0);
  if (ahead.length === 0) return [];
  const shown = displayedLevels(partner, { programme, facts, today });
  const now = standingOf(programme, facts, today).competencies;
  return ahead.flatMap(({ competency, days }) => {
    const standing = now.find(({ id }) => id === competency.id)!;
    return isHeld(standing, shown) ? days.flatMap((on) => requirementNotice(competency, on, known)) : [];
  });
}

function isHeld({ id, level }: CompetencyStanding, shown: readonly ShownLevel[]): boolean {
  return level !== undefined || shown.some(({ competency }) => competency === id);
}

function requirementNotice(
  competency: Competency,
  on: CalendarDate,
  { programme, facts }: NoticeFacts,
): readonly Notice[] {
  const before = addDays(on, -1);
  const changed = programme.levels.filter(({ id }) =>
    competency.options.some((option) => requirementInForce(option, id, before) !== requirementInForce(option, id, on)),
  );
  if (changed.length === 0) return [];
  const [then] = standingOf({ ...programme, competencies: [competency] }, facts, on).competencies;
  const isMet = (level: string) =>
    then!.options.some(({ levels }) => levels.some((one) => one.level === level && one.met));
  const levels = changed.map(({ id }) => ({ level: id, met: isMet(id) }));
  return [
    {
      key: noticeKey('requirement-change', competency.id, on),
      severity: levels.every(({ met }) => met) ? 'note' : 'warning',
      audience: 'admins',
      reason: { rule: 'requirement-change', competency: competency.id, on, levels },
    },
  ];
}

/** The days on which a rule of the competency begins, or the one after a rule has ended. */
export function ruleDays({ options }: Competency): readonly CalendarDate[] {
  const days = options.flatMap(({ requirements }) =>
    requirements.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo && addDays(effectiveTo, 1)]),
  );
  return [...new Set(days.filter((day) => day !== undefined))].sort();
}
