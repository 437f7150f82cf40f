/** Onboarding notices are what a person in onboarding is told proactively, and what the admins are told about that person. */
import { creditOf } from '../counting/credits/credit';
import { indexCredentials } from '../programme/credential';
import { addDays, later, type CalendarDate } from '../basics/date';
import { audienceOf, type helpReasons, noticeKey, openStates, type Notice, type OnboardingOccasion } from './notice';
import type { NoticeFacts } from './notice-facts';
import { beginningOf, type Onboarding } from '../onboarding/onboarding';
import { onboardingStateOf, type OnboardingStanding } from '../onboarding/onboarding-state';
import { partnerDayAt, partnerDayBegins, type PartnerZone } from '../partner/partner-day';
import type { Person } from '../partner/people/person';

/** Days without an action after which the person is reminded, is reminded again, and the admins are told. */
const silenceDays = { reminder: 3, secondReminder: 7, admins: 10 } as const;

/** One person's way at a moment. */
interface Way {
  readonly person: Person;
  readonly onboarding: Onboarding;
  readonly standing: OnboardingStanding;
  readonly today: CalendarDate;
  readonly zone: PartnerZone;
}

/** The notices of everybody on the way at a moment (milliseconds since 1970): one of their own each, and those for the admins. */
export function onboardingNotices(known: NoticeFacts, now: number): readonly Notice[] {
  return waysIn(known, now).flatMap((way) => [...ownNotice(way), ...helpNotice(way)]);
}

/** Returns the first time after `now` at which time alone changes the state of an onboarding or its notices. */
export function nextOnboardingMoment(known: NoticeFacts, now: number): number | undefined {
  const moments = waysIn(known, now).flatMap((way) => {
    const next = way.standing.next ? [Date.parse(way.standing.next.at)] : [];
    const silence = Object.values(silenceDays).map((days) =>
      partnerDayBegins(addDays(silentSince(way), days), way.zone),
    );
    return [...next, ...silence].filter((moment) => moment > now);
  });
  return moments.length > 0 ? moments.reduce((first, moment) => Math.min(first, moment)) : undefined;
}

function waysIn({ programme, facts, onboardings }: NoticeFacts, now: number): readonly Way[] {
  if (!onboardings || onboardings.size === 0) return [];
  const { policies } = facts;
  const today = partnerDayAt(now, policies);
  const index = indexCredentials(programme.credentials);
  return facts.people.flatMap((person): readonly Way[] => {
    const onboarding = onboardings.get(person.id);
    if (!onboarding || !beginningOf(onboarding)) return [];
    const credit = creditOf(person, index, { asOf: today, policies });
    const standing = onboardingStateOf({ onboarding, person, credit, policies, now });
    return [{ person, onboarding, standing, today, zone: policies }];
  });
}

function isBeforeLink({ state }: OnboardingStanding): boolean {
  return state === 'invited' || state === 'account-made';
}

/** The day from which on nothing has come from anybody; a day that had to be waited for begins the silence anew. */
function silentSince({ onboarding, standing, today, zone }: Way): CalendarDate {
  const { until } = standing.trouble ?? {};
  return later(dayOf(onboarding.steps.at(-1)!, zone), until !== undefined && until <= today ? until : undefined)!;
}

function dayOf({ at }: { readonly at: string }, zone: PartnerZone): CalendarDate {
  return partnerDayAt(Date.parse(at), zone);
}

/** What the person is to hear: what newest thing has happened, so that a card is said once for each and kept up to date after. */
function ownNotice(way: Way): readonly Notice[] {
  const { person, standing } = way;
  const state = openStates.find((one) => one === standing.state);
  const told = isBeforeLink(standing) ? beforeLink(way) : afterLink(way);
  if (!told || !state) return [];
  const { occasion, since } = told;
  return [
    {
      key: noticeKey('onboarding', person.id, occasion, since),
      severity: 'note',
      audience: audienceOf(person),
      reason: { rule: 'onboarding', person: person.id, occasion, state, since },
    },
  ];
}

interface Told {
  readonly occasion: OnboardingOccasion;
  readonly since: CalendarDate;
}

/** A person who acted has just seen the card; a new card is sent after silence, when a day has come, or when an admin acted. */
function beforeLink(way: Way): Told | undefined {
  const { onboarding, standing, today } = way;
  const since = silentSince(way);
  if (today >= addDays(since, silenceDays.secondReminder)) return { occasion: 'silent-again', since };
  if (today >= addDays(since, silenceDays.reminder)) return { occasion: 'silent', since };
  const last = onboarding.steps.at(-1)!;
  if (standing.trouble?.until === since) return { occasion: 'allowed-again', since };
  if (last.by.kind === 'person') return undefined;
  return last.kind === 'invited' || last.kind === 'account-made' || last.kind === 'reminded'
    ? { occasion: last.kind, since }
    : undefined;
}

/** A reminder is told before what the clock says, for as long as it is fresh. */
function afterLink({ onboarding, standing: { state, checks, since }, today, zone }: Way): Told | undefined {
  if (since === undefined || (state !== 'waiting' && state !== 'stuck')) return undefined;
  const last = onboarding.steps.at(-1)!;
  if (last.kind === 'reminded' && today < addDays(dayOf(last, zone), silenceDays.reminder))
    return { occasion: 'reminded', since: dayOf(last, zone) };
  if (state === 'stuck') return { occasion: 'stuck', since };
  return checks === secondCheck ? { occasion: 'nothing-yet', since } : undefined;
}

/** The check after which it is told that nothing shows yet (`countingSecondCheck`). */
const secondCheck = 2;

function helpNotice(way: Way): readonly Notice[] {
  const why = whyHelp(way);
  if (!why) return [];
  const since = why === 'stuck' ? (way.standing.since ?? way.today) : silentSince(way);
  const { id } = way.person;
  return [
    {
      key: noticeKey('onboarding-help', id, why, since),
      severity: why === 'stuck' ? 'warning' : 'note',
      audience: 'admins',
      reason: { rule: 'onboarding-help', person: id, why, since },
    },
  ];
}

/** An account is an admin's to make, so they hear of it when the person is first reminded. */
function whyHelp(way: Way): (typeof helpReasons)[number] | undefined {
  const { state } = way.standing;
  if (state === 'stuck') return 'stuck';
  const isOver = (days: number) => way.today >= addDays(silentSince(way), days);
  if (state === 'invited') return isOver(silenceDays.reminder) ? 'no-account' : undefined;
  return state === 'account-made' && isOver(silenceDays.admins) ? 'silent' : undefined;
}
