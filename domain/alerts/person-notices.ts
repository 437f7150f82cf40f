/** Notices about single people: a certification that ends, achievements that count now, a link to another organisation. */
import { addDays, later, type CalendarDate } from '../basics/date';
import { countsFromOf } from '../counting/credits/counting-delay';
import { creditOf } from '../counting/credits/credit';
import { countingIn } from '../counting/gap';
import { standingOf, type CompetencyStanding } from '../counting/standing';
import { severedOn } from '../onboarding/link-severing';
import { beginningOf, lastStatement } from '../onboarding/onboarding';
import { partnerDayAt } from '../partner/partner-day';
import { shownSince, type Person } from '../partner/people/person';
import { endingWithin } from '../planning/expiring';
import { indexCredentials } from '../programme/credential';
import { audienceOf, noticeKey, type Notice } from './notice';
import { newsDays, type NoticeFacts } from './notice-facts';
import { certificationReach, certificationSteps, newestReminderStep } from './reminder-steps';

/** Each person hears of their own, and only of what Microsoft lets them renew. */
export function certificationNotices({ programme, facts }: NoticeFacts, today: CalendarDate): readonly Notice[] {
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

/** One for each person whose achievements have begun to count in the last days. */
export function countsNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
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

/** One for each person whose link was newly moved to another organisation. */
export function elsewhereNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
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
export function toldNotices({ elsewhere = new Map() }: NoticeFacts, today: CalendarDate): readonly Notice[] {
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
