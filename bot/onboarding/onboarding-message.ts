/** Builds the proactive onboarding cards: the recipient's steps as they are now, with the reason for the card. */
import { onboardCard } from '../../cards/onboarding/onboard-card';
import type { Card } from '../../cards/elements/card';
import type { Text } from '../../cards/text';
import type { AlertSetting } from '../../cards/contract/alert-view';
import { isActive, type KeptNotice } from '../../domain/alerts/kept-notice';
import { factsOf } from '../../domain/membership/cached-standing';
import type { NoticeReason } from '../../domain/alerts/notice';
import { newOnboarding } from '../../domain/onboarding/onboarding';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import { standingOf, type CompetencyStanding } from '../../domain/counting/standing';
import type { TenantRecipients } from '../delivery/recipients';
import { loadPartnerFacts } from '../partner/partner-facts';
import { inviterOf, wayViewOf } from './onboard-view';
import type { AppServices } from '../context/app-services';
import type { ReadOnlyStore } from '../../domain/ports';

type Way = Extract<NoticeReason, { readonly rule: 'onboarding' }>;

/** The one way that these notices are about; nothing where they tell anything else as well. What is closed adds nothing. */
export function wayAmong(notices: readonly KeptNotice[]): string | undefined {
  const ways = notices.flatMap(({ reason }) => (reason.rule === 'onboarding' ? [reason.person] : []));
  return ways.length === notices.length ? ways[0] : undefined;
}

/** What is left to tell beside a way or a task that has gone on since. */
export function withoutPastWays(notices: readonly KeptNotice[]): readonly KeptNotice[] {
  const left = notices.filter((notice) => isActive(notice) || !hasOwnCard.includes(notice.reason.rule));
  return left.length > 0 ? left : notices;
}

/** What a later card tells as it is by then. */
const hasOwnCard: readonly NoticeReason['rule'][] = ['onboarding', 'task'];

/** What the cards of onboarding are built from. */
export interface OnboardingMessageDeps extends Pick<AppServices, 'now'> {
  readonly store: Pick<ReadOnlyStore, 'people' | 'figures' | 'imports' | 'onboardings'>;
}

export interface OnboardingMessageContext {
  readonly person: string;
  readonly notices: readonly KeptNotice[];
  readonly setting: AlertSetting;
  readonly text: Text;
}

/**
 * Returns the function that builds such a card; it returns undefined for a person who is no longer on record. The facts are
 * read once, at the first such card.
 */
export function onboardingMessages(
  partner: Partner,
  circle: TenantRecipients,
  services: OnboardingMessageDeps,
): (told: OnboardingMessageContext) => Promise<Card | undefined> {
  let reading: Promise<Facts> | undefined;
  return async ({ person: id, notices, setting, text }) => {
    const { competencies, people } = await (reading ??= factsFor(partner, setting, services));
    const person = people.get(id);
    if (!person) return undefined;
    const onboarding = (await services.store.onboardings.get(partner.tenant, id))?.value ?? newOnboarding(id);
    const policies = policiesOf(partner, setting.programme);
    const frame = { ...setting, setting, policies, now: services.now(), competencies };
    const told = notices.filter(isActive).flatMap(({ reason }) => (reason.rule === 'onboarding' ? [reason] : []));
    const [newest] = told.slice(-1) as readonly Way[];
    const inviter = inviterOf(onboarding);
    const invitedBy = inviter === undefined ? undefined : circle.conversations.get(inviter)?.value.name;
    const view = wayViewOf({ person, onboarding }, frame);
    return onboardCard(
      {
        ...view,
        self: id,
        seesNames: false,
        ...(newest && { told: newest }),
        ...(invitedBy && { invitedBy }),
        ...(setting.doubtedOn && { doubtedOn: setting.doubtedOn }),
      },
      text,
    );
  };
}

interface Facts {
  readonly people: ReadonlyMap<string, Person>;
  readonly competencies: readonly CompetencyStanding[];
}

async function factsFor(
  partner: Partner,
  { programme, asOf }: AlertSetting,
  { store }: OnboardingMessageDeps,
): Promise<Facts> {
  const { people, figures } = await loadPartnerFacts(store, partner.tenant);
  const facts = factsOf(partner, { known: { people, figures }, programme });
  const { competencies } = standingOf(programme, facts, asOf);
  return { people: new Map(people.map((person) => [person.id, person])), competencies };
}
