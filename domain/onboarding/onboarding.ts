/** An onboarding is the list of steps from a name to a person who counts, each with who said that it was taken. */
import { later, type CalendarDate } from '../basics/date';
import { linkLimitOn, type LinkLimit } from '../partner/link';
import { partnerDayAt, type PartnerZone } from '../partner/partner-day';
import { isShown, type Person } from '../partner/person';
import type { Policies } from '../programme/policy';

/** Who says so. What an import or the clock shows is not a step: it is seen in the facts each time. */
export type StepSource =
  | { readonly kind: 'person' }
  /** `id` is the Entra object id. */
  | { readonly kind: 'admin'; readonly id: string }
  /** Another organisation that uses the same Laurel has recorded it; its name is never shown. */
  | { readonly kind: 'elsewhere' };

/** Why linking does not work, as people meet it (domain.md 1.5, "limits" and "stuck"). */
export const troubleCauses = [
  'other-mail',
  'second-profile',
  'guest-account',
  'thirty-days',
  'third-this-year',
  'no-sign-in',
  'something-else',
] as const;
export type TroubleCause = (typeof troubleCauses)[number];

/** What can happen on the way that only people know. */
export type StepFact =
  | { readonly kind: 'invited' }
  | { readonly kind: 'account-made'; readonly on: CalendarDate }
  | { readonly kind: 'linked'; readonly on: CalendarDate }
  | { readonly kind: 'linked-elsewhere'; readonly on: CalendarDate }
  /**
   * The link elsewhere of that day, which another organisation had recorded, is none: the person was linked here all the
   * time.
   */
  | { readonly kind: 'still-linked'; readonly on: CalendarDate }
  | { readonly kind: 'trouble'; readonly cause: TroubleCause; readonly until?: CalendarDate }
  | { readonly kind: 'reminded' };

export type OnboardingStep = StepFact & {
  /** When it was said; ISO 8601, UTC. */
  readonly at: string;
  readonly by: StepSource;
};

export interface Onboarding {
  /** The id of the person. */
  readonly person: string;
  /** In the order of writing. */
  readonly steps: readonly OnboardingStep[];
}

/** The outcome of a step: taken, taken before, or refused. */
export type StepOutcome =
  | { readonly kind: 'taken'; readonly onboarding: Onboarding; readonly person: Person }
  /** `isOtherDay`: a link of another day was said. */
  | { readonly kind: 'known'; readonly since: CalendarDate; readonly isOtherDay?: true }
  | { readonly kind: 'limited'; readonly limit: LinkLimit }
  | {
      readonly kind: 'refused';
      readonly code: 'shown-already' | 'in-the-future' | 'has-left' | 'not-linked' | 'not-severed';
    };

/** The onboarding with nothing said yet. */
export function newOnboarding(person: string): Onboarding {
  return { person, steps: [] };
}

/**
 * Takes a step. The same thing said twice, on two devices or a week later on an old card, is known and changes nothing; a
 * link that Partner Center would not allow is refused with the day on which it would be. What a link or an account means
 * for counting stands in the person.
 */
export function takeOnboardingStep(
  step: OnboardingStep,
  onboarding: Onboarding,
  { person, policies }: Subject,
): StepOutcome {
  const today = partnerDayAt(Date.parse(step.at), policies);
  if ('on' in step && step.on > today) return { kind: 'refused', code: 'in-the-future' };
  if (person.leftOn !== undefined && person.leftOn <= today) return { kind: 'refused', code: 'has-left' };
  const since = knownSince(step, onboarding, { person, policies });
  if (since !== undefined)
    return { kind: 'known', since, ...(step.kind === 'linked' && step.on !== since && { isOtherDay: true }) };
  const isSeen = isShown(person) && person.linkedElsewhereOn === undefined;
  if (isSeen && (step.kind === 'linked' || step.kind === 'trouble')) return { kind: 'refused', code: 'shown-already' };
  if (step.kind === 'linked') {
    // What went elsewhere does not come back by a day before that, from an old card.
    const day = later(step.on, person.linkedElsewhereOn)!;
    const limit = linkLimitOn(day, linksOf(onboarding, person), policies);
    if (limit) return { kind: 'limited', limit };
  }
  if (step.kind === 'linked-elsewhere' && !isLinked(person)) return { kind: 'refused', code: 'not-linked' };
  if (step.kind === 'still-linked' && !isSeveredBy(step.on, onboarding, person))
    return { kind: 'refused', code: 'not-severed' };
  return {
    kind: 'taken',
    onboarding: isHalfTaken(step, onboarding) ? onboarding : { ...onboarding, steps: [...onboarding.steps, step] },
    person: after(step, person),
  };
}

