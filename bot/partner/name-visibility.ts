/** Name visibility: names of people are shown to admins only, and only where the admin alone sees the card. */
import type { CardSetting } from '../../cards/contract/view';
import type { Text } from '../../cards/text';
import type { ImportRecord } from '../../domain/partner/import-record';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import type { Person } from '../../domain/partner/people/person';
import type { Programme } from '../../domain/programme/programme';
import type { TurnRequest } from '../context/turn-request';

/** Whether names of people may be shown to the sender, here: an admin in a chat of their own with the bot, or in their view of a card. */
export function maySeeNames(
  { scope, isOwnView }: Pick<TurnRequest, 'scope' | 'isOwnView'>,
  { isAdmin }: { readonly isAdmin: boolean },
): boolean {
  return isAdmin && (scope === 'personal' || isOwnView === true);
}

interface KnownPartner {
  readonly partner: Partner;
  readonly programme: Programme;
  readonly isAdmin: boolean;
}

interface Shown {
  readonly text: Text;
  readonly newestImport?: ImportRecord | undefined;
  readonly self?: Person | undefined;
}

/** Returns the setting of every card: programme, partner, newest import, and whether it shows names. */
export function cardSettingOf(
  request: Pick<TurnRequest, 'scope' | 'isOwnView' | 'now' | 'isClockMoved'>,
  { programme, partner, isAdmin }: KnownPartner,
  shown: Shown,
): CardSetting {
  return {
    programme,
    partner: { ...partner, name: partner.name || shown.text.say('partner.unnamed') },
    seesNames: maySeeNames(request, { isAdmin }),
    ...(request.isOwnView && request.scope !== 'personal' && { isOwnView: true as const }),
    ...(request.isClockMoved && { clock: partnerDayAt(request.now, policiesOf(partner, programme)) }),
    ...(shown.newestImport && { newestImport: shown.newestImport }),
    ...(shown.self && { self: shown.self.id }),
  };
}
