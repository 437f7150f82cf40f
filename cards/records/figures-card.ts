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
import { goalNoun } from '../words/wording';
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

/** One figure, where it is on record. */
export interface FigureView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly metric: string;
  readonly recorded?: RecordedFigure;
}

/** The answer to "how many active users do we have": the figure, and for admins how a newer one is recorded. */
export function figureCard(view: FigureView, text: Text): Card {
  const { programme, recorded, metric, seesNames } = view;
  const wording = { text, programme };
  const name = metricName(metric, wording);
  const heading = recorded
    ? text.say('figures.figure', { metric: name, value: figureValue(recorded.figure, wording) })
    : text.say('figures.none-of', { metric: name });
  const example = text.say('help.topic.example', { example: text.say('command.figure.example', goalNoun(wording)) });
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...(recorded ? sourceLines(recorded, view, text) : []),
      ...(seesNames ? [line(text.say('figures.how', { example }))] : []),
      ...footer(view, text),
    ],
    actions: [
      ...(seesNames ? [button({ ask: 'enter-figures' }, text.say('button.enter-figures'))] : []),
      button({ ask: 'figures' }, text.say('button.all-figures')),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
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

function figureRow(recorded: RecordedFigure, view: FiguresView, text: Text): CardElement {
  const wording = { text, programme: view.programme };
  const { figure } = recorded;
  const value = { metric: metricName(figure.metric, wording), value: figureValue(figure, wording) };
  return group([line(text.say('figures.figure', value)), ...sourceLines(recorded, view, text)]);
}

/** On which day it was so, who says so, and whether it is too old. */
function sourceLines(
  { figure, file }: RecordedFigure,
  { programme, asOf }: Pick<FiguresView, 'programme' | 'asOf'>,
  text: Text,
): readonly CardElement[] {
  const from = isByHand(figure)
    ? text.say('fact.by-hand')
    : file === undefined
      ? undefined
      : text.say('figures.from', { file: escapeMarkdown(file, longestFile) });
  return [
    note(text.say('correction.as-of', { date: text.date(figure.asOf) }), { spacing: 'None' }),
    ...(from === undefined ? [] : [note(from, { spacing: 'None' })]),
    ...(isOutdated(figure, { programme, day: asOf }) ? [note(text.say('figures.outdated'), { spacing: 'None' })] : []),
  ];
}
