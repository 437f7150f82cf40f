/** Alert messages are the cards that nobody asked for: one alert, or a digest where there is more than one thing to tell. */
import { alertCard } from '../../cards/alerts/alert-card';
import { alertsCard } from '../../cards/alerts/alerts-card';
import type { AlertSetting } from '../../cards/contract/view';
import type { Conversation } from '../../domain/partner/conversation';
import { dateOf } from '../../domain/basics/date';
import type { PlannedCard } from '../../domain/alerts/plan-deliveries';
import { ruleOf, type KeptNotice } from '../../domain/alerts/kept-notice';
import type { Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/person';
import { byGravity, concerning, namesOf, peopleOf } from './alert-view';
import type { TenantRecipients } from '../delivery/recipients';
import { newestImportOf } from '../partner/partner-facts';
import { onboardingMessages, wayAmong, withoutPastWays } from '../onboarding/onboarding-message';
import type { Message } from '../context/notifier';
import type { AppServices } from '../context/app-services';
import { followedProgramme } from '../../domain/programme/loaded-programmes';

export interface AlertMessageContext {
  readonly notices: readonly KeptNotice[];
  readonly circle: TenantRecipients;
}

/** How the card of a post is made, in the language of whoever receives it. Reads only the people whom it names. */
export function alertMessages(partner: Partner, { notices, circle }: AlertMessageContext, services: AppServices) {
  const byKey = new Map(notices.map((notice) => [notice.key, notice]));
  const asOf = dateOf(services.now());
  const programme = followedProgramme(partner, services.programmes);
  const newestImport = newestImportOf(services.store, partner.tenant);
  const wayCard = onboardingMessages(partner, circle, services);
  return async (post: PlannedCard, locale: Conversation['locale']): Promise<Message> => {
    const text = services.text(locale);
    const told = [...post.say, ...post.said];
    const isDigest = told.some(({ notice }) => notice === undefined);
    const keys = new Set(told.flatMap(({ notice }) => notice ?? []));
    const fresh = withoutPastWays([...keys].flatMap((key) => byKey.get(key) ?? []));
    const isAdmin = circle.admins.includes(post.recipient);
    const { stopped = [] } = circle.recipients.get(post.recipient)?.settings ?? {};
    const open = isDigest ? concerning(notices, { account: post.recipient, isAdmin }) : [];
    const { day } = told[0]!;
    const others = open.filter(
      (notice) => !fresh.includes(notice) && !stopped.includes(ruleOf(notice)) && dateOf(notice.openedAt) <= day,
    );
    const people = await peopleOf([...fresh, ...others], partner.tenant, services.store);
    const imported = await newestImport;
    const doubtedOn = told
      .flatMap((one) => one.doubtedOn ?? [])
      .sort()
      .at(-1);
    const setting: AlertSetting = {
      programme,
      partner: { ...partner, name: partner.name || text.say('partner.unnamed') },
      ...(imported && { newestImport: imported }),
      seesNames: isAdmin,
      ...selfAmong(people, post.recipient),
      asOf,
      people,
      names: namesOf(circle.conversations, { seesNames: isAdmin, account: post.recipient }),
      ...(doubtedOn && { doubtedOn }),
    };
    const way = isDigest ? undefined : wayAmong(fresh);
    const guiding = way === undefined ? undefined : await wayCard({ person: way, notices: fresh, setting, text });
    if (guiding) return { card: guiding, locale };
    const [only] = fresh;
    if (only && fresh.length === 1 && !isDigest) return { card: alertCard({ ...setting, notice: only }, text), locale };
    const view = { ...setting, fresh: byGravity(fresh), others, failures: [], digestOf: day, page: 1 };
    return { card: alertsCard(view, text), locale };
  };
}

/** Readers always see themselves. */
function selfAmong(people: ReadonlyMap<string, Person>, account: string): { readonly self?: string } {
  const own = [...people.values()].find(({ identifiers }) =>
    identifiers.aadUserId.some((id) => id.toLowerCase() === account),
  );
  return own ? { self: own.id } : {};
}
