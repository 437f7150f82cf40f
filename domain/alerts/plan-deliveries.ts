/**
 * What is due: from notices, the ledger of deliveries and the clock, what is to be said to whom now, and when to look again.
 */
import { type AlertSettings, isStopped } from './alert-settings';
import { nextDigest } from './quiet-hours';
import { addDays } from '../basics/date';
import {
  announcementId,
  cutOff,
  deliveryId,
  digestId,
  isOnItsWay,
  sendingLapsesAfter,
  type Delivery,
} from './delivery';
import { contentVersionOf, overviewVersionOf, ruleOf, type KeptNotice } from './kept-notice';
import { firstMoment, localTimeOf } from '../basics/local-time';
import { targetsOf, type Escalation, type Recipient } from './recipient';
import { judgeWish, type Verdict, type Wish } from './delivery-verdict';

export interface DeliverySituation {
  readonly notices: readonly KeptNotice[];
  readonly deliveries: readonly Delivery[];
  readonly admins: readonly string[];
  /** Everybody who may be told anything, by Entra object id. */
  readonly recipients: ReadonlyMap<string, Recipient>;
  /** Milliseconds. */
  readonly escalateAfter: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** One card for one recipient: a new one, or the one of today or of an earlier day with something changed on it. */
export interface PlannedCard {
  readonly id: string;
  readonly recipient: string;
  /** What is said for the first time, marked as being sent. */
  readonly say: readonly Delivery[];
  /** What the card says already. */
  readonly said: readonly Delivery[];
  /** The activity that is replaced; absent for a new card. */
  readonly activity?: string;
}

export interface DeliveryPlan {
  /** Deliveries that are settled without saying anything. */
  readonly settled: readonly Delivery[];
  readonly posts: readonly PlannedCard[];
  /** The moment at which something may be due again, if ever. */
  readonly next?: number;
}

/** The situation, and its deliveries by id. */
interface PlanContext {
  readonly situation: DeliverySituation;
  readonly ledger: ReadonlyMap<string, Delivery>;
}

/** Decides what is due now. The same situation gives the same plan, so two instances write the same rows. */
export function planDeliveries(situation: DeliverySituation): DeliveryPlan {
  const ledger = new Map(situation.deliveries.map((delivery) => [delivery.id, delivery]));
  const wishes = [...noticeWishes(situation), ...digestWishes(situation)].flatMap((wish) =>
    withAnnouncement(wish, { situation, ledger }),
  );
  const judged = wishes.map((wish) => judgeWish(wish, { situation, ledger }));
  const lapsed = lapsedIn(situation, new Set(wishes.map(({ id }) => id)));
  const verdicts = [...judged, ...lapsed];
  const moments = [
    ...verdicts.flatMap(({ at }) => at ?? []),
    ...situation.notices.flatMap(({ state }) => (state.is === 'snoozed' ? [Date.parse(state.until)] : [])),
    ...digestMoments(situation),
  ];
  return {
    settled: verdicts.flatMap(({ settled }) => settled ?? []),
    posts: postsOf(
      judged.flatMap(({ ready }) => ready ?? []),
      situation,
    ),
    ...(moments.length > 0 && { next: Math.min(...moments) }),
  };
}

function noticeWishes(situation: DeliverySituation): readonly Wish[] {
  const circle: Escalation = {
    ...situation,
    hears: (id, notice) => {
      const recipient = situation.recipients.get(id);
      return recipient?.reach !== undefined && !isStopped(recipient.settings, ruleOf(notice));
    },
  };
  return situation.notices.flatMap((notice) =>
    targetsOf(notice, circle).map(({ recipient, from }) => ({
      id: deliveryId(notice, recipient),
      recipient,
      notice,
      from,
    })),
  );
}

/**
 * A notice that was only added to an earlier card is announced with the next card while it is still open: Teams sends no
 * notification for an updated card, and a recipient gets one card a day.
 */
function withAnnouncement(wish: Wish, about: PlanContext): readonly Wish[] {
  const delivery = about.ledger.get(wish.id);
  if (delivery?.state.is !== 'sent' || !delivery.state.silent) return [wish];
  const { timeZone } = about.situation.recipients.get(wish.recipient)?.reach ?? {};
  const from = firstMoment(({ date }) => date > delivery.day, { from: delivery.state.at, timeZone });
  return [wish, ...(from === undefined ? [] : withAnnouncement({ ...wish, id: announcementId(wish.id), from }, about))];
}

/**
 * Admins get the whole list on their weekday, or on a later day if it could not be sent then, while it holds an alert without
 * an owner.
 */
function digestWishes(situation: DeliverySituation): readonly Wish[] {
  const { now, deliveries } = situation;
  const begun = newestDigests(deliveries);
  return situation.admins.flatMap((recipient): Wish[] => {
    const { settings, reach } = situation.recipients.get(recipient) ?? {};
    if (!settings || !reach || !hasOpen(situation.notices, settings)) return [];
    const { date, weekday } = localTimeOf(now, reach.timeZone);
    const last = begun.get(recipient);
    // One of a later day was begun before a clock was put back.
    const carried = last !== undefined && last < digestId(addDays(date, 1), recipient) ? last : undefined;
    const id = weekday === settings.digestOn ? digestId(date, recipient) : carried;
    return id === undefined ? [] : [{ id, recipient, from: now }];
  });
}

/** The digest that was begun last for each recipient; their ids are in the order of their days. */
function newestDigests(deliveries: readonly Delivery[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const { id, recipient, notice } of deliveries)
    if (notice === undefined && id > (newest.get(recipient) ?? '')) newest.set(recipient, id);
  return newest;
}

/** Whether an alert without an owner is open that the admin has not stopped. */
function hasOpen(notices: readonly KeptNotice[], settings: AlertSettings): boolean {
  return notices.some(
    (notice) => notice.state.is === 'open' && notice.audience === 'admins' && !isStopped(settings, ruleOf(notice)),
  );
}

function digestMoments({ admins, recipients, notices, now }: DeliverySituation): readonly number[] {
  return admins.flatMap((id) => {
    const { settings, reach } = recipients.get(id) ?? {};
    if (!settings || !reach || !hasOpen(notices, settings)) return [];
    const { timeZone } = reach;
    return nextDigest(settings, localTimeOf(now, timeZone).date, { from: now, timeZone }) ?? [];
  });
}

/** Deliveries that were begun for a notice that is closed by now: once their time is over they count as cut off. */
function lapsedIn({ deliveries, now }: DeliverySituation, wished: ReadonlySet<string>): readonly Verdict[] {
  return deliveries
    .filter(({ id, state }) => state.is === 'sending' && !wished.has(id))
    .map((delivery): Verdict => {
      if (!isOnItsWay(delivery, now)) return { settled: cutOff(delivery, now) };
      return { at: delivery.state.at + sendingLapsesAfter };
    });
}

/** What each delivery should show now; nothing of what is shown as it was, such as the overview of an earlier week. */
function facesFor({ notices, deliveries, recipients }: DeliverySituation): (delivery: Delivery) => string | undefined {
  const faces = new Map(notices.map((notice) => [notice.key, contentVersionOf(notice)]));
  const newest = newestDigests(deliveries);
  return (delivery) => {
    if (delivery.notice !== undefined) return faces.get(delivery.notice);
    if (newest.get(delivery.recipient) !== delivery.id) return undefined;
    const timeZone = recipients.get(delivery.recipient)?.reach?.timeZone;
    return overviewVersionOf(notices, { ...delivery, timeZone });
  };
}

/** One post for each recipient who is to be told something, and one for each card that shows what is no longer so. */
function postsOf(ready: readonly Delivery[], situation: DeliverySituation): readonly PlannedCard[] {
  const { deliveries, now } = situation;
  const underWay = new Set(deliveries.filter((one) => isOnItsWay(one, now)).map(({ post }) => post));
  const faceFor = facesFor(situation);
  const cards = groupedBy(deliveries.filter(({ state }) => state.is === 'sent'));
  const fresh = groupedBy(ready);
  const isOld = (one: Delivery) => (faceFor(one) ?? one.shown) !== one.shown;
  const ids = new Set([...fresh.keys(), ...[...cards].filter(([, said]) => said.some(isOld)).map(([id]) => id)]);
  return [...ids]
    .filter((id) => !underWay.has(id))
    .map((id) => {
      const [say, said] = [fresh.get(id) ?? [], cards.get(id) ?? []];
      const newest = said.map(({ state }) => state).findLast((state) => state.is === 'sent');
      const { recipient } = (say[0] ?? said[0])!;
      return {
        id,
        recipient,
        say,
        said: said.map((one) => (isOld(one) ? { ...one, shown: faceFor(one)! } : one)),
        ...(newest && { activity: newest.activity }),
      };
    });
}

function groupedBy(deliveries: readonly Delivery[]): ReadonlyMap<string, readonly Delivery[]> {
  const groups = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const group = groups.get(delivery.post) ?? [];
    groups.set(delivery.post, group);
    group.push(delivery);
  }
  return groups;
}
