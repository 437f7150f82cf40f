/** Everyone in one state of onboarding by name: since when they are in it, and what is in the way; who waits longest stands first. */
import { daysBetween, type CalendarDate } from '../../domain/basics/date';
import type { OnboardingState } from '../../domain/onboarding/onboarding-state';
import type { CardSetting } from '../contract/view';
import type { Card } from '../elements/card';
import { backButton, button, card, line, mostActions, note, title } from '../elements/elements';
import { pageLines, pageOf, turning } from '../elements/page';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { onboardedRow, type FunnelLine } from './onboarded-row';

export interface InStateView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly state: OnboardingState;
  /** Who waits longest first. */
  readonly lines: readonly FunnelLine[];
  /** Those of them who can be reminded today, by id. */
  readonly remindable: readonly string[];
  readonly page: number;
}

const pageSize = 8;

/** The answer to a touched state of the onboarding overview. */
export function inStateCard(view: InStateView, text: Text): Card {
  const { state, lines, remindable } = view;
  const headline = text.say('funnel.in-state', { count: lines.length, state: text.say(`state-of.${state}`) });
  const page = pageOf(lines, view.page, pageSize);
  return card({
    text,
    speak: headline,
    body: [
      title(headline),
      ...longestLines(view, text),
      ...(lines.length === 0 ? [line(text.say('funnel.in-state.none'))] : []),
      ...page.items.map((one) => onboardedRow(one, view, text)),
      ...pageLines(page, text),
      ...footer(view, text),
    ],
    actions: [
      ...turning(page, (number) => ({ ask: 'onboarding', state, page: number }), text),
      ...(remindable.length > 0
        ? [
            button(
              { ask: 'step', people: remindable, step: 'reminded' },
              text.say('button.remind-people', { count: remindable.length }),
              { style: 'positive' },
            ),
          ]
        : []),
      backButton({ ask: 'onboarding' }, text.say('button.onboarding'), text),
    ].slice(0, mostActions),
  });
}

/** How long the first of them has waited. */
function longestLines({ lines: [first], asOf }: InStateView, text: Text) {
  const since = first?.standing.since;
  if (since === undefined || since >= asOf) return [];
  return [note(text.say('funnel.longest', { count: daysBetween(since, asOf) }))];
}
