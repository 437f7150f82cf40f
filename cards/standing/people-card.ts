/** The people: everyone on record and what they count for today, a page at a time. */
import type { CardElement } from '@microsoft/teams.cards';
import { fold, tapRow } from '../elements/blocks';
import { button, card, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { footer } from '../sections/footer';
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
}

const pageSize = 12;
const mostOpen = 5;
const mostCompetencies = 3;

/** The answer to "who do we have". Readers who may not see names see the numbers and themselves. */
export function peopleCard(view: PeopleView, text: Text): Card {
  const { people, programme } = view;
  const wording = { text, programme };
  const shown = people.filter(({ person }) => nameOf(person, view, text) !== undefined);
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
      ...personRows(page.items, { ...wording, view }),
      ...pageLines(page, text, { separator: true, spacing: 'Medium' }),
      ...footer(view, text),
    ],
    actions: [
      ...turning(page, (number) => ({ ask: 'people', page: number }), text),
      button({ ask: 'progress' }, text.say('button.progress')),
      button({ ask: 'help' }, text.say('button.help')),
    ],
  });
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
