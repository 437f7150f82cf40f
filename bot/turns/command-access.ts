/**
 * Checks before each command whether the asker has the role and the chat that the command declares. Whether its card shows
 * names of people is decided in `partner/name-visibility.ts`.
 */
import type { Refusal } from '../../cards/contract/refusal';
import type { CommandAccess } from '../commands/command';
import { mayTalk } from '../context/tenant-access';
import type { AppServices } from '../context/app-services';
import type { ConversationScope, TurnRequest } from '../context/turn-request';

/**
 * Why a sender may ask nothing at all; undefined for people of an organization that may use this bot. Guests of the organization
 * have an Entra id in it and are treated as its other people; anonymous guests of a meeting have none, so nothing could be kept of
 * them and they could not be told apart. Members of a shared channel from elsewhere learn nothing of this organization.
 */
export function refuseStranger(
  { tenant, user }: Pick<TurnRequest, 'tenant' | 'user'>,
  services: Pick<AppServices, 'access'>,
): Refusal | undefined {
  if (!mayTalk({ tenant }, services)) return { code: 'tenant-not-allowed' };
  if (user.home !== undefined && user.home.toLowerCase() !== tenant.toLowerCase())
    return { code: 'other-organization' };
  return user.aadObjectId === '' ? { code: 'no-work-account' } : undefined;
}

/** Why the asker may not ask this; undefined if they may. Only admins learn that a chat of their own would do. */
export function refuseAccess(
  { role, scope }: CommandAccess,
  asker: { readonly isAdmin: boolean; readonly scope: ConversationScope },
): Refusal | undefined {
  if (role === 'admin' && !asker.isAdmin) return { code: 'admins-only' };
  return scope === 'private' && asker.scope !== 'personal' ? { code: 'only-in-private' } : undefined;
}
