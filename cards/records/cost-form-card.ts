/** The form for what exams cost: a fee and the vouchers left for each, one currency for all; saving shows the preview first. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import { currencyOf, examCostFor } from '../../domain/partner/exam-cost';
import type { CardSetting } from '../contract/view';
import type { Card } from '../elements/card';
import { button, card, line, note, numberField, textField, title } from '../elements/elements';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { examName, howToEnterCosts } from '../words/cost';
import type { Wording } from '../words/wording';

export interface CostFormView extends CardSetting {
  readonly asOf: CalendarDate;
  /** The exams that are asked about, by their credentials. */
  readonly credentials: readonly string[];
}

/** What the names of the fields begin with; the id of the credential follows, or nothing for vouchers of any exam. */
export const costFields = { fee: 'fee.', vouchers: 'vouchers.' } as const;

/** A form with more fields is longer than anyone fills in at once. */
const mostExams = 6;

/** The form; those without a fee on record come first. */
export function costFormCard(view: CostFormView, text: Text): Card {
  const { partner, programme } = view;
  const heading = text.say('cost-form.heading');
  const isKnown = (id: string) => examCostFor(partner.costs, id)?.fee !== undefined;
  const named = [...new Set(view.credentials)].filter((id) => programme.credentials.some((one) => one.id === id));
  const sorted = [...named.filter((id) => !isKnown(id)), ...named.filter(isKnown)];
  const more = sorted.length - mostExams;
  const currency = currencyOf(partner.costs);
  const field = {
    id: 'currency',
    label: text.say('cost-form.currency'),
    ...(currency !== undefined && { value: currency }),
  };
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      note(text.say('cost-form.own')),
      ...(sorted.length === 0 ? [line(howToEnterCosts({ text, programme: view.programme }))] : []),
      textField(field),
      ...sorted.slice(0, mostExams).flatMap((id) => fieldsOf(id, view, { text, programme })),
      ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
      numberField({
        id: costFields.vouchers,
        label: text.say('cost-form.vouchers-any'),
        hint: vouchersOnRecord(undefined, view, text),
      }),
      note(text.say('figures-form.empty-stays')),
      note(text.say('form.preview-first')),
      ...footer(view, text),
    ],
    actions: [
      button({ ask: 'cost' }, text.say('button.preview'), { style: 'positive' }),
      button({ ask: 'costs' }, text.say('button.costs'), { associatedInputs: 'none' }),
    ],
  });
}

function fieldsOf(id: string, view: CostFormView, wording: Wording): readonly CardElement[] {
  const { text } = wording;
  const fee = examCostFor(view.partner.costs, id)?.fee;
  const exam = examName(id, wording);
  return [
    numberField({
      id: `${costFields.fee}${id}`,
      label: text.say('cost-form.fee', { exam }),
      hint: fee ? text.money(fee) : text.say('cost-form.unknown'),
    }),
    numberField({
      id: `${costFields.vouchers}${id}`,
      label: text.say('cost-form.vouchers', { exam }),
      hint: vouchersOnRecord(id, view, text),
    }),
  ];
}

function vouchersOnRecord(id: string | undefined, { partner }: CostFormView, text: Text): string {
  return text.say('cost.vouchers', { count: examCostFor(partner.costs, id)?.vouchers ?? 0 });
}
