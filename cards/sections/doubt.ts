/** A doubt is that something was said before and nobody knows whether it arrived; the card that says it again tells so. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import { note } from '../elements/elements';
import type { Text } from '../text';

/** The line of a card of which some had been in doubt, so that whoever has seen it before knows why it is there again. */
export function doubtLines({ doubtedOn }: { readonly doubtedOn?: CalendarDate }, text: Text): readonly CardElement[] {
  return doubtedOn === undefined ? [] : [note(text.say('alert.doubted', { date: text.date(doubtedOn) }))];
}
