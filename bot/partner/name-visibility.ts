/** Name visibility: names of people are shown to admins only, and only where nobody else reads along. */
import { dateOf } from '../../domain/basics/date';
import type { CardSetting } from '../../cards/contract/view';
import type { Text } from '../../cards/text';
import type { ImportRecord } from '../../domain/partner/import-record';
import type { Person } from '../../domain/partner/person';
import type { TurnRequest } from '../context/turn-request';
import type { PartnerSnapshot } from './partner-snapshot';

/** Whether names of people may be shown to the sender, here: an admin in a chat of their own with the bot. */
export function maySeeNames(
  { scope }: Pick<TurnRequest, 'scope'>,
  { isAdmin }: Pick<PartnerSnapshot, 'isAdmin'>,
): boolean {
  return isAdmin && scope === 'personal';
}

interface Shown {
  readonly text: Text;
  readonly newestImport?: ImportRecord | undefined;
  readonly self?: Person | undefined;
}

/** Returns the setting of every card: programme, partner, newest import, and whether it shows names. */
export function cardSettingOf(
  request: Pick<TurnRequest, 'scope' | 'now' | 'isClockMoved'>,
  { programme, partner, isAdmin }: Pick<PartnerSnapshot, 'programme' | 'partner' | 'isAdmin'>,
  shown: Shown,
): CardSetting {
  return {
    programme,
    partner: { ...partner, name: partner.name || shown.text.say('partner.unnamed') },
    seesNames: maySeeNames(request, { isAdmin }),
    ...(request.isClockMoved && { clock: dateOf(request.now) }),
    ...(shown.newestImport && { newestImport: shown.newestImport }),
    ...(shown.self && { self: shown.self.id }),
  };
}
