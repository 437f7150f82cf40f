/** An onboarding is how somebody came from a name to a person who counts: every step, and who says that it was taken. */
import { dateOf, type CalendarDate } from './date';
import { linkLimitOn, type LinkLimit } from './link';
import { isShown, type Person } from './person';
import type { Policies } from './policy';

/** Who says so. What an import or the clock shows is not a step: it is seen in the facts each time. */
export type StepSource =
  | { readonly kind: 'person' }
  /** `id` is the Entra object id. */
  | { readonly kind: 'admin'; readonly id: string };

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
  | { readonly kind: 'trouble'; readonly cause: TroubleCause; readonly until?: CalendarDate }
  | { readonly kind: 'reminded' };

export type Step = StepFact & {
  /** When it was said; ISO 8601, UTC. */
  readonly at: string;
  readonly by: StepSource;
};

export interface Onboarding {
  /** The id of the person. */
  readonly person: string;
  /** In the order in which they were said. */
  readonly steps: readonly Step[];
}

/** What came of a step: it was taken, it had been taken before, or it cannot be taken. */
export type StepOutcome =
  | { readonly kind: 'taken'; readonly onboarding: Onboarding; readonly person: Person }
  | { readonly kind: 'known'; readonly since: CalendarDate }
  | { readonly kind: 'limited'; readonly limit: LinkLimit }
  | { readonly kind: 'refused'; readonly code: 'shown-already' | 'in-the-future' | 'has-left' | 'not-linked' };

/** The onboarding with nothing said yet. */
export function newOnboarding(person: string): Onboarding {
  return { person, steps: [] };
}

/**
 * Takes a step. The same thing said twice, on two devices or a week later on an old card, is known and changes nothing; a
 * link that Partner Center would not allow is refused with the day on which it would be. What a link or an account means
 * for counting stands in the person.
 */
export function taken(step: Step, onboarding: Onboarding, { person, policies }: Subject): StepOutcome {
  const today = dateOf(Date.parse(step.at));
  if ('on' in step && step.on > today) return { kind: 'refused', code: 'in-the-future' };
  if (person.leftOn !== undefined && person.leftOn <= today) return { kind: 'refused', code: 'has-left' };
  const since = knownSince(step, onboarding, person);
  if (since !== undefined) return { kind: 'known', since };
  if (step.kind === 'linked') {
    if (isShown(person) && person.linkedElsewhereOn === undefined) return { kind: 'refused', code: 'shown-already' };
    const limit = linkLimitOn(step.on, linksOf(onboarding, person), policies);
    if (limit) return { kind: 'limited', limit };
  }
  if (step.kind === 'linked-elsewhere' && !isLinked(person)) return { kind: 'refused', code: 'not-linked' };
  return {
    kind: 'taken',
    onboarding: { ...onboarding, steps: [...onboarding.steps, step] },
    person: after(step, person),
  };
}

/** Whom the steps are about, and the rules they are judged by. */
export interface Subject {
  readonly person: Person;
  readonly policies: Policies;
}

/** Since when what the step says has been known; nothing where it is news. */
function knownSince(step: Step, { steps }: Onboarding, person: Person): CalendarDate | undefined {
  const day = dateOf(Date.parse(step.at));
  switch (step.kind) {
    case 'account-made':
      return person.accountOn ?? person.linkedOn;
    case 'linked':
      return person.linkedElsewhereOn === undefined ? person.linkedOn : undefined;
    case 'linked-elsewhere':
      return person.linkedElsewhereOn;
    case 'invited':
      return dayOf(steps.find(({ kind }) => kind === 'invited'));
    case 'reminded':
      return dayOf(steps.find((one) => one.kind === 'reminded' && dayOf(one) === day));
    case 'trouble': {
      const last = steps.at(-1);
      return last?.kind === 'trouble' && last.cause === step.cause && last.until === step.until
        ? dayOf(last)
        : undefined;
    }
  }
}

function dayOf(step: Step | undefined): CalendarDate | undefined {
  return step && dateOf(Date.parse(step.at));
}

function after(step: Step, person: Person): Person {
  switch (step.kind) {
    case 'account-made':
      return { ...person, accountOn: step.on };
    case 'linked': {
      const { linkedElsewhereOn: _, ...here } = person;
      return { ...here, accountOn: person.accountOn ?? step.on, linkedOn: step.on };
    }
    case 'linked-elsewhere':
      return { ...person, linkedElsewhereOn: step.on };
    default:
      return person;
  }
}

/** Every link that is known of a person, here or elsewhere: what the limits are counted from. */
export function linksOf({ steps }: Onboarding, { linkedOn, linkedElsewhereOn }: Person): readonly CalendarDate[] {
  const said = steps.flatMap((step) => (step.kind === 'linked' || step.kind === 'linked-elsewhere' ? [step.on] : []));
  return [...said, ...(linkedOn ? [linkedOn] : []), ...(linkedElsewhereOn ? [linkedElsewhereOn] : [])];
}

function isLinked(person: Person): boolean {
  return person.linkedElsewhereOn === undefined && (person.linkedOn !== undefined || isShown(person));
}
