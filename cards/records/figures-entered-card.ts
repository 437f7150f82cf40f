/** Several figures of one area at once: what they change, with a button to confirm, and afterwards what was recorded. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import type { FigureChange } from '../../domain/partner/correction';
import type { Question } from '../contract/question';
import type { CardSetting } from '../contract/view';
import type { Card } from '../elements/card';
import { button, card, group, line, note, title } from '../elements/elements';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { figureValue } from '../words/change';
import { metricName } from '../words/figure';
import { competencyName, type Wording } from '../words/wording';
import { effectLines, type CorrectionEffect } from './correction-card';

export interface FiguresEnteredView extends CardSetting {
  readonly effect: CorrectionEffect;
  readonly asOf: CalendarDate;
  readonly competency: string;
  readonly changes: readonly FigureChange[];
  /** Metrics whose figures another person changed meanwhile, so that they were not recorded. */
  readonly missed: readonly string[];
  /** What confirms a preview; absent once it is recorded. */
  readonly confirm?: Question;
}

/** The preview, or the answer to it. */
export function figuresEnteredCard(view: FiguresEnteredView, text: Text): Card {
  const { competency, changes, missed, confirm, programme } = view;
  const wording = { text, programme };
  const heading = text.say('figures-entered.heading', {
    state: confirm ? 'wanted' : 'recorded',
    count: changes.length,
    goal: competencyName(competency, wording),
  });
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...changes.map((one) => changeRow(one, wording)),
      ...missed.map((id) => line(text.say('figures-entered.missed', { metric: metricName(id, wording) }))),
      ...effectLines(view.effect, wording),
      note(text.say(confirm ? 'correction.not-yet' : 'figures-entered.undoable'), {
        separator: true,
        spacing: 'Medium',
      }),
      ...footer(view, text),
    ],
    actions: [
      ...(confirm
        ? [button(confirm, text.say('button.confirm'), { style: 'positive' })]
        : [button({ ask: 'undo' }, text.say('button.undo'))]),
      button(
        { ask: 'competency', competency },
        text.say('button.back-to', { name: competencyName(competency, wording) }),
      ),
      button({ ask: 'figures' }, text.say('button.figures')),
    ],
  });
}

function changeRow({ before, after }: FigureChange, wording: Wording): CardElement {
  const { text } = wording;
  const earlier = before && { value: figureValue(before, wording), date: text.date(before.asOf) };
  return group([
    line(text.say('figures.figure', { metric: metricName(after.metric, wording), value: figureValue(after, wording) })),
    note(earlier ? text.say('correction.figure-before', earlier) : text.say('correction.figure-new'), {
      spacing: 'None',
    }),
  ]);
}
