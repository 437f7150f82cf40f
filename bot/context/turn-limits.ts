/** Turn limits keep one person or one tenant from taking the machine from all others: token buckets in the memory of one instance. */
import type { Refusal } from '../../cards/contract/refusal';
import type { TurnRequest } from './turn-request';

/** What is limited: questions that take long, files that were dropped, presses that write, searches while typing, cards that are shown again. */
export type LimitedKind = 'costly' | 'file' | 'write' | 'search' | 'refresh';

/** How much may come at once, and how much each second brings back. */
export interface Allowance {
  readonly atOnce: number;
  readonly perSecond: number;
}

/**
 * Generous: one person at a keyboard types or presses some twenty times a minute at most, and a plan takes up to a quarter of a
 * second. A tenant may do what thirty of its people do at their fastest. Files take seconds each and wait for each other.
 */
export const turnAllowances: Readonly<Record<LimitedKind, Readonly<Record<'person' | 'tenant', Allowance>>>> = {
  costly: { person: { atOnce: 60, perSecond: 0.5 }, tenant: { atOnce: 600, perSecond: 10 } },
  file: { person: { atOnce: 20, perSecond: 1 / 30 }, tenant: { atOnce: 60, perSecond: 1 / 10 } },
  refresh: { person: { atOnce: 60, perSecond: 1 }, tenant: { atOnce: 1_200, perSecond: 40 } },
  search: { person: { atOnce: 60, perSecond: 4 }, tenant: { atOnce: 600, perSecond: 40 } },
  write: { person: { atOnce: 120, perSecond: 1 }, tenant: { atOnce: 1_200, perSecond: 20 } },
};

/** With more buckets than this, those that are full again are forgotten; some hundred bytes each. */
const mostBuckets = 10_000;

export interface TurnLimits {
  /** Takes one from the allowances of the person and of the tenant; else the seconds after which there is one again. */
  take(kind: LimitedKind, asker: { readonly tenant: string; readonly person: string }): number | undefined;
}

interface Bucket {
  left: number;
  /** Milliseconds since 1970. */
  at: number;
  readonly allowance: Allowance;
}

/** Limits that start with full allowances. `now` in milliseconds since 1970. */
export function createTurnLimits(now: () => number): TurnLimits {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (key: string, allowance: Allowance): Bucket => {
    const known = buckets.get(key);
    if (known) return refilled(known, now());
    if (buckets.size >= mostBuckets) forgetFull(buckets, now());
    const fresh = { left: allowance.atOnce, at: now(), allowance };
    buckets.set(key, fresh);
    return fresh;
  };
  return {
    take(kind, { tenant, person }) {
      const { person: ofPerson, tenant: ofTenant } = turnAllowances[kind];
      const both = [
        bucketOf(JSON.stringify([kind, tenant, person]), ofPerson),
        bucketOf(JSON.stringify([kind, tenant]), ofTenant),
      ];
      const wait = Math.max(...both.map(({ left, allowance }) => (1 - left) / allowance.perSecond));
      if (wait > 0) return Math.ceil(wait);
      for (const bucket of both) bucket.left -= 1;
      return undefined;
    },
  };
}

/** A clock that was put back brings nothing and takes nothing. */
function refilled(bucket: Bucket, now: number): Bucket {
  const seconds = Math.max(0, now - bucket.at) / 1_000;
  bucket.left = Math.min(bucket.allowance.atOnce, bucket.left + seconds * bucket.allowance.perSecond);
  bucket.at = now;
  return bucket;
}

function forgetFull(buckets: Map<string, Bucket>, now: number): void {
  for (const [key, bucket] of buckets) if (refilled(bucket, now).left === bucket.allowance.atOnce) buckets.delete(key);
}

/** Why this is not answered now: this person or this tenant has asked for too much of it in a short time; undefined if not. */
export function refuseTooMany(
  kinds: readonly LimitedKind[],
  { tenant, user }: Pick<TurnRequest, 'tenant' | 'user'>,
  { limits }: { readonly limits?: TurnLimits },
): Refusal | undefined {
  const asker = { tenant, person: user.aadObjectId.toLowerCase() };
  const waits = kinds.flatMap((kind) => limits?.take(kind, asker) ?? []);
  return waits.length > 0 ? { code: 'too-many', seconds: Math.max(...waits) } : undefined;
}
