/** The renewals of specializations alone, where no membership is recorded beside them. */
import { daysBetween } from '../../domain/basics/date';
import type { GoalRenewal } from '../../domain/membership/own-renewal';
import type { CardSetting } from '../contract/view';
import type { Card } from '../elements/card';
import { button, card, note, title } from '../elements/elements';
import { escapeMarkdown } from '../elements/escaped-text';
import { footer } from '../sections/footer';
import { ownRenewalLines, type OwnRenewals } from '../sections/own-renewal-lines';
import type { Text } from '../text';
import { competencyName, programmeName, type Wording } from '../words/wording';

export interface OwnRenewalView extends CardSetting, OwnRenewals {
  readonly own: readonly [GoalRenewal, ...GoalRenewal[]];
}

const longestPartner = 80;

/** The answer to "when do we renew" where only specializations are. */
export function ownRenewalCard(view: OwnRenewalView, text: Text): Card {
  const { partner, programme } = view;
  const headline = headlineOf(view, { text, programme });
  return card({
    text,
    speak: text.say('sentence.stop', { words: headline }),
    body: [
      note(`${escapeMarkdown(partner.name, longestPartner)} · ${programmeName(programme, text)}`),
      title(headline),
      ...ownRenewalLines(view, { text, programme }),
      ...footer(view, text),
    ],
    actions: [
      button({ ask: 'plan' }, text.say('button.plan'), { style: 'positive' }),
      button({ ask: 'risk' }, text.say('button.risk')),
      button({ ask: 'membership' }, text.say('button.membership')),
    ],
  });
}

/** The soonest of them. */
function headlineOf({ own: [first], asOf }: OwnRenewalView, wording: Wording): string {
  const { text } = wording;
  const goal = competencyName(first.goal, wording);
  return asOf > first.anniversary
    ? text.say('renewal.own-open', { goal, date: text.date(first.closes) })
    : text.say('renewal.own-heading', { goal, days: daysBetween(asOf, first.anniversary) });
}
