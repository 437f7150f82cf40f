/** Notice days are the days on which time alone changes what there is to say; between two of them nothing new is noticed. */
import { indexCredentials } from '../programme/credential';
import { addDays, type CalendarDate } from '../basics/date';
import { expiryOf } from '../counting/credits/expiry';
import { nextFigureDay } from './figure-notices';
import { certificationSteps, ownRenewalReminders, runwaySteps } from './reminder-steps';
import { newsDays, type NoticeFacts } from './notice-facts';
import { countsSince, elsewhereSince } from './person-notices';
import { ruleDays } from './requirement-notices';
import { nextTeamDay } from './team-notices';
import type { Enrolment } from '../partner/enrolment';
import { enrolledUntil, ownRenewalOf } from '../partner/held-goal';
import type { Partner } from '../partner/partner';
import type { Person } from '../partner/people/person';
import type { Programme } from '../programme/programme';
import type { RenewalRules } from '../membership/ended-programme';
import { renewalOf } from '../membership/renewal';
import { nextRiskDay } from '../membership/risk-count';
import { forecastRisks } from '../membership/risk-forecast';
import { nextChangeDay } from '../counting/next-change-day';
import { taskDaysOf } from '../tasks/task-reminder';

/** The first day after `today` on which the notices may be others; nothing where time alone will change nothing. */
export function nextNoticeDay(known: NoticeFacts, today: CalendarDate): CalendarDate | undefined {
  const { programme, partner, facts, importedOn } = known;
  const index = indexCredentials(programme.credentials);
  let first: CalendarDate | undefined;
  const put = (day: CalendarDate | undefined) => {
    if (day !== undefined && day > today && (first === undefined || day < first)) first = day;
  };
  put(nextChangeDay(programme, facts, today));
  put(riskDayAfter(known, today));
  for (const day of programme.competencies.flatMap(ruleDays)) put(addDays(day, -newsDays.requirementChange));
  partnerDays(partner, { programme, policies: facts.policies }, today).forEach(put);
  if (importedOn !== undefined) put(addDays(importedOn, facts.policies.staleDataAfter));
  put(nextFigureDay(known, today));
  put(nextTeamDay(known, today));
  for (const on of known.elsewhere?.values() ?? []) [on, addDays(on, newsDays.linkedElsewhere)].forEach(put);
  for (const task of known.tasks ?? []) taskDaysOf(task, facts.policies).forEach(put);
  for (const person of facts.people) {
    newsDaysOf(person, known).forEach(put);
    for (const achievement of person.achievements) {
      const credential = index(achievement);
      const until = credential && expiryOf(achievement, credential);
      if (until !== undefined) for (const { on } of certificationSteps(until)) put(on);
    }
  }
  return first;
}

function riskDayAfter({ programme, partner, facts, importedOn }: NoticeFacts, today: CalendarDate) {
  if (importedOn === undefined) return undefined;
  const ground = { programme, facts, today };
  return nextRiskDay(partner, forecastRisks(partner, ground).risks, ground);
}

function partnerDays(
  { membership, shown, enrolments = [] }: Partner,
  { programme, policies }: RenewalRules,
  today: CalendarDate,
): readonly CalendarDate[] {
  const ends = [
    ...shown.flatMap(({ endsOn }) => (endsOn === undefined ? [] : [addDays(endsOn, 1)])),
    ...enrolments.flatMap((one) => [
      one.from,
      addDays(enrolledUntil(one, { membership, programme }), 1),
      ...ownDays(one, programme),
    ]),
  ];
  if (!membership) return ends;
  const { anniversary, windowOpens, windowCloses } = renewalOf(membership, policies, today);
  return [
    ...ends,
    membership.boughtOn,
    ...membership.renewedOn,
    ...runwaySteps(anniversary, policies.laurelReminders).map(({ on }) => on),
    windowOpens,
    addDays(windowCloses, 1),
    addDays(windowCloses, newsDays.lapsed + 1),
  ];
}

/** The days of the renewal of a specialization on which a reminder begins or ends. */
function ownDays(enrolment: Enrolment, programme: Programme): readonly CalendarDate[] {
  const own = ownRenewalOf(enrolment, programme);
  if (!own) return [];
  const steps = runwaySteps(own.anniversary, ownRenewalReminders).map(({ on }) => on);
  return [...steps, addDays(own.closes, newsDays.lapsed + 1)];
}

function newsDaysOf(person: Person, known: NoticeFacts): readonly CalendarDate[] {
  const { linkedElsewhereOn } = person;
  const since = countsSince(person, known);
  const elsewhere = elsewhereSince(person, known);
  return [
    ...(since === undefined ? [] : [since, addDays(since, newsDays.countsNow)]),
    ...(linkedElsewhereOn === undefined || elsewhere === undefined
      ? []
      : [linkedElsewhereOn, addDays(elsewhere, newsDays.linkedElsewhere)]),
  ];
}
