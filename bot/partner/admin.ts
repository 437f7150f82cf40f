/**
 * Who is an admin: those kept with the partner, and at first those whom the settings name. What only admins may see stands in
 * `name-visibility.ts`, what only they may do in `turns/command-access.ts`.
 */
import { dateOf } from '../../domain/basics/date';
import type { Partner } from '../../domain/partner/partner';
import type { AppServices } from '../context/app-services';
import type { TurnRequest } from '../context/turn-request';
import { unknownPartner } from '../store/partner-row';
import { auditedStore } from '../store/audit-trail';
import { updateRow } from '../store/row-update';
import { loadPartner, withPartnerReads } from './partner-reads';
import { partnerRow } from './standing-cache';

type AccessDeps = Pick<AppServices, 'access'>;

/** Whether the asker administers the partner. */
export function isAdmin(partner: Partner, { user }: TurnRequest, { access }: AccessDeps): boolean {
  const named = access.firstAdmins === 'first-speaker' ? [] : access.firstAdmins;
  const id = user.aadObjectId.toLowerCase();
  return id !== '' && [...partner.admins, ...named].some((admin) => admin.toLowerCase() === id);
}

/** Whether the asker becomes the admin by speaking. */
export function becomesAdmin(
  { admins }: Pick<Partner, 'admins'>,
  { user }: TurnRequest,
  { access }: AccessDeps,
): boolean {
  return access.firstAdmins === 'first-speaker' && user.aadObjectId !== '' && admins.length === 0;
}

/**
 * Makes the asker the admin if the settings allow the first person who writes to become it and there is no admin yet; called
 * once, at the beginning of a turn. If two people write at once, one becomes the admin. Returns the request for the rest of
 * the turn. Throws {@link StoreUnavailable} as the store does.
 */
export async function ensureFirstAdmin(
  request: TurnRequest,
  services: Pick<AppServices, 'store' | 'programmes' | 'now' | 'access' | 'log' | 'held'>,
): Promise<TurnRequest> {
  const turn = withPartnerReads(request, services);
  if (!becomesAdmin({ admins: [] }, turn, services)) return turn;
  if (!becomesAdmin(await loadPartner(turn, services), turn, services)) return turn;
  const { tenant, user } = request;
  let isFirst = false;
  const grant = { act: 'admin-granted', about: 'first-speaker', by: user.aadObjectId } as const;
  const store = auditedStore(services.store, grant, services.now);
  await updateRow(partnerRow({ ...services, store }, tenant), (kept) => {
    const before = kept ?? unknownPartner(tenant, services.programmes, dateOf(request.now));
    isFirst = becomesAdmin(before, request, services);
    return isFirst ? { ...before, admins: [user.aadObjectId] } : undefined;
  });
  if (isFirst) services.log.info({ tenant }, 'The first person to speak is now the admin.');
  return withPartnerReads(request, services);
}
