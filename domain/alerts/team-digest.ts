/** Plans the weekly card for a room: once a week, on the ledger of deliveries, so that it is neither lost nor posted twice. */
import { localTimeOf } from '../basics/local-time';
import { addDays } from '../basics/date';
import type { TeamDigest } from '../partner/team-digest';
import { usualSettings } from './alert-settings';
import { digestId, type Delivery } from './delivery';
import { judgeWish } from './delivery-verdict';
import type { DeliveryPlan } from './plan-deliveries';
import { nextDigest } from './quiet-hours';
import type { Recipient } from './recipient';

export interface TeamDigestSituation {
  /** The id of the conversation. */
  readonly room: string;
  /** Where it is; absent where the conversation is not known any more. */
  readonly reach?: Recipient['reach'];
  /** Those to this room. */
  readonly deliveries: readonly Delivery[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Mondays from eight in the morning on, as personal overviews are sent where nothing else is chosen; a week that failed is tried again on later days. */
export function planTeamDigest({ room, reach, deliveries, now }: TeamDigestSituation): DeliveryPlan {
  const settings = usualSettings(room);
  const recipients = new Map([[room, { id: room, settings, ...(reach && { reach }) }]]);
  const ledger = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  const { date, weekday } = localTimeOf(now, reach?.timeZone);
  const begun = [...ledger.keys()].sort().findLast((id) => id < digestId(addDays(date, 1), room));
  const id = weekday === settings.digestOn ? digestId(date, room) : begun;
  const situation = { notices: [], recipients, now };
  const verdict = id === undefined ? {} : judgeWish({ id, recipient: room, from: now }, { situation, ledger });
  const { ready, settled, at } = verdict;
  const later = nextDigest(settings, date, { from: now, timeZone: reach?.timeZone });
  const moments = [at, later].filter((moment) => moment !== undefined);
  return {
    settled: settled ? [{ ...settled, room: true }] : [],
    posts: ready ? [{ id: ready.post, recipient: room, say: [{ ...ready, room: true }], said: [] }] : [],
    ...(moments.length > 0 && { next: Math.min(...moments) }),
  };
}

/** Whether a delivery is one of the weekly cards of this room. */
export function isTeamDigest(delivery: string, { conversation }: Pick<TeamDigest, 'conversation'>): boolean {
  return delivery.startsWith(digestId('', conversation));
}
