/** The areas whose rules look at figures, each with how many are missing or outdated; a tap opens the form. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import type { CardSetting } from '../contract/view';
import type { Card } from '../elements/card';
import { button, card, group, line, note, title } from '../elements/elements';
import { pageLines, pageOf, turning } from '../elements/page';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { competencyName } from '../words/wording';

/** One area with its figures. */
export interface FigureArea {
  readonly competency: string;
  readonly asked: number;
  readonly missing: number;
  readonly outdated: number;
}

export interface FigureAreasView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly areas: readonly FigureArea[];
  readonly page: number;
}

const pageSize = 8;

/** The answer to "enter figures" without an area. */
export function figureAreasCard(view: FigureAreasView, text: Text): Card {
  const page = pageOf(view.areas, view.page, pageSize);
  const heading = text.say('figures-form.areas');
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...page.items.map((one) => areaRow(one, view, text)),
      ...pageLines(page, text),
      ...footer(view, text),
    ],
    actions: [
      ...turning(page, (number) => ({ ask: 'enter-figures', page: number }), text),
      button({ ask: 'figures' }, text.say('button.figures')),
    ],
  });
}

function areaRow({ competency, ...counts }: FigureArea, { programme }: FigureAreasView, text: Text): CardElement {
  const name = competencyName(competency, { text, programme });
  const question = { ask: 'enter-figures', competency } as const;
  return group([line(name, { weight: 'Bolder' }), note(text.say('figures-form.area', counts), { spacing: 'None' })], {
    question,
    title: name,
  });
}