/** What people here have said themselves is no record of another organisation, and not taken back by contesting one. */
function isSeveredBy(on: CalendarDate, { steps }: Onboarding, { linkedElsewhereOn }: Person): boolean {
  const last = steps.findLast(({ kind }) => kind === 'linked-elsewhere' || kind === 'linked');
  return last?.kind === 'linked-elsewhere' && saidElsewhere(last) && last.on === on && linkedElsewhereOn === on;
}

/** If the bot stopped after writing the step and before its consequence, the same step is accepted again. */
function isHalfTaken(step: OnboardingStep, onboarding: Onboarding): boolean {
  const last = lastStatement(onboarding);
  return (
    step.kind === 'still-linked' && last?.kind === step.kind && last.on === step.on && last.by.kind === step.by.kind
  );
}

type Word = Extract<OnboardingStep, { readonly kind: 'linked' | 'linked-elsewhere' | 'still-linked' }>;

/** What was said last about where the account is linked. */
export function lastStatement({ steps }: Onboarding): Word | undefined {
  return steps.findLast(isWord);
}

function isWord(step: OnboardingStep): step is Word {
  return step.kind === 'linked' || step.kind === 'linked-elsewhere' || step.kind === 'still-linked';
}

/** Returns whether only another organisation has said so. */
export function saidElsewhere({ by }: Pick<OnboardingStep, 'by'>): boolean {
  return by.kind === 'elsewhere';
}

/** The first step of a way on board; what other organisations have recorded, and what is answered to that, begins none. */
export function beginningOf({ steps }: Onboarding): OnboardingStep | undefined {
  return steps.find((step) => !saidElsewhere(step) && step.kind !== 'still-linked');
}

/** Whom the steps are about, and the rules they are judged by. */
export interface Subject {
  readonly person: Person;
  readonly policies: Policies;
}

/** Since when what the step says has been known; nothing where it is news. */
function knownSince(
  step: OnboardingStep,
  onboarding: Onboarding,
  { person, policies }: Subject,
): CalendarDate | undefined {
  const { steps } = onboarding;
  const dayOf = (one: OnboardingStep | undefined) => one && partnerDayAt(Date.parse(one.at), policies);
  switch (step.kind) {
    case 'account-made':
      return person.accountOn ?? person.linkedOn;
    case 'linked':
      return person.linkedElsewhereOn === undefined ? person.linkedOn : undefined;
    case 'linked-elsewhere':
      return person.linkedElsewhereOn;
    case 'still-linked':
      return person.linkedElsewhereOn === undefined
        ? dayOf(steps.findLast((one) => one.kind === 'still-linked' && one.on === step.on))
        : undefined;
    case 'invited':
      return dayOf(steps.find(({ kind }) => kind === 'invited'));
    case 'reminded':
      return isRemindedOn(dayOf(step)!, onboarding, policies) ? dayOf(step) : undefined;
    case 'trouble': {
      const last = steps.at(-1);
      return last?.kind === 'trouble' && last.cause === step.cause && last.until === step.until
        ? dayOf(last)
        : undefined;
    }
  }
}

/** Whether an admin has reminded the person on a day, on which that is enough. */
export function isRemindedOn(day: CalendarDate, { steps }: Onboarding, zone: PartnerZone): boolean {
  return steps.some((step) => step.kind === 'reminded' && partnerDayAt(Date.parse(step.at), zone) === day);
}

function after(step: OnboardingStep, person: Person): Person {
  switch (step.kind) {
    case 'account-made':
      return { ...person, accountOn: step.on };
    case 'linked': {
      const { linkedElsewhereOn: _, ...here } = person;
      return { ...here, accountOn: person.accountOn ?? step.on, linkedOn: step.on };
    }
    case 'linked-elsewhere':
      return { ...person, linkedElsewhereOn: step.on };
    case 'still-linked': {
      const { linkedElsewhereOn: _, ...here } = person;
      return here;
    }
    default:
      return person;
  }
}

/** Every link that is known of a person, here or elsewhere: what the limits are counted from. */
export function linksOf({ steps }: Onboarding, { linkedOn, linkedElsewhereOn }: Person): readonly CalendarDate[] {
  const said = steps.filter(isWord).reduce<readonly CalendarDate[]>(withLink, []);
  return [...said, ...(linkedOn ? [linkedOn] : []), ...(linkedElsewhereOn ? [linkedElsewhereOn] : [])];
}

/** A link that another organisation had recorded was none, once that is said. */
function withLink(links: readonly CalendarDate[], { kind, on }: Word): readonly CalendarDate[] {
  return kind === 'still-linked' ? links.filter((one) => one !== on) : [...links, on];
}

function isLinked(person: Person): boolean {
  return person.linkedElsewhereOn === undefined && (person.linkedOn !== undefined || isShown(person));
}
