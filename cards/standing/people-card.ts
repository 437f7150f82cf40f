/** The people: everyone on record and what they count for today, a page at a time. */
import type { CardElement } from '@microsoft/teams.cards';
import { fold, linkedNames, tapRow } from '../elements/blocks';
import { button, buttonInPlace, card, choiceField, line, note, textField, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { peopleOrders, peopleShown, type PeopleOrder, type PeopleShown, type Question } from '../contract/question';
import { footer } from '../sections/footer';
import { foundAmong, sortedBy, shownOf } from '../sections/people-filter';
import { pageLines, pageOf, turning } from '../elements/page';
import type { Text } from '../text';
import { hindranceWords } from '../words/reason';
import { nameOf } from '../words/who';
import { competencyName, listOf, type Wording } from '../words/wording';
import type { Person } from '../../domain/partner/person';
import type { Credit } from '../../domain/counting/credit';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';

export interface PersonLine {
  readonly person: Person;
  readonly credit: Credit;
  /** The competencies for whose levels the person counts today. */
  readonly countsFor: readonly string[];
}

export interface PeopleView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly people: readonly PersonLine[];
  readonly page: number;
  /** What the reader looks for; everyone by name where nothing is said. */
  readonly find?: string;
  readonly show?: PeopleShown;
  readonly order?: PeopleOrder;
}

const pageSize = 12;
const mostOpen = 4;
const mostCompetencies = 3;
/** Only the search sends what stands in its fields. */
const alone = { associatedInputs: 'none' } as const;

/** The answer to "who do we have". Readers who may not see names see the numbers and themselves. */
export function peopleCard(view: PeopleView, text: Text): Card {
  const { people, programme } = view;
  const wording = { text, programme };
  const known = people.filter(({ person }) => nameOf(person, view, text) !== undefined);
  const found = foundAmong(known, view.find);
  const shown = sortedBy(shownOf(found, view.show), view.order);
  const page = pageOf(shown, view.page, pageSize);
  const count = text.say('people.heading', { count: people.length });
  const summary = text.say('people.summary', {
    counting: people.filter(({ countsFor }) => countsFor.length > 0).length,
  });
  return card({
    text,
    speak: `${count}. ${summary}`,
    body: [
      ...(view.partner.name === '' ? [] : [note(view.partner.name)]),
      title(count),
      ...(people.length > 0 ? [line(summary)] : []),
      ...filterLines(found, view, text),
      ...(known.length > 0 && shown.length === 0 ? [line(text.say('people.none-found'))] : []),
      ...personRows(page.items, { ...wording, view }),
      ...pageLines(page, text, { separator: true, spacing: 'Medium' }),
      ...footer(view, text),
    ],
    actions: [
      ...turning(page, (number) => asked(view, { page: number }), text),
      button({ ask: 'progress' }, text.say('button.progress'), alone),
      button({ ask: 'help' }, text.say('button.help'), alone),
    ],
  });
}

type Asked = Extract<Question, { ask: 'people' }>;

/** The question of this list with something else in it. */
function asked({ find, show, order }: Omit<PeopleView, 'page'>, other: Omit<Asked, 'ask'>): Asked {
  return {
    ask: 'people',
    ...(find !== undefined && { find }),
    ...(show && { show }),
    ...(order && { order }),
    ...other,
  };
}

/** The groups that have people in them, each with how many, and the form to look for a name: for long lists only. */
function filterLines(found: readonly PersonLine[], view: PeopleView, text: Text): readonly CardElement[] {
  if (view.people.length <= mostOpen) return [];
  const { show, ...all } = view;
  const groups = peopleShown
    .map((group) => ({ group, count: shownOf(found, group).length }))
    .filter(({ group, count }) => count > 0 || group === show);
  const choices = [{ group: undefined, count: found.length }, ...groups].map(({ group, count }) => ({
    words: text.say('people.show', { show: group ?? 'all', count }),
    ...(group !== show && { open: asked(all, group ? { show: group } : {}) }),
  }));
  return [
    linkedNames(choices, undefined, { spacing: 'Medium' }),
    ...fold({ id: 'search', heading: text.say('people.search'), items: searchFields(view, text) }),
  ];
}

function searchFields({ find, show, order = 'name' }: PeopleView, text: Text): readonly CardElement[] {
  const orders = peopleOrders.map((one) => ({ value: one, title: text.say('people.order-by', { order: one }) }));
  const search = button({ ask: 'people', ...(show && { show }) }, text.say('button.search'), {
    associatedInputs: 'auto',
  });
  return [
    textField({ id: 'find', label: text.say('people.find'), ...(find !== undefined && { value: find }) }),
    choiceField({ id: 'order', label: text.say('people.order'), value: order }, orders),
    buttonInPlace(search),
  ];
}

/** The first stand open, the rest of the page is folded. */
function personRows(
  people: readonly PersonLine[],
  about: Wording & { readonly view: PeopleView },
): readonly CardElement[] {
  const rows = people.map((one) => personRow(one, about));
  const rest = rows.slice(mostOpen);
  const heading = about.text.say('list.more', { count: rest.length });
  return [...rows.slice(0, mostOpen), ...(rest.length > 0 ? fold({ id: 'people', heading, items: rest }) : [])];
}

function personRow(one: PersonLine, about: Wording & { readonly view: PeopleView }): CardElement {
  const { text, view } = about;
  const name = nameOf(one.person, view, text)!;
  return tapRow({
    name,
    below: [note(lineWords(one, about), { spacing: 'None' })],
    open: { question: { ask: 'person', person: one.person.id }, title: text.say('button.open', { name }) },
  });
}

function lineWords({ credit, countsFor }: PersonLine, wording: Wording): string {
  const { text } = wording;
  if (countsFor.length > 0) {
    const names = countsFor.map((id) => competencyName(id, wording));
    return text.say('people.counts-for', { competencies: listOf(names, text, mostCompetencies) });
  }
  if (credit.hindrance) return hindranceWords(credit.hindrance, text);
  return credit.counted.size > 0
    ? text.say('people.holds', { count: credit.counted.size })
    : text.say('people.nothing');
}
