/** What is due: from notices, the ledger of deliveries and the clock, what is to be said to whom now, and when to look again. */
import { firstChance, nextDigest, type AlertSettings } from './alert-settings';
import {
  cutOff,
  deliveryId,
  digestId,
  isOnItsWay,
  mostUnclear,
  sendingLapsesAfter,
  type Delivery,
  type DeliveryState,
  type Skip,
} from './delivery';
import { faceOf, ruleOf, type KeptNotice } from './kept-notice';
import { localTimeOf } from './local-time';
import { isAhead } from './put-back';
import { targetsOf, type Circle, type Recipient } from './recipient';

export interface Situation {
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
export interface Post {
  readonly id: string;
  readonly recipient: string;
  /** What is said for the first time, marked as being sent. */
  readonly say: readonly Delivery[];
  /** What the card says already. */
  readonly said: readonly Delivery[];
  /** The activity that is replaced; absent for a new card. */
  readonly activity?: string;
}

export interface Due {
  /** Deliveries that are settled without saying anything. */
  readonly settled: readonly Delivery[];
  readonly posts: readonly Post[];
  /** The moment at which something may be due again, if ever. */
  readonly next?: number;
}

/** What one recipient waits for, and from when on. */
interface Wish {
  readonly id: string;
  readonly recipient: string;
  readonly notice?: KeptNotice;
  readonly from: number;
}

/** Decides what is due now. The same situation gives the same, so whoever is asked twice wishes the same rows. */
export function due(situation: Situation): Due {
  const ledger = new Map(situation.deliveries.map((delivery) => [delivery.id, delivery]));
  const wishes = [...noticeWishes(situation), ...digestWishes(situation, ledger)];
  const judged = wishes.map((wish) => judge(wish, { situation, ledger }));
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

function noticeWishes(situation: Situation): readonly Wish[] {
  const circle: Circle = {
    ...situation,
    hears: (id, notice) => {
      const recipient = situation.recipients.get(id);
      return recipient?.reach !== undefined && !recipient.settings.stopped.includes(ruleOf(notice));
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

/** Admins get the whole list on their weekday, while nobody deals with something on it. */
function digestWishes(situation: Situation, ledger: ReadonlyMap<string, Delivery>): readonly Wish[] {
  const { now } = situation;
  return situation.admins.flatMap((recipient): Wish[] => {
    const { settings, reach } = situation.recipients.get(recipient) ?? {};
    if (!settings || !reach || !hasOpen(situation.notices, settings)) return [];
    const { date, weekday } = localTimeOf(now, reach.timeZone);
    const id = digestId(date, recipient);
    return weekday === settings.digestOn || ledger.has(id) ? [{ id, recipient, from: now }] : [];
  });
}

/** Whether anything is open with which nobody deals, and of which the admin wants to hear. */
function hasOpen(notices: readonly KeptNotice[], { stopped }: AlertSettings): boolean {
  return notices.some(
    (notice) => notice.state.is === 'open' && notice.audience === 'admins' && !stopped.includes(ruleOf(notice)),
  );
}

function digestMoments({ admins, recipients, notices, now }: Situation): readonly number[] {
  return admins.flatMap((id) => {
    const { settings, reach } = recipients.get(id) ?? {};
    if (!settings || !reach || !hasOpen(notices, settings)) return [];
    const { timeZone } = reach;
    return nextDigest(settings, localTimeOf(now, timeZone).date, { from: now, timeZone }) ?? [];
  });
}

interface About {
  readonly situation: Situation;
  readonly ledger: ReadonlyMap<string, Delivery>;
}

/** What comes of a wish: it is ready to be said, settled without, or waits for a moment; or it is over, and nothing does. */
interface Verdict {
  readonly ready?: Delivery;
  readonly settled?: Delivery;
  readonly at?: number;
}

function judge(wish: Wish, { situation, ledger }: About): Verdict {
  const { now } = situation;
  if (wish.from > now) return { at: wish.from };
  const before = ledger.get(wish.id);
  const recipient = situation.recipients.get(wish.recipient);
  const waits = before && waitsOf(before, recipient, now);
  if (waits === 'never') return {};
  if (waits !== undefined && waits > now) return { at: waits };
  const timeZone = recipient?.reach?.timeZone;
  const draft = drafted(wish, { before, day: localTimeOf(now, timeZone).date });
  if (before?.state.is === 'sending' && before.unclear + 1 >= mostUnclear) return { settled: cutOff(before, now) };
  const skip = skipOf(wish, recipient, now);
  if (skip) {
    const { retryAt } = recipient?.reach?.hindrance ?? {};
    if (before?.state.is === 'skipped' && before.state.reason === skip)
      return retryAt === undefined ? {} : { at: Date.parse(retryAt) };
    return { settled: { ...draft, state: { is: 'skipped', at: now, reason: skip } } };
  }
  const chance = firstChance(recipient!.settings, { from: now, timeZone });
  if (chance === undefined) return {};
  if (chance > now) return { at: chance };
  const isCutOff = before?.state.is === 'sending';
  const state: DeliveryState = { is: 'sending', at: now };
  return { ready: { ...draft, tries: draft.tries + 1, unclear: draft.unclear + (isCutOff ? 1 : 0), state } };
}

/** Until when a delivery that was begun has to wait; `never` where it is over, nothing where it may be tried: whoever has
 * spoken since may be reached again. */
function waitsOf(delivery: Delivery, recipient: Recipient | undefined, now: number): number | 'never' | undefined {
  const { state } = delivery;
  const seenAt = recipient?.reach?.seenAt ?? 0;
  switch (state.is) {
    case 'sent':
      return 'never';
    case 'skipped':
      return state.reason === 'stopped' ? 'never' : undefined;
    case 'sending':
      return isOnItsWay(delivery, now) ? state.at + sendingLapsesAfter : undefined;
    case 'failed':
      if (state.retryAt === undefined) return 'never';
      return seenAt > state.at || isAhead(state.at, now) ? undefined : state.retryAt;
  }
}

function drafted(
  { id, recipient, notice }: Wish,
  { before, day }: { readonly before: Delivery | undefined; readonly day: string },
): Delivery {
  const { tries = 0, unclear = 0 } = before ?? {};
  return {
    id,
    recipient,
    ...(notice && { notice: notice.key, shown: faceOf(notice) }),
    post: `${recipient} ${day}`,
    day,
    tries,
    unclear,
    state: { is: 'sending', at: 0 },
  };
}

function skipOf({ notice }: Wish, recipient: Recipient | undefined, now: number): Skip | undefined {
  if (!recipient?.reach) return 'no-conversation';
  const isOwnMatter = notice?.state.is === 'assigned';
  if (notice && !isOwnMatter && recipient.settings.stopped.includes(ruleOf(notice))) return 'stopped';
  const { hindrance } = recipient.reach;
  return hindrance && Date.parse(hindrance.retryAt) > now ? hindrance.kind : undefined;
}

/** What was begun for a notice that nobody waits for any more: once its time is over it has been cut off. */
function lapsedIn({ deliveries, now }: Situation, wished: ReadonlySet<string>): readonly Verdict[] {
  return deliveries
    .filter(({ id, state }) => state.is === 'sending' && !wished.has(id))
    .map((delivery): Verdict => {
      if (!isOnItsWay(delivery, now)) return { settled: cutOff(delivery, now) };
      return { at: delivery.state.at + sendingLapsesAfter };
    });
}

/** One post for each recipient who is to be told something, and one for each card that shows what is no longer so. */
function postsOf(ready: readonly Delivery[], { notices, deliveries, now }: Situation): readonly Post[] {
  const underWay = new Set(deliveries.filter((one) => isOnItsWay(one, now)).map(({ post }) => post));
  const faces = new Map(notices.map((notice) => [notice.key, faceOf(notice)]));
  const cards = groupedBy(deliveries.filter(({ state }) => state.is === 'sent'));
  const fresh = groupedBy(ready);
  const isOld = ({ notice, shown }: Delivery) =>
    notice !== undefined && faces.has(notice) && faces.get(notice) !== shown;
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
        said: said.map((one) => (isOld(one) ? { ...one, shown: faces.get(one.notice!)! } : one)),
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
