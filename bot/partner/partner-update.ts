/** Recording is changing what is kept of the partner, of which somebody else may change another part at the same moment. */
import type { Partner } from '../../domain/partner/partner';
import { type Change, StoreUnavailable } from '../../domain/basics/repository';
import type { TurnRequest } from '../context/turn-request';
import { writeFacts } from './standing-cache';
import type { AppServices } from '../context/app-services';

/** As often as two people can sensibly be in each other's way. */
const attempts = 5;

export interface PartnerUpdate {
  readonly before: Partner;
  readonly after: Partner;
}

/**
 * Changes the partner as it is kept at the moment of writing; `known` is what a partner of whom nothing is kept is taken to
 * be. Who finds that somebody else was first looks and changes again. Throws {@link StoreUnavailable} where that does not
 * end, or as the store does.
 */
export async function updatePartner<Fault extends { readonly code: string }>(
  change: (partner: Partner) => Partner | Fault,
  {
    request,
    services,
    known,
  }: { readonly request: TurnRequest; readonly services: AppServices; readonly known: Partner },
): Promise<PartnerUpdate | { readonly before: Partner; readonly fault: Fault }> {
  const { partners } = services.store;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = await partners.get(request.tenant, request.tenant);
    const before = kept?.value ?? known;
    const value = change(before);
    if ('code' in value) return { before, fault: value };
    if (value === before) return { before, after: before };
    const written: Change<Partner> = kept
      ? { kind: 'replace', value, version: kept.version }
      : { kind: 'create', value };
    const conflicts = await writeFacts(services, request.tenant, (facts) =>
      facts.partners.write(request.tenant, [written]),
    );
    if (conflicts.length === 0) return { before, after: value };
  }
  throw new StoreUnavailable(`The partner of ${request.tenant} was changed by others ${attempts} times in a row`);
}
