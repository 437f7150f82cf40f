/** The steps of an onboarding in words: the state, who says so, and what is in the way. */
import type { Contradiction, OnboardingStanding } from '../../domain/onboarding/onboarding-state';
import type { LinkLimit } from '../../domain/partner/link';
import type { OnboardingOccasion } from '../../domain/alerts/notice';
import type { Text } from '../text';
import { competencyName, listOf, type Wording } from './wording';

/** The headline of a state, with its day where it has one. */
export function stateTitle({ state, since, next }: OnboardingStanding, text: Text): string {
  if (state === 'blocked') return text.say('onboard.title.blocked', { date: text.date((next?.at ?? '').slice(0, 10)) });
  if (state === 'left') return text.say('onboard.title.left', { date: text.date(since ?? '') });
  return text.say(`onboard.title.${state}`);
}

/** The state in a line about a person, with the day since when it holds. */
export function stateLine({ state, since }: OnboardingStanding, text: Text): string {
  const words = text.say(`state-of.${state}`);
  return since ? text.say('funnel.since', { state: words, date: text.date(since) }) : words;
}

/** Who says that a step was taken; nothing where the clock does. */
export function sourceWords(by: OnboardingStanding['by'], text: Text): string | undefined {
  return by && by.kind !== 'time' ? text.say(`onboard.by.${by.kind}`) : undefined;
}

/** Why Partner Center would not allow another link yet. */
export function limitWords({ code, until }: LinkLimit, text: Text): string {
  return text.say(`onboard.limit.${code}`, { date: text.date(until) });
}

/** What cannot both be true. */
export function contradictionWords({ code, on }: Contradiction, text: Text): string {
  return text.say(`onboard.contradiction.${code}`, { date: text.date(on) });
}

/** Why a person gets this onboarding card now. */
export function occasionWords(
  { occasion, since }: { readonly occasion: OnboardingOccasion; readonly since: string },
  text: Text,
): string {
  return text.say(`onboard.occasion.${occasion}`, { date: text.date(since) });
}

const mostCompetencies = 8;

/** What the person's achievements count towards. */
export function countsForWords(countsFor: readonly string[], wording: Wording): string {
  const { text } = wording;
  const names = countsFor.map((id) => competencyName(id, wording));
  return names.length > 0
    ? text.say('onboard.counts.for', { competencies: listOf(names, text, mostCompetencies) })
    : text.say('onboard.counts.spare');
}
