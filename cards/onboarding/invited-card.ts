/** Invited: what became of each person whom an admin brings on board, and how the first step, which is the admin's, is done. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { button, card, group, heading, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { rulesFooter } from '../sections/footer';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { deliveryCodeWords } from '../words/delivery-code';
import { stateLine } from '../words/onboarding';
import { nameOf } from '../words/who';
import type { Person } from '../../domain/partner/people/person';
import type { OnboardingStanding } from '../../domain/onboarding/onboarding-state';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';

/** What became of each person whom an admin wants to bring on board. */
export interface InvitedLine {
  readonly person: Person;
  readonly standing: OnboardingStanding;
  readonly isNew: boolean;
  readonly isReminded?: boolean;
  /** Why nothing can be told to the person for now, as the code of a delivery. */
  readonly hindrance?: string;
}

export interface InvitedView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly invited: readonly InvitedLine[];
  /** The typed names that match no person on record. */
  readonly unknown: readonly string[];
}

const mostShown = 15;
const longestUnknown = 60;
const mostReasons = 3;
/** So many names stand before a reason that several people share. */
const mostNamed = 3;

/** The answer to `onboard` with names. */
export function invitedCard(view: InvitedView, text: Text): Card {
  const { invited, unknown, seesNames } = view;
  const headline = text.say('invited.title', { count: invited.length });
  const waiting = invited.filter(({ standing: { state } }) => state === 'invited');
  const more = invited.length - mostShown;
  return card({
    text,
    speak: headline,
    body: [
      title(headline),
      ...(seesNames ? invited.slice(0, mostShown).map((one) => personRow(one, view, text)) : []),
      ...(more > 0 && seesNames ? [note(text.say('list.more', { count: more }))] : []),
      ...(seesNames ? [] : [note(text.say('refusal.only-in-private'))]),
      ...(unknown.length > 0 ? [line(`⚠ ${unknownWords(unknown, text)}`, {}, { separator: true })] : []),
      ...(seesNames ? adviceLines(view, text) : []),
      ...(waiting.length > 0 ? accountLines(text) : []),
      ...rulesFooter(view, text),
    ],
    actions: actionsOf(waiting, view, text),
  });
}

/** With the names hidden nothing can be done for single people. */
function actionsOf(waiting: readonly InvitedLine[], { seesNames }: InvitedView, text: Text): readonly IExecuteAction[] {
  if (!seesNames) return [button({ ask: 'help' }, text.say('button.help'))];
  const people = waiting.map(({ person }) => person.id);
  return [
    ...(people.length > 0
      ? [button({ ask: 'step', people, step: 'account-made' }, text.say('button.account-made'))]
      : []),
    button({ ask: 'onboarding' }, text.say('button.onboarding')),
  ];
}

function personRow(one: InvitedLine, view: InvitedView, text: Text): CardElement {
  const { person, standing, hindrance } = one;
  const name = nameOf(person, view, text)!;
  const words = [
    ...(one.isNew ? [text.say('invited.new')] : []),
    stateLine(standing, text),
    ...(one.isReminded ? [text.say('funnel.reminded')] : []),
  ].join(' · ');
  const unreachable =
    hindrance === undefined ? [] : [note(`⚠ ${text.say('onboard.unreachable')}`, { spacing: 'None' })];
  return group([line(name, { weight: 'Bolder' }), note(words, { spacing: 'None' }), ...unreachable], {
    question: { ask: 'onboard', people: [person.id] },
    title: text.say('button.open', { name }),
  });
}

/** What to do so that everybody can be reached: once for each reason why not, with those whom it is about where there are others too. */
function adviceLines(view: InvitedView, text: Text): readonly CardElement[] {
  const { invited } = view;
  const codes = new Set(invited.flatMap(({ hindrance }) => hindrance ?? []));
  return [...codes].slice(0, mostReasons).map((code) => {
    const reason = deliveryCodeWords(code, text);
    if (invited.length === 1) return note(`⚠ ${reason}`);
    const names = invited
      .filter(({ hindrance }) => hindrance === code)
      .map(({ person }) => nameOf(person, view, text)!);
    return note(`⚠ ${text.say('invited.reason', { names: namedFirst(names, text), reason })}`);
  });
}

function namedFirst(names: readonly string[], text: Text): string {
  const more = names.length - mostNamed;
  return text.list([...names.slice(0, mostNamed), ...(more > 0 ? [text.say('list.more', { count: more })] : [])]);
}

function unknownWords(unknown: readonly string[], text: Text): string {
  return text.say('invited.unknown', { names: text.list(unknown.map((one) => escapeMarkdown(one, longestUnknown))) });
}

function accountLines(text: Text): readonly CardElement[] {
  return [
    heading(text.say('invited.account')),
    line(text.say('invited.add', { path: text.say('path.add-user') })),
    line(text.say('invited.bulk', { path: text.say('path.bulk-add') }), {}, { spacing: 'Small' }),
    note(text.say('invited.reset')),
  ];
}
