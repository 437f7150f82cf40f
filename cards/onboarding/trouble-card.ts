/** Trouble: what goes wrong with linking, as a choice, and for what was chosen what to do about it. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { troubleCauses, type TroubleCause } from '../../domain/onboarding/onboarding';
import { button, card, dateField, group, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { rulesFooter } from '../sections/footer';
import type { Text } from '../text';
import { limitWords } from '../words/onboarding';
import { nameOf } from '../words/who';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/people/person';
import type { LinkLimit } from '../../domain/partner/link';

export interface TroubleView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly person: Person;
  readonly isSelf: boolean;
  /** What was chosen; absent while it is asked for. */
  readonly cause?: TroubleCause;
  readonly limit?: LinkLimit;
}

/** The answer to "it does not work": the causes to choose from, or advice about the one chosen. */
export function troubleCard(view: TroubleView, text: Text): Card {
  const { cause, person } = view;
  const headline = cause ? text.say(`trouble.${cause}.short`) : text.say('trouble.title');
  return card({
    text,
    speak: headline,
    body: [
      note(nameOf(person, { ...view, seesNames: true }, text)!),
      title(headline),
      ...(cause ? advice(cause, view, text) : choices(view, text)),
      ...rulesFooter(view, text),
    ],
    actions: actionsOf(view, text),
  });
}

function choices({ person }: TroubleView, text: Text): readonly CardElement[] {
  return [
    line(text.say('trouble.pick')),
    ...troubleCauses.map((cause) => {
      const words = text.say(`trouble.${cause}.short`);
      return group([line(words)], { question: { ask: 'trouble', person: person.id, cause }, title: words });
    }),
  ];
}

/** These end on a day that Partner Center names. */
export function hasDay(cause: TroubleCause): boolean {
  return cause === 'thirty-days' || cause === 'third-this-year';
}

function advice(cause: TroubleCause, { limit }: TroubleView, text: Text): readonly CardElement[] {
  const label = text.say('trouble.until');
  const empty = text.say('trouble.until.empty');
  return [
    line(text.say(`trouble.${cause}.advice`)),
    ...(limit ? [note(limitWords(limit, text))] : []),
    ...(hasDay(cause) ? [dateField({ id: 'until', label, empty, ...(limit && { value: limit.until }) })] : []),
    note(text.say('trouble.told')),
  ];
}

function actionsOf({ cause, person, isSelf }: TroubleView, text: Text): readonly IExecuteAction[] {
  const back = button(isSelf ? { ask: 'onboard' } : { ask: 'onboard', people: [person.id] }, text.say('button.back'), {
    associatedInputs: 'none',
  });
  if (!cause || !hasDay(cause)) return [back];
  const save = button({ ask: 'trouble', person: person.id, cause }, text.say('button.save'), {
    style: 'positive',
    associatedInputs: 'auto',
  });
  return [save, back];
}
