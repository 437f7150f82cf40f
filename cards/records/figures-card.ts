/** The figures of the company that are on record, each with its day and where it comes from. */
import type { CardElement } from '@microsoft/teams.cards';
import { isOutdated } from '../../domain/partner/figure-age';
import { isByHand } from '../../domain/partner/correction';
import { button, card, group, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import { pageLines, pageOf, turning } from '../elements/page';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { figureValue } from '../words/change';
import { metricName } from '../words/figure';
import type { Figure } from '../../domain/partner/figure';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';

/** A figure on record, and the name of the file that it came with. */
export interface RecordedFigure {
  readonly figure: Figure;
  readonly file?: string;
}

export interface FiguresView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly figures: readonly RecordedFigure[];
  readonly page: number;
}

const pageSize = 10;
const longestFile = 60;

/** The answer to "figures". */
export function figuresCard(view: FiguresView, text: Text): Card {
  const page = pageOf(view.figures, view.page, pageSize);
  const heading = text.say('figures.heading', { count: view.figures.length });
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...page.items.map((one) => figureRow(one, view, text)),
      ...pageLines(page, text),
      ...footer(view, text),
    ],
    actions: [
      ...turning(page, (number) => ({ ask: 'figures', page: number }), text),
      ...(view.seesNames ? [button({ ask: 'enter-figures' }, text.say('button.enter-figures'))] : []),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

function figureRow({ figure, file }: RecordedFigure, { programme, asOf }: FiguresView, text: Text): CardElement {
  const wording = { text, programme };
  const from = isByHand(figure)
    ? text.say('fact.by-hand')
    : file === undefined
      ? undefined
      : text.say('figures.from', { file: escapeMarkdown(file, longestFile) });
  const value = { metric: metricName(figure.metric, wording), value: figureValue(figure, wording) };
  return group([
    line(text.say('figures.figure', value)),
    note(text.say('correction.as-of', { date: text.date(figure.asOf) }), { spacing: 'None' }),
    ...(from === undefined ? [] : [note(from, { spacing: 'None' })]),
    ...(isOutdated(figure, { programme, day: asOf }) ? [note(text.say('figures.outdated'), { spacing: 'None' })] : []),
  ]);
}
