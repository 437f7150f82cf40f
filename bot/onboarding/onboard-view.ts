/** What the onboarding card shows: to the person whom it is about, and to an admin. */
import type { OnboardView, StepReply } from '../../cards/contract/onboarding-view';
import type { CardSetting } from '../../cards/contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import { creditOf } from '../../domain/counting/credits/credit';
import { countingIn } from '../../domain/counting/gap';
import { standingOf, type CompetencyStanding } from '../../domain/counting/standing';
import { linksOf, type Onboarding } from '../../domain/onboarding/onboarding';
import { contradictionsIn, onboardingStateOf, type OnboardingStanding } from '../../domain/onboarding/onboarding-state';
import { deliveryHindranceOf } from '../../domain/partner/conversation';
import { linkLimitOn, linksLeftOn } from '../../domain/partner/link';
import type { Person } from '../../domain/partner/people/person';
import { indexCredentials } from '../../domain/programme/credential';
import type { Policies } from '../../domain/programme/policy';
import type { Programme } from '../../domain/programme/programme';
import { findConversations } from '../delivery/roster-reference';
import { maySeeNames } from '../partner/name-visibility';
import type { OnboardingContext, OnboardingReading, TakenStep } from './step-record';
import { isOwn } from './own-person';

/** Returns the present state of a person's onboarding. */
export function standingNow(
  person: Person,
  onboarding: Onboarding,
  { snapshot, request }: Pick<OnboardingContext, 'snapshot' | 'request'>,
): OnboardingStanding {
  return standingAt({ person, onboarding }, { ...snapshot, now: request.now });
}

/** The policies for the state of an onboarding, and the current time. */
export interface StepContext {
  readonly programme: Programme;
  readonly policies: Policies;
  readonly asOf: CalendarDate;
  /** Milliseconds since 1970. */
  readonly now: number;
}

function standingAt({ person, onboarding }: Omit<TakenStep, 'reply'>, moment: StepContext): OnboardingStanding {
  const { programme, policies, asOf, now } = moment;
  const credit = creditOf(person, indexCredentials(programme.credentials), { asOf, policies });
  return onboardingStateOf({ onboarding, person, credit, policies, now });
}

/** Returns what the onboarding card shows to the asker. */
export async function onboardViewOf(
  { person, onboarding, reply }: Omit<TakenStep, 'reply'> & { readonly reply?: StepReply },
  situation: OnboardingReading,
): Promise<OnboardView> {
  const { snapshot, request } = situation;
  const { asOf, programme, facts, setting } = snapshot;
  const others = facts.people.filter(({ id }) => id !== person.id);
  const { competencies } = standingOf(programme, { ...facts, people: [...others, person] }, asOf);
  const isSelf = isOwn(person, request);
  const isAdmin = maySeeNames(request, snapshot);
  const view = wayViewOf({ person, onboarding }, { ...snapshot, now: request.now, setting, competencies });
  const inviter = inviterOf(onboarding);
  const accounts = [...person.identifiers.aadUserId, ...(inviter ? [inviter] : [])];
  const conversations = await findConversations(accounts, request, situation.services);
  const invitedBy = isSelf && inviter ? conversations.get(inviter)?.name : undefined;
  const hindrance = isAdmin && !isSelf ? deliveryHindranceOf(person, conversations) : undefined;
  return {
    ...view,
    ...(isSelf && { self: person.id }),
    isSelf,
    isAdmin,
    ...(invitedBy && { invitedBy }),
    ...(hindrance !== undefined && { hindrance }),
    ...(reply && { reply }),
  };
}

/** Returns the Entra object id of the admin who invited the person. */
export function inviterOf({ steps }: Onboarding): string | undefined {
  const step = steps.findLast(({ by }) => by.kind === 'admin');
  return step?.by.kind === 'admin' ? step.by.id : undefined;
}

export interface WayFrame extends StepContext {
  readonly setting: CardSetting;
  /** As they stand with the person. */
  readonly competencies: readonly CompetencyStanding[];
}

/** Returns what the onboarding card shows to the person whom it is about. */
export function wayViewOf({ person, onboarding }: Omit<TakenStep, 'reply'>, frame: WayFrame): OnboardView {
  const { setting, asOf, policies, competencies } = frame;
  const links = linksOf(onboarding, person);
  const limit = linkLimitOn(asOf, links, policies);
  return {
    ...setting,
    asOf,
    person,
    standing: standingAt({ person, onboarding }, frame),
    steps: onboarding.steps,
    countsFor: competencies.filter((one) => countingIn(one).has(person.id)).map(({ id }) => id),
    linksLeft: linksLeftOn(asOf, links, policies),
    ...(limit && { limit }),
    contradictions: contradictionsIn(person),
    isSelf: true,
    isAdmin: false,
    policies,
  };
}
