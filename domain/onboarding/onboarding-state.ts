/** The state of an onboarding says where a person is between a name and counting, since when, and when it can change next. */
import type { Credit } from '../counting/credits/credit';
import { later, type CalendarDate } from '../basics/date';
import type { Onboarding, OnboardingStep, StepSource, TroubleCause } from './onboarding';
import { partnerDayAt, partnerDayBegins, type PartnerZone } from '../partner/partner-day';
import { isShown, type Person } from '../partner/people/person';
import type { Policies } from '../programme/policy';

/** In the order in which a person passes them; the last two end the sequence (domain.md 1.5, "Onboarding states"). */
export const onboardingStates = [
  'invited',
  'account-made',
  'blocked',
  'waiting',
  'stuck',
  'shown',
  'counts',
  'linked-elsewhere',
  'left',
] as const;
export type OnboardingState = (typeof onboardingStates)[number];

/** A moment at which Laurel checks again whether achievements of the person appear. */
export interface StateCheck {
  readonly number: 1 | 2 | 3;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface OnboardingStanding {
  readonly state: OnboardingState;
  /** Absent where it is not known. */
  readonly since?: CalendarDate;
  /** Who said so: a person, an import, or the clock. */
  readonly by?: StepSource | { readonly kind: 'import' | 'time' };
  /** The checks that have passed without anything to be seen, 0 to 3. */
  readonly checks: number;
  /** The next moment at which time alone changes something. */
  readonly next?: StateCheck;
  /** What the person met last, where linking did not work. */
  readonly trouble?: { readonly cause: TroubleCause; readonly until?: CalendarDate };
}

export interface OnboardingCase {
  readonly onboarding: Onboarding;
  readonly person: Person;
  /** What the person brings on the day. */
  readonly credit: Credit;
  readonly policies: Policies;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Returns the state. Facts outweigh statements: a credited person counts, a person in an export is linked; a link that nothing shows after `countingStuckAfter` is stuck.
 */
export function onboardingStateOf(one: OnboardingCase): OnboardingStanding {
  const { person, credit } = one;
  const gone = goneFrom(one);
  if (gone) return { ...gone, checks: 0 };
  if (credit.counted.size > 0) return { state: 'counts', ...evidenced(person, one), checks: 0 };
  if (isShown(person) && credit.hindrance === undefined) return { state: 'shown', by: { kind: 'import' }, checks: 0 };
  if (person.linkedOn !== undefined) return waiting(person.linkedOn, one);
  return beforeLink(one);
}

function goneFrom({
  person,
  now,
  policies,
  onboarding,
}: OnboardingCase): Pick<OnboardingStanding, 'state' | 'since'> | undefined {
  const today = partnerDayAt(now, policies);
  const { leftOn, linkedElsewhereOn } = person;
  if (leftOn !== undefined && leftOn <= today) return { state: 'left', since: leftOn };
  if (linkedElsewhereOn === undefined || linkedElsewhereOn > today) return undefined;
  return { state: 'linked-elsewhere', since: linkedElsewhereOn, ...saidElsewhereBy(onboarding, linkedElsewhereOn) };
}

/** Of several that were said, the one that is on record. */
function saidElsewhereBy({ steps }: Onboarding, on: CalendarDate): Pick<OnboardingStanding, 'by'> {
  const step = steps.findLast((one) => one.kind === 'linked-elsewhere' && one.on === on);
  return step ? { by: step.by } : {};
}

function evidenced(person: Person, { onboarding }: OnboardingCase): Pick<OnboardingStanding, 'by' | 'since'> {
  if (isShown(person)) return { by: { kind: 'import' } };
  return { by: { kind: 'time' }, ...(person.linkedOn && { since: person.linkedOn }), ...saidBy(onboarding, 'linked') };
}

function waiting(linkedOn: CalendarDate, { onboarding, policies, now }: OnboardingCase): OnboardingStanding {
  const from = linkedAt(linkedOn, onboarding, policies);
  const { countingDelay, countingSecondCheck, countingStuckAfter } = policies;
  const moments = [countingDelay, countingSecondCheck, countingStuckAfter].map((hours) => from + hours * hourMs);
  const checks = moments.filter((moment) => moment <= now).length;
  const next = moments[checks];
  return {
    state: checks === moments.length ? 'stuck' : 'waiting',
    since: linkedOn,
    ...saidBy(onboarding, 'linked'),
    checks,
    ...(next !== undefined && {
      next: { number: (checks + 1) as StateCheck['number'], at: new Date(next).toISOString() },
    }),
    ...lastTrouble(onboarding),
  };
}

const hourMs = 3_600_000;

/** The moment from which the hours run: when the link was reported, if that was on the day of the link, else the beginning of that day. */
function linkedAt(linkedOn: CalendarDate, { steps }: Onboarding, zone: PartnerZone): number {
  const step = steps.findLast((one) => one.kind === 'linked' && one.on === linkedOn);
  const said = step && Date.parse(step.at);
  return said !== undefined && partnerDayAt(said, zone) === linkedOn ? said : partnerDayBegins(linkedOn, zone);
}

function beforeLink({ onboarding, person, policies, now }: OnboardingCase): OnboardingStanding {
  const trouble = lastTrouble(onboarding);
  const until = trouble.trouble?.until;
  const state = person.accountOn === undefined ? 'invited' : 'account-made';
  const since = later(person.accountOn, dayOfKind('invited', onboarding, policies));
  if (until !== undefined && until > partnerDayAt(now, policies)) {
    const at = new Date(partnerDayBegins(until, policies)).toISOString();
    return { state: 'blocked', ...trouble, checks: 0, next: { number: 1, at } };
  }
  return { state, ...(since && { since }), ...saidBy(onboarding, state), ...trouble, checks: 0 };
}

function lastTrouble({ steps }: Onboarding): Pick<OnboardingStanding, 'trouble'> {
  const last = steps.findLast(({ kind }) => kind !== 'reminded');
  return last?.kind === 'trouble' ? { trouble: { cause: last.cause, ...(last.until && { until: last.until }) } } : {};
}

function saidBy({ steps }: Onboarding, kind: OnboardingStep['kind']): Pick<OnboardingStanding, 'by'> {
  const step = steps.findLast((one) => one.kind === kind);
  return step ? { by: step.by } : {};
}

function dayOfKind(kind: OnboardingStep['kind'], { steps }: Onboarding, zone: PartnerZone): CalendarDate | undefined {
  const step = steps.find((one) => one.kind === kind);
  return step && partnerDayAt(Date.parse(step.at), zone);
}

/** Facts about one person that cannot both be true: shown to the admin, never settled by guessing. */
export const contradictionCodes = [
  'shown-after-leaving',
  'shown-after-link-elsewhere',
  'linked-before-account',
] as const;
export interface Contradiction {
  readonly code: (typeof contradictionCodes)[number];
  readonly on: CalendarDate;
}

/** What contradicts itself in what is kept of a person. */
export function contradictionsIn(person: Person): readonly Contradiction[] {
  const { leftOn, linkedElsewhereOn, linkedOn, accountOn } = person;
  const shown = person.achievements.filter((one) => isShown({ ...person, achievements: [one] }));
  const newest = shown.reduce<CalendarDate | undefined>((last, { completedOn }) => later(last, completedOn), undefined);
  const found: (Contradiction | false | undefined)[] = [
    leftOn !== undefined && newest !== undefined && newest > leftOn && { code: 'shown-after-leaving', on: newest },
    linkedElsewhereOn !== undefined &&
      newest !== undefined &&
      newest > linkedElsewhereOn && { code: 'shown-after-link-elsewhere', on: newest },
    linkedOn !== undefined &&
      accountOn !== undefined &&
      linkedOn < accountOn && { code: 'linked-before-account', on: linkedOn },
  ];
  return found.filter((one) => one !== false && one !== undefined);
}
