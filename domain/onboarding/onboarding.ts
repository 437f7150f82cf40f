/** An onboarding is the list of steps from a name to a person who counts, each with who said that it was taken. */
import type { CalendarDate } from '../basics/date';
import { partnerDayAt, type PartnerZone } from '../partner/partner-day';
import type { Person } from '../partner/people/person';

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

/** The onboarding with nothing said yet. */
export function newOnboarding(person: string): Onboarding {
  return { person, steps: [] };
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

/** Whether an admin has reminded the person on a day, on which that is enough. */
export function isRemindedOn(day: CalendarDate, { steps }: Onboarding, zone: PartnerZone): boolean {
  return steps.some((step) => step.kind === 'reminded' && partnerDayAt(Date.parse(step.at), zone) === day);
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
