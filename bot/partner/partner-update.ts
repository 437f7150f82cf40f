/** Recording is changing what is kept of the partner, of which somebody else may change another part at the same moment. */
import type { Partner } from '../../domain/partner/partner';
import type { TurnRequest } from '../context/turn-request';
import { retryOnConflict, upsert } from '../store/row-update';
import { partnerRow, type StandingCacheDeps } from './standing-cache';

export interface PartnerUpdate {
  readonly before: Partner;
  readonly after: Partner;
}

/**
 * Changes the partner as it is kept at the moment of writing; `known` is what a partner of whom nothing is kept is taken to
 * be. If another write comes first it is read and changed again. Throws {@link StoreUnavailable} where that does not end, or as
 * the store does.
 */
export async function updatePartner<Fault extends { readonly code: string }>(
  change: (partner: Partner) => Partner | Fault,
  {
    request,
    services,
    known,
  }: { readonly request: TurnRequest; readonly services: StandingCacheDeps; readonly known: Partner },
): Promise<PartnerUpdate | { readonly before: Partner; readonly fault: Fault }> {
  return retryOnConflict({ noun: 'partner', id: request.tenant }, async () => {
    const kept = await services.store.partners.get(request.tenant, request.tenant);
    const before = kept?.value ?? known;
    const value = change(before);
    if ('code' in value) return { before, fault: value };
    if (value === before) return { before, after: before };
    const conflicts = await partnerRow(services, request.tenant).repository.write(request.tenant, [
      upsert(kept, value),
    ]);
    return conflicts.length === 0 ? { before, after: value } : undefined;
  });
}
