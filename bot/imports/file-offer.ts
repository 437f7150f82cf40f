/** File offers are kept from the file consent card to its answer, so that an answer without a card is worth nothing. */
import { randomUUID } from 'node:crypto';
import { hasOfferExpired, type OfferedFile } from '../../domain/imports/file-offer';
import type { OfferedName } from '../../domain/imports/exported-file';
import type { Store } from '../../domain/ports';
import type { TurnRequest } from '../context/turn-request';
import { listAll } from '../store/row-list';

type Asked = Pick<TurnRequest, 'tenant' | 'user' | 'now'>;

/** Keeps an offer for the person who asks and forgets those that expired; returns its id. */
export async function saveFileOffer(
  about: OfferedName,
  { tenant, user, now }: Asked,
  { store: { offers } }: { readonly store: Pick<Store, 'offers'> },
): Promise<string> {
  const expired = (await listAll(offers, tenant)).filter(({ value }) => hasOfferExpired(value, now));
  const value: OfferedFile = {
    id: randomUUID(),
    by: user.aadObjectId.toLowerCase(),
    about,
    at: new Date(now).toISOString(),
  };
  const removals = expired.map(({ value: { id }, version }) => ({ kind: 'remove', id, version }) as const);
  await offers.write(tenant, [...removals, { kind: 'create', value }]);
  return value.id;
}

/** Uses up the offer of this id; false where this person was never offered this file, too long ago, or answered already. */
export async function takeFileOffer(
  { offer, about }: { readonly offer: unknown; readonly about: unknown },
  { tenant, user, now }: Asked,
  { store: { offers } }: { readonly store: Pick<Store, 'offers'> },
): Promise<boolean> {
  const kept = typeof offer === 'string' ? await offers.get(tenant, offer) : undefined;
  if (!kept || kept.value.by !== user.aadObjectId.toLowerCase() || kept.value.about !== about) return false;
  const lost = await offers.write(tenant, [{ kind: 'remove', id: kept.value.id, version: kept.version }]);
  return lost.length === 0 && !hasOfferExpired(kept.value, now);
}
