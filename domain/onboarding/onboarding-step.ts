/** Taking a step of an onboarding: for each kind of step, when it is known already, when it is refused, and what it changes. */
import { later, type CalendarDate } from '../basics/date';
import { linkLimitOn, type LinkLimit } from '../partner/link';
import { partnerDayAt } from '../partner/partner-day';
import { isShown, type Person } from '../partner/people/person';
import type { Policies } from '../programme/policy';
import {
  isRemindedOn,
  lastStatement,
  linksOf,
  saidElsewhere,
  type Onboarding,
  type OnboardingStep,
  type StepFact,
} from './onboarding';

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

/** Whom the steps are about, and the rules they are judged by. */
export interface Subject {
  readonly person: Person;
  readonly policies: Policies;
}

/**
 * Takes a step. The same step taken twice, on two devices or a week later on an old card, is known and changes nothing; a
 * link that Partner Center would not allow is refused with the day on which it would be. What a link or an account means
 * for counting stands in the person.
 */
export function takeOnboardingStep(step: OnboardingStep, onboarding: Onboarding, subject: Subject): StepOutcome {
  const { person, policies } = subject;
  const today = partnerDayAt(Date.parse(step.at), policies);
  if ('on' in step && step.on > today) return refused('in-the-future');
  if (person.leftOn !== undefined && person.leftOn <= today) return refused('has-left');
  const before = { ...subject, onboarding };
  const rule: StepRule<OnboardingStep> = rules[step.kind];
  const since = rule.knownSince(step, before);
  if (since !== undefined)
    return { kind: 'known', since, ...(step.kind === 'linked' && step.on !== since && { isOtherDay: true }) };
  return (
    rule.refuse?.(step, before) ?? {
      kind: 'taken',
      onboarding: isHalfTaken(step, onboarding) ? onboarding : { ...onboarding, steps: [...onboarding.steps, step] },
      person: rule.apply?.(step, person) ?? person,
    }
  );
}

/** The facts before the step. */
interface Before extends Subject {
  readonly onboarding: Onboarding;
}

interface StepRule<S> {
  /** Returns since when what the step says has been known; undefined where it is news. */
  knownSince(step: S, before: Before): CalendarDate | undefined;
  refuse?(step: S, before: Before): StepOutcome | undefined;
  /** Returns the person with what the step changes about counting. */
  apply?(step: S, person: Person): Person;
}

type StepOf<K> = Extract<OnboardingStep, { readonly kind: K }>;

const rules: { readonly [K in StepFact['kind']]: StepRule<StepOf<K>> } = {
  invited: {
    knownSince: (_, before) =>
      dayOf(
        before.onboarding.steps.find(({ kind }) => kind === 'invited'),
        before,
      ),
  },
  'account-made': {
    knownSince: (_, { person }) => person.accountOn ?? person.linkedOn,
    apply: ({ on }, person) => ({ ...person, accountOn: on }),
  },
  linked: {
    knownSince: (_, { person }) => (person.linkedElsewhereOn === undefined ? person.linkedOn : undefined),
    refuse: (step, before) => refuseShown(before.person) ?? refuseLink(step, before),
    apply: ({ on }, person) => ({ ...linkedHere(person), accountOn: person.accountOn ?? on, linkedOn: on }),
  },
  'linked-elsewhere': {
    knownSince: (_, { person }) => person.linkedElsewhereOn,
    refuse: (_, { person }) => (isLinked(person) ? undefined : refused('not-linked')),
    apply: ({ on }, person) => ({ ...person, linkedElsewhereOn: on }),
  },
  'still-linked': {
    knownSince: contestedSince,
    refuse: ({ on }, { onboarding, person }) =>
      isSeveredBy(on, onboarding, person) ? undefined : refused('not-severed'),
    apply: (_, person) => linkedHere(person),
  },
  trouble: {
    knownSince: sameTroubleSince,
    refuse: (_, { person }) => refuseShown(person),
  },
  reminded: {
    knownSince: (step, before) => {
      const day = partnerDayAt(Date.parse(step.at), before.policies);
      return isRemindedOn(day, before.onboarding, before.policies) ? day : undefined;
    },
  },
};

function refused(code: Extract<StepOutcome, { readonly kind: 'refused' }>['code']): StepOutcome {
  return { kind: 'refused', code };
}

function dayOf(step: OnboardingStep | undefined, { policies }: Subject): CalendarDate | undefined {
  return step && partnerDayAt(Date.parse(step.at), policies);
}

function contestedSince({ on }: StepOf<'still-linked'>, before: Before): CalendarDate | undefined {
  if (before.person.linkedElsewhereOn !== undefined) return undefined;
  return dayOf(
    before.onboarding.steps.findLast((one) => one.kind === 'still-linked' && one.on === on),
    before,
  );
}

function sameTroubleSince({ cause, until }: StepOf<'trouble'>, before: Before): CalendarDate | undefined {
  const last = before.onboarding.steps.at(-1);
  return last?.kind === 'trouble' && last.cause === cause && last.until === until ? dayOf(last, before) : undefined;
}

/** An import shows the person, so linking is over. */
function refuseShown(person: Person): StepOutcome | undefined {
  return isShown(person) && person.linkedElsewhereOn === undefined ? refused('shown-already') : undefined;
}

/** Partner Center allows a number of links in a time; what went elsewhere does not come back by an earlier day, from an old card. */
function refuseLink({ on }: StepOf<'linked'>, { person, policies, onboarding }: Before): StepOutcome | undefined {
  const day = later(on, person.linkedElsewhereOn)!;
  const limit = linkLimitOn(day, linksOf(onboarding, person), policies);
  return limit && { kind: 'limited', limit };
}

function linkedHere({ linkedElsewhereOn: _, ...person }: Person): Person {
  return person;
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

function isLinked(person: Person): boolean {
  return person.linkedElsewhereOn === undefined && (person.linkedOn !== undefined || isShown(person));
}
