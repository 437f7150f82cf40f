/** Checks before each command whether the asker has the role and the chat that the command declares. */
import type { Refusal } from '../../cards/contract/refusal';
import type { CommandAccess } from '../commands/command';
import type { ConversationScope } from '../context/turn-request';

/** Why the asker may not ask this; undefined if they may. Only admins learn that a chat of their own would do. */

export function refuseAccess(
  { role, scope }: CommandAccess,
  asker: { readonly isAdmin: boolean; readonly scope: ConversationScope },
): Refusal | undefined {
  if (role === 'admin' && !asker.isAdmin) return { code: 'admins-only' };
  return scope === 'private' && asker.scope !== 'personal' ? { code: 'only-in-private' } : undefined;
}
