/** Posts the weekly card into the room that an admin chose, with what happened in the week and what lies ahead. */
import { teamDigestCard } from '../../cards/alerts/team-digest-card';
import { companyEntries } from '../../cards/records/calendar-entries';
import type { Recipient } from '../../domain/alerts/recipient';
import { never } from '../../domain/alerts/sweep-entry';
import { isTeamDigest, planTeamDigest, type TeamDigestSituation } from '../../domain/alerts/team-digest';
import { addDays } from '../../domain/basics/date';
import type { Versioned } from '../../domain/basics/repository';
import { standingOf } from '../../domain/counting/standing';
import { headCountOf } from '../../domain/counting/head-count';
import { differenceSince, trendOf } from '../../domain/history/standing-difference';
import type { StandingHistory } from '../../domain/history/standing-history';
import { standingSnapshotOf, type StandingSnapshot } from '../../domain/history/standing-snapshot';
import { goalRenewals } from '../../domain/membership/own-renewal';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import type { TeamDigest } from '../../domain/partner/team-digest';
import type { Conversation } from '../../domain/partner/conversation';
import type { Store } from '../../domain/ports';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import type { AppServices } from '../context/app-services';
import type { Message } from '../context/notifier';
import { changesTo, deliver, type DeliverDeps } from '../delivery/deliver';
import { newestImportOf } from '../partner/partner-facts';
import { loadFacts } from '../partner/partner-snapshot';
import { loadRenewalOutlook } from '../partner/renewal-outlook';
import { listAll } from '../store/row-list';
import { listTasks } from '../tasks/task-list';
import type { SentCards } from './due-cards';

/** What posting the weekly card needs. */
export interface TeamDigestDeps extends DeliverDeps, Pick<AppServices, 'programmes' | 'text'> {
  readonly store: DeliverDeps['store'] &
    Pick<Store, 'partners' | 'people' | 'figures' | 'imports' | 'histories' | 'tasks'>;
}

const nothingPosted: SentCards = { deliveries: { planned: 0, sent: 0, failed: 0, skipped: 0 }, next: never };

/** Posts the card if it is due. Throws {@link StoreUnavailable} as the store does; what the channel answers is counted. */
export async function postTeamDigest(partner: Partner, services: TeamDigestDeps): Promise<SentCards> {
  const { team, tenant } = partner;
  if (!team) return nothingPosted;
  const room = await services.store.conversations.get(tenant, team.conversation);
  const rows = (await listAll(services.store.deliveries, tenant)).filter(({ value }) => isTeamDigest(value.id, team));
  const ledger = new Map(rows.map((row) => [row.value.id, row]));
  const situation = (deliveries: TeamDigestSituation['deliveries']): TeamDigestSituation => ({
    room: team.conversation,
    ...(room && { reach: reachOf(room.value, partner, services) }),
    deliveries,
    now: services.now(),
  });
  const plan = planTeamDigest(situation(rows.map(({ value }) => value)));
  await services.store.deliveries.write(tenant, changesTo(plan.settled, ledger));
  const conversations = new Map<string, Versioned<Conversation>>(room ? [[team.conversation, room]] : []);
  const messageFor = (_: unknown, locale: Conversation['locale']) => messageOf(partner, { team, locale }, services);
  const done = await deliver(plan.posts, { tenant, ledger, conversations, messageFor }, services);
  const after = new Map([...rows.map(({ value }) => value), ...plan.settled, ...done].map((one) => [one.id, one]));
  const settled = [...plan.settled, ...done];
  const count = (is: string) => settled.filter(({ state }) => state.is === is).length;
  return {
    deliveries: { planned: settled.length, sent: count('sent'), failed: count('failed'), skipped: count('skipped') },
    next: planTeamDigest(situation([...after.values()])).next ?? never,
  };
}

/** Hours and weekdays are those of the partner, because a room has people of several zones. */
function reachOf(
  { hindrance, seenAt }: Conversation,
  partner: Partner,
  { programmes }: Pick<TeamDigestDeps, 'programmes'>,
): NonNullable<Recipient['reach']> {
  const { timeZone } = policiesOf(partner, followedProgramme(partner, programmes));
  return { timeZone, seenAt: Date.parse(seenAt), ...(hindrance && { hindrance }) };
}

/** The card of the week, made from what stands now. Throws {@link StoreUnavailable} as the store does. */
async function messageOf(
  partner: Partner,
  { team, locale }: { readonly team: TeamDigest; readonly locale: Conversation['locale'] },
  services: TeamDigestDeps,
): Promise<Message> {
  return { card: await teamDigestOf(partner, team, { locale, services }), locale };
}

/** Builds the weekly card as it would be posted now. Throws {@link StoreUnavailable} as the store does. */
async function teamDigestOf(
  { tenant }: Pick<Partner, 'tenant'>,
  { names }: Pick<TeamDigest, 'names'>,
  { locale, services }: { readonly locale: Conversation['locale']; readonly services: DigestReadDeps },
): Promise<Message['card']> {
  const text = services.text(locale);
  const seesNames = names === true;
  const loaded = await loadFacts(tenant, services);
  const { partner, programme, facts, asOf } = loaded;
  const tasks = await listTasks(tenant, services);
  const newestImport = await newestImportOf(services.store, tenant);
  const history = (await services.store.histories.get(tenant, tenant))?.value;
  const heads = headCountOf(programme, facts, asOf);
  const { competencies } = standingOf(programme, facts, asOf);
  const today = standingSnapshotOf({ asOf, partner, newestImport, heads, competencies });
  const held = { held: competencies.filter(({ level }) => level !== undefined).length, of: competencies.length };
  const { renewal, lines } = loadRenewalOutlook(loaded);
  const risks = lines.map(({ risk }) => risk);
  const own = goalRenewals(partner, loaded, asOf);
  const named = seesNames ? { risks, tasks } : { risks: [], tasks: [] };
  const days = companyEntries({ ...loaded, ...(renewal && { renewal }), own, ...named }, text);
  const view = {
    partner: { ...partner, name: partner.name || text.say('partner.unnamed') },
    programme,
    seesNames,
    asOf,
  };
  return teamDigestCard(
    {
      ...view,
      ...(newestImport && { newestImport }),
      ...(history && pastIn(history, today)),
      held,
      lines,
      tasks,
      days,
    },
    text,
  );
}

/** What changed in the week, and how it was a month ago, as far as days of then are kept. */
function pastIn(history: StandingHistory, today: StandingSnapshot) {
  const difference = differenceSince(history, today, addDays(today.on, -7));
  const trend = trendOf(history, today);
  return { ...(difference && { difference }), ...(trend && { trend }) };
}

/** What building the card reads. */
export type DigestReadDeps = Pick<AppServices, 'programmes' | 'text' | 'now'> & {
  readonly store: Pick<AppServices['store'], 'partners' | 'people' | 'figures' | 'imports' | 'histories' | 'tasks'>;
};
