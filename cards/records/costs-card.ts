/** What exams cost the company and the vouchers it has, each exam with the day on which it was entered. */
import type { CardElement } from '@microsoft/teams.cards';
import type { ExamCost } from '../../domain/partner/exam-cost';
import type { CardSetting } from '../contract/view';
import type { Card } from '../elements/card';
import { button, card, group, line, note, title } from '../elements/elements';
import { pageLines, pageOf, turning } from '../elements/page';
import type { Text } from '../text';
import { costWords, howToEnterCosts } from '../words/cost';

export interface CostsView extends CardSetting {
  readonly page: number;
}

const pageSize = 10;

/** The answer to "costs". */
export function costsCard(view: CostsView, text: Text): Card {
  const costs = view.partner.costs ?? [];
  const page = pageOf(costs, view.page, pageSize);
  const heading = text.say('costs.heading', { count: costs.length });
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...(costs.length === 0 ? [line(howToEnterCosts({ text, programme: view.programme }))] : []),
      ...page.items.map((one) => costRow(one, view, text)),
      ...pageLines(page, text),
    ],
    actions: [
      ...turning(page, (number) => ({ ask: 'costs', page: number }), text),
      ...(view.seesNames ? [button({ ask: 'cost' }, text.say('button.enter-costs'))] : []),
      button({ ask: 'plan' }, text.say('button.plan')),
    ],
  });
}

function costRow(cost: ExamCost, { programme }: CostsView, text: Text): CardElement {
  return group([
    line(costWords(cost, { text, programme })),
    note(text.say('costs.entered', { date: text.date(cost.enteredOn) }), { spacing: 'None' }),
  ]);
}
