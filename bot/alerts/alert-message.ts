/** Builds the proactive cards about alerts: a card for one alert, a digest for several. */
import { alertCard, type AlertView } from '../../cards/alerts/alert-card';
import { alertsCard, type AlertsView } from '../../cards/alerts/alerts-card';
import type { AlertSetting } from '../../cards/contract/alert-view';
import type { Conversation } from '../../domain/partner/conversation';
import type { CalendarDate } from '../../domain/basics/date';
import { heldTrendOf, type HeldTrend } from '../../domain/history/standing-difference';
import { localTimeOf } from '../../domain/basics/local-time';
import type { ImportRecord } from '../../domain/partner/import-record';
import type { Card } from '../../cards/elements/card';
import type { Text } from '../../cards/text';
import type { PlannedCard } from '../../domain/alerts/plan-deliveries';
import { ruleOf, type KeptNotice } from '../../domain/alerts/kept-notice';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import type { Person } from '../../domain/partner/people/person';
import { byGravity, concerning, namesOf, peopleOf } from './alert-view';
import type { TenantRecipients } from '../delivery/recipients';
import { newestImportOf } from '../partner/partner-facts';
import { onboardingMessages, wayAmong, withoutPastWays } from '../onboarding/onboarding-message';
import { taskMessages, tasksAmong } from '../tasks/task-message';
import type { Message } from '../context/notifier';
import type { AppServices } from '../context/app-services';
import type { ReadOnlyStore } from '../../domain/ports';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import { maySeeNames } from '../partner/name-visibility';

/** What the cards of alerts are built from. */
export interface AlertMessageDeps extends Pick<AppServices, 'programmes' | 'text' | 'now'> {
  readonly store: Pick<ReadOnlyStore, 'people' | 'figures' | 'imports' | 'onboardings' | 'tasks' | 'histories'>;
}

export interface AlertMessageContext {
  readonly notices: readonly KeptNotice[];
  readonly circle: TenantRecipients;
}

/** Makes the message of a planned card, in the language of its recipient; reads only the people whom the card names. */
export function alertMessages(partner: Partner, context: AlertMessageContext, services: AlertMessageDeps) {
  const newestImport = newestImportOf(services.store, partner.tenant);
  const wayCard = onboardingMessages(partner, context.circle, services);
  const taskCardFor = taskMessages(partner.tenant, context.circle, services);
  const programme = followedProgramme(partner, services.programmes);
  const asOf = partnerDayAt(services.now(), policiesOf(partner, programme));
  return async (post: PlannedCard, locale: Conversation['locale']): Promise<Message> => {
    const text = services.text(locale);
    const contents = contentsOf(post, context);
    const people = await peopleOf([...contents.fresh, ...contents.others], partner.tenant, services.store);
    const about = {
      partner: { ...partner, name: partner.name || text.say('partner.unnamed') },
      programme,
      asOf,
      people,
    };
    const setting = settingFor(contents, { ...about, newestImport: await newestImport, circle: context.circle });
    const way = contents.isDigest ? undefined : wayAmong(contents.fresh);
    const guiding = way && (await wayCard({ person: way, notices: contents.fresh, setting, text }));
    const tasks = contents.isDigest ? undefined : tasksAmong(contents.fresh);
    const asking = tasks && (await taskCardFor({ tasks, setting, text }));
    const trend = await trendFor(contents, partner.tenant, { store: services.store, asOf });
    return { card: guiding || asking || cardFor(contents, { ...setting, ...(trend && { trend }) }, text), locale };
  };
}

/** What a planned card tells, without the words. */
interface CardContents {
  readonly recipient: string;
  readonly isAdmin: boolean;
  readonly isDigest: boolean;
  /** The day of the card at its recipient. */
  readonly day: CalendarDate;
  /** What the card is sent for. */
  readonly fresh: readonly KeptNotice[];
  /** What else is open, on a digest. */
  readonly others: readonly KeptNotice[];
  /** The last day on which it is not known whether the card arrived. */
  readonly doubtedOn?: CalendarDate;
}

