/** The figure that a sentence names, as the values of a command: which one, how much, in which currency and on which day. */
import { isChange, withoutOtherNumbers } from '../recognizers/words/figure-words';
import { metricIn } from '../recognizers/metric-span';
import { otherCurrencyIn } from '../recognizers/amounts/money-recognizer';
import { recognizeNumber } from '../recognizers/amounts/number-recognizer';
import { speltNumber } from '../recognizers/amounts/number-words';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import { Lacking, type Parameters } from './meaning';
import { withDay } from './named-day';

/** The figure that is asked for; none where all of them are. */
export function figureAsked({ said }: Slots, { vocabulary }: SlotContext): Parameters {
  const metric = metricIn(said, vocabulary);
  return metric === undefined ? {} : { metric };
}

/** "Active users 200 and seats 300": no figure is recorded with the value of another. */
function areSeveral(masked: string, amounts: string): boolean {
  const count = (form: RegExp, text: string) => text.match(form)?.length ?? 0;
  return count(/xqmetricxq/gu, masked) > 1 && count(/\d[\d.,]*/gu, amounts) > 1;
}

/** A figure with its value, where one that can be read is named. */
export function figureIn(slots: Slots, context: SlotContext): Parameters | Lacking {
  const { said, day } = slots;
  const amount = withoutOtherNumbers(day ? said.replace(day.said, ' ') : said);
  const value = isChange(said) ? undefined : (recognizeNumber(amount, context.locale).value ?? speltNumber(amount));
  const metric = areSeveral(slots.masked, amount) ? undefined : metricIn(said, context.vocabulary);
  if (metric === undefined) return new Lacking('metric', { said });
  const currency = value === undefined ? undefined : otherCurrencyIn(amount, context.locale);
  const about = { metric, ...(value !== undefined && { value }), ...(currency !== undefined && { currency }) };
  return withDay({ slots, context, name: 'on', past: true, isBesidePeriod: true }, about);
}
