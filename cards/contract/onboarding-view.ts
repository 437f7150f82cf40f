/** What the cards about onboarding are given. */
import type { CalendarDate } from '../../domain/basics/date';
import type { OnboardingOccasion } from '../../domain/alerts/notice';
import type { LinkLimit } from '../../domain/partner/link';
import type { OnboardingStep } from '../../domain/onboarding/onboarding';
import type { StepOutcome } from '../../domain/onboarding/onboarding-step';
import type { Contradiction, OnboardingStanding } from '../../domain/onboarding/onboarding-state';
import type { Person } from '../../domain/partner/people/person';
import type { Policies } from '../../domain/programme/policy';
import type { CardSetting } from './view';

/** The outcome of the step that was just taken. */
export type StepReply = Exclude<StepOutcome, { readonly kind: 'taken' }> | { readonly kind: 'taken' };

/** One person's way, as the person sees it and as an admin does. */
export interface OnboardView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly person: Person;
  readonly standing: OnboardingStanding;
  readonly steps: readonly OnboardingStep[];
  /** The competencies that the person counts for today. */
  readonly countsFor: readonly string[];
  readonly linksLeft: number;
  readonly limit?: LinkLimit;
  readonly contradictions: readonly Contradiction[];
  readonly isSelf: boolean;
  readonly isAdmin: boolean;
  readonly policies: Policies;
  /** Why it is told unasked; absent where it was asked for. */
  readonly told?: { readonly occasion: OnboardingOccasion; readonly since: CalendarDate };
  /** What the admin is called who invited the person, where the reader may know. */
  readonly invitedBy?: string;
  /** Why nothing can be told to the person for now, as the code of a delivery; for admins. */
  readonly hindrance?: string;
  readonly reply?: StepReply;
  /** The day on which it was said before, and not confirmed. */
  readonly doubtedOn?: CalendarDate;
}