function contentsOf(post: PlannedCard, { notices, circle }: AlertMessageContext): CardContents {
  const { recipient } = post;
  const told = [...post.say, ...post.said];
  const isDigest = told.some(({ notice }) => notice === undefined);
  const isAdmin = circle.admins.includes(recipient);
  const { day } = told[0]!;
  const fresh = freshAmong(notices, new Set(told.flatMap(({ notice }) => notice ?? [])));
  const { settings, reach } = circle.recipients.get(recipient) ?? {};
  const stopped = settings?.stopped ?? [];
  const openedOn = ({ openedAt }: KeptNotice) => localTimeOf(openedAt, reach?.timeZone).date;
  const open = isDigest ? concerning(notices, { account: recipient, isAdmin }) : [];
  const others = open.filter(
    (notice) => !fresh.includes(notice) && !stopped.includes(ruleOf(notice)) && openedOn(notice) <= day,
  );
  const doubts = told.flatMap((one) => one.doubtedOn ?? []).sort();
  const doubtedOn = doubts.at(-1);
  return { recipient, isAdmin, isDigest, day, fresh, others, ...(doubtedOn && { doubtedOn }) };
}

/** The notices of these keys, in the order of the keys. */
function freshAmong(notices: readonly KeptNotice[], keys: ReadonlySet<string>): readonly KeptNotice[] {
  const byKey = new Map(notices.map((notice) => [notice.key, notice]));
  return withoutPastWays([...keys].flatMap((key) => byKey.get(key) ?? []));
}

interface SettingFacts extends Pick<AlertSetting, 'partner' | 'programme' | 'asOf' | 'people'> {
  readonly newestImport: ImportRecord | undefined;
  readonly circle: TenantRecipients;
}

function settingFor({ recipient, isAdmin, doubtedOn }: CardContents, facts: SettingFacts): AlertSetting {
  const { circle, newestImport, people, ...setting } = facts;
  // A proactive message goes into the chat of one person with the bot.
  const seesNames = maySeeNames({ scope: 'personal' }, { isAdmin });
  return {
    ...setting,
    ...(newestImport && { newestImport }),
    seesNames,
    ...selfAmong(people, recipient),
    people,
    names: namesOf(circle.conversations, { seesNames, account: recipient }),
    ...(doubtedOn && { doubtedOn }),
  };
}

/** How the standing was a month ago, for the weekly card of an admin. Throws {@link StoreUnavailable} as the store does. */
async function trendFor(
  { isDigest, isAdmin }: CardContents,
  tenant: string,
  { store, asOf }: Pick<AlertMessageDeps, 'store'> & Pick<AlertSetting, 'asOf'>,
): Promise<HeldTrend | undefined> {
  const history = isDigest && isAdmin ? await store.histories.get(tenant, tenant) : undefined;
  return history && heldTrendOf(history.value, asOf);
}

/** One alert alone is a card of its own; several, and every digest, are a list. */
function cardFor(
  { fresh, others, isDigest, day }: CardContents,
  setting: AlertSetting & Pick<AlertsView, 'trend'>,
  text: Text,
): Card {
  const [only] = fresh;
  if (only && fresh.length === 1 && !isDigest) return alertCard({ ...settingOfOne(only, setting), notice: only }, text);
  return alertsCard({ ...setting, fresh: byGravity(fresh), others, failures: [], digestOf: day, page: 1 }, text);
}

/**
 * A manager reads the names of their own people in the private chat, and the card names nobody else. Once the manager has acted on
 * it, or it is over, it names no one.
 */
function settingOfOne(notice: KeptNotice, setting: AlertSetting): AlertSetting & Pick<AlertView, 'namesTeam'> {
  return ruleOf(notice) === 'team' && notice.state.is === 'open'
    ? { ...setting, seesNames: true, namesTeam: true }
    : setting;
}

/** Readers always see themselves. */
function selfAmong(people: ReadonlyMap<string, Person>, account: string): { readonly self?: string } {
  const own = [...people.values()].find(({ identifiers }) =>
    identifiers.aadUserId.some((id) => id.toLowerCase() === account),
  );
  return own ? { self: own.id } : {};
}
