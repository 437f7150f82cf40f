/** Notices about levels at risk: the renewal that hangs on them, each level that is lost or lapses, and the days of the renewal. */
import { addDays, type CalendarDate } from '../basics/date';
import { renewableMembership } from '../membership/ended-programme';
import { renewalOf } from '../membership/renewal';
import type { Risk } from '../membership/risk';
import { forecastRisks } from '../membership/risk-forecast';
import { findAlternativePlans } from '../planning/alternative-plan';
import { ownRenewalOf } from '../partner/held-goal';
import { competencyOf, goingOn } from '../programme/programme';
import { noticeKey, type BestRepair, type GraveRisk, type Notice } from './notice';
import { newsDays, type NoticeFacts } from './notice-facts';
import { newestReminderStep, ownRenewalReminders, runwaySteps } from './reminder-steps';

/** More than any card tells; a large partner has thousands. */
const mostCauses = 12;

/**
 * One for the renewal where it hangs on them, and one for each level that is lost: that it came true is news. What is only
 * going to lapse is told by the one for the renewal, where there is one; a specialization has a renewal of its own.
 */
export function riskNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
  const { programme, partner, facts, importedOn } = known;
  if (importedOn === undefined) return [];
  const { until, because, nothing, ahead, ...forecast } = forecastRisks(partner, { programme, facts, today });
  const risks = forecast.risks
    .filter(isGrave)
    .map((risk) => ('causes' in risk ? { ...risk, causes: risk.causes.slice(0, mostCauses) } : risk));
  const cycle = cycleOf(known, today);
  const repair = (risk: GraveRisk | undefined) => {
    const then = risk && (ahead.get(risk.competency) ?? { until, facts });
    return risk && then && repairOf(risk, { ...known, facts: then.facts }, { today, until: then.until });
  };
  const level = nothing?.level;
  const shared = risks.filter(({ own }) => !own);
  const apart = level === undefined ? risks : risks.filter(({ code, own }) => code === 'lost' || own);
  const levels = apart.map((risk) => ({
    ...riskNotice(risk, risk.own?.anniversary ?? cycle),
    ...optional('repair', repair(risk)),
  }));
  if (level === undefined) return levels;
  const ofLevel = shared.find((risk) => risk.level === level) ?? shared[0];
  return [
    {
      key: noticeKey('renewal-at-risk', level, cycle),
      severity: 'urgent',
      audience: 'admins',
      reason: { rule: 'renewal-at-risk', level, until, because, risks: shared },
      ...optional('repair', repair(ofLevel)),
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

/** One for the newest step of the reminders before and after the anniversary that has come. */
export function runwayNotices(
  { programme, partner, facts: { policies } }: NoticeFacts,
  today: CalendarDate,
): readonly Notice[] {
  const membership = renewableMembership(partner.membership, { programme, policies }, today);
  if (!membership || today < membership.boughtOn) return [];
  const { anniversary, windowCloses } = renewalOf(membership, policies, today);
  return runwayNotice({ anniversary, closes: windowCloses }, policies.laurelReminders, today);
}

/**
 * The same for each specialization, which is checked on an anniversary of its own; the days are those on which Microsoft writes
 * too (`specializations.md`, 2023-10-09).
 */
export function ownRunwayNotices({ programme, partner }: NoticeFacts, today: CalendarDate): readonly Notice[] {
  const { enrolments = [] } = partner;
  return enrolments.flatMap((one) => {
    const own = ownRenewalOf(one, programme);
    const goal = competencyOf(goingOn(programme, today), one.competency);
    if (!own || !goal || today < one.from) return [];
    const { anniversary, closes } = own;
    return runwayNotice({ anniversary, closes, goal: goal.id }, ownRenewalReminders, today);
  });
}

interface Runway {
  readonly anniversary: CalendarDate;
  readonly closes: CalendarDate;
  readonly goal?: string;
}

/** The newest step on the way to an anniversary. */
function runwayNotice(runway: Runway, reminders: readonly number[], today: CalendarDate): readonly Notice[] {
  const { anniversary, closes, goal } = runway;
  const steps = runwaySteps(anniversary, reminders);
  const step = newestReminderStep(steps, today);
  if (!step || today > addDays(closes, newsDays.lapsed)) return [];
  const { days } = steps.find(({ name }) => name === step.name)!;
  return [
    {
      key: noticeKey('runway', ...(goal === undefined ? [] : [goal]), anniversary, step.name),
      severity: days >= pressingStep ? 'urgent' : days >= nearStep ? 'warning' : 'note',
      audience: 'admins',
      reason: { rule: 'runway', step: days, ...runway },
    },
  ];
}
