/** The form for the figures of one area, each with what is on record and what it would give; saving shows the preview first. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import { valueOf } from '../../domain/basics/fraction';
import type { Figure } from '../../domain/partner/figure';
import type { AskedMetric } from '../../domain/programme/asked-metrics';
import { thresholdFor } from '../../domain/programme/requirement';
import type { CardSetting } from '../contract/view';
import type { Card } from '../elements/card';
import { button, card, choiceField, dateField, note, numberField, title } from '../elements/elements';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { figureValue } from '../words/change';
import { amountWords, metricName } from '../words/figure';
import { shownPoints } from '../words/points';
import { competencyName, levelName, type Wording } from '../words/wording';

export interface FiguresFormView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly competency: string;
  readonly metrics: readonly AskedMetric[];
  readonly figures: readonly Figure[];
}

/** What the names of the fields begin with; the id of the metric follows. */
export const figureField = 'figure.';

/** The form; it names each field by {@link figureField} and the id of the metric. */
export function figuresFormCard(view: FiguresFormView, text: Text): Card {
  const { competency, metrics, programme, asOf } = view;
  const wording = { text, programme };
  const heading = text.say('figures-form.heading', { goal: competencyName(competency, wording) });
  const on = { id: 'on', label: text.say('figures-form.on'), value: asOf, empty: text.say('form.day') };
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      note(text.say('figures-form.empty-stays')),
      ...metrics.flatMap((one) => fieldOf(one, view, wording)),
      dateField(on, asOf),
      note(text.say('form.preview-first')),
      ...footer(view, text),
    ],
    actions: [
      button({ ask: 'enter-figures', competency }, text.say('button.preview'), { style: 'positive' }),
      button({ ask: 'figures' }, text.say('button.figures'), { associatedInputs: 'none' }),
    ],
  });
}

function fieldOf(asked: AskedMetric, { figures, partner }: FiguresFormView, wording: Wording): readonly CardElement[] {
  const { text } = wording;
  const { metric } = asked;
  const known = figures.find((one) => one.metric === metric.id);
  const onRecord = known
    ? text.say('figures-form.known', { value: figureValue(known, wording), date: text.date(known.asOf) })
    : text.say('figures-form.unknown');
  const field = { id: `${figureField}${metric.id}`, label: metricName(metric.id, wording) };
  const yesNo = ['yes', 'no'].map((value) => ({ value, title: text.say('correction.yes-no', { value }) }));
  return [
    metric.unit === 'yes-no'
      ? choiceField({ ...field, hint: onRecord }, yesNo)
      : numberField({ ...field, hint: onRecord }),
    ...usesOf(asked, partner.market, wording).map((words) => note(words, { spacing: 'None' })),
  ];
}

/** What a figure would give: points by each rule that differs, or the levels that ask for it. */
function usesOf(
  { metric, points, thresholds }: AskedMetric,
  market: FiguresFormView['partner']['market'],
  wording: Wording,
): readonly string[] {
  const { text } = wording;
  const rules = points.map((one) => pointsWords(one, wording));
  const asked = thresholds.flatMap(({ level, threshold }) => {
    const least = thresholdFor(threshold, market);
    return typeof least === 'number'
      ? [
          text.say('figures-form.level', {
            level: levelName(level, wording),
            amount: amountWords(least, metric.id, wording),
          }),
        ]
      : [];
  });
  return [...new Set([...rules, ...asked])];
}

/** Fractions of a point are told as what one point takes. */
function pointsWords({ rule, of }: AskedMetric['points'][number], wording: Wording): string {
  const { text } = wording;
  const { metric, points, baseline } = rule;
  const worth = valueOf(points);
  const most = shownPoints(of);
  const words =
    worth >= 1
      ? text.say('figures-form.each', { points: shownPoints(points), of: most })
      : text.say('figures-form.per', { amount: amountWords(Math.round(100 / worth) / 100, metric, wording), of: most });
  if (!baseline) return words;
  const atLeast = amountWords(baseline.atLeast, baseline.metric, wording);
  return text.say('figures-form.baseline', { rule: words, atLeast, baseline: metricName(baseline.metric, wording) });
}
