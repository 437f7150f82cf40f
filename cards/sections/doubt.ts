/** A notice whose earlier message may or may not have arrived is in doubt; the card that repeats it says so. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import { note } from '../elements/elements';
import type { Text } from '../text';

/** The line on a card that repeats such notices, so that a reader who has seen them knows why they come again. */
export function doubtLines({ doubtedOn }: { readonly doubtedOn?: CalendarDate }, text: Text): readonly CardElement[] {
  return doubtedOn === undefined ? [] : [note(text.say('alert.doubted', { date: text.date(doubtedOn) }))];
}
