/** Changes the row of a partner, which another instance may change at the same time. */
import type { Partner } from '../../domain/partner/partner';
import type { TurnRequest } from '../context/turn-request';
import { retryOnConflict, upsert } from '../store/row-update';
import { partnerRow, type StandingCacheDeps } from './standing-cache';

export interface PartnerUpdate {
  readonly before: Partner;
  readonly after: Partner;
}

/**
 * Changes the row of the partner; starts from `known` if there is no row. If another write comes first, reads and changes the
 * row again. Throws {@link StoreUnavailable} after too many lost writes, and as the store does.
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
