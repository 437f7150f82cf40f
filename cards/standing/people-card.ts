/** The people: everyone on record and what they count for today, a page at a time. */
import type { CardElement } from '@microsoft/teams.cards';
import { fold, linkedNames, tapRow } from '../elements/blocks';
import { button, buttonInPlace, card, choiceField, line, note, textField, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { peopleOrders, peopleShown, type PeopleOrder, type PeopleShown, type Question } from '../contract/question';
import { footer } from '../sections/footer';
import { foundAmong, goneSince, sortedBy, shownOf } from '../sections/people-filter';
import { placeLines } from '../sections/place-lines';
import { fitToSize } from '../elements/size-limit';
import { escapeMarkdown } from '../elements/escaped-text';
import { pageLines, pageOf, turning } from '../elements/page';
import type { Text } from '../text';
import { hindranceWords } from '../words/reason';
import { nameOf } from '../words/who';
import { competencyName, listOf, type Wording } from '../words/wording';
import { longestPlace, type Person } from '../../domain/partner/people/person';
import { groupings, worksAt } from '../../domain/partner/people/workplace';
import type { Credit } from '../../domain/counting/credits/credit';
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
  /** Of those who have left: since when. */
  readonly since?: CalendarDate;
  /** The competency for which it is asked who counts. */
  readonly competency?: string;
  readonly order?: PeopleOrder;
  /** The office or team whose people are shown, as it is called. */
  readonly office?: string;
  readonly team?: string;
  /** The name that was asked for and that no office and no team has. */
  readonly unknownPlace?: string;
}

const pageSize = 12;
const mostOpen = 4;
const mostCompetencies = 3;
/** Only the search sends what stands in its fields. */
const alone = { associatedInputs: 'none' } as const;

/** The answer to "who do we have". Readers who may not see names see the numbers and themselves. */
export function peopleCard(view: PeopleView, text: Text): Card {
  return fitToSize([24, 6, 0], (most) => wholeCard(view, most, text));
}

/** `most`: how many offices, and how many teams, it names. */
function wholeCard(view: PeopleView, most: number, text: Text): Card {
  const { programme } = view;
  const people = placed(view);
  const wording = { text, programme };
  const known = people.filter(({ person }) => nameOf(person, view, text) !== undefined);
  const found = foundAmong(known, view.find);
  const group = shownOf(found, view.show, view.competency);
  const shown = sortedBy(view.since === undefined ? group : goneSince(group, view.since), view.order);
  const page = pageOf(shown, view.page, pageSize);
  const count = text.say('people.heading', { count: people.length });
  const summary = text.say('people.summary', {
    counting: people.filter(({ countsFor }) => countsFor.length > 0).length,
  });
  const headline = view.show ? text.say('people.show', { show: view.show, count: shown.length }) : count;
  return card({
    text,
    speak: `${headline}. ${summary}`,
    body: [
      ...(view.partner.name === '' ? [] : [note(view.partner.name)]),
      title(headline),
      ...(view.show ? [note(count)] : []),
      ...(people.length > 0 && view.competency === undefined ? [line(summary)] : []),
      ...goalHeading(view, text),
      ...sinceHeading(view, text),
      ...placeHeading(view, text),
      ...breakdown(people, { view, most, text }),
      ...filterLines(found, view, text),
      ...(known.length > 0 && shown.length === 0 ? [line(text.say('people.none-found'))] : []),
      ...personRows(page.items, { ...wording, view }),
      ...pageLines(page, text, { separator: true, spacing: 'Medium' }),
      ...footer(view, text),
    ],
    actions: [
      ...turning(page, (number) => asked(view, { page: number, ...sinceOf(view) }), text),
      button({ ask: 'progress' }, text.say('button.progress'), alone),
      button({ ask: 'help' }, text.say('button.help'), alone),
    ],
  });
}

/** The people of the office and the team that are chosen. */
function placed({ people, office, team }: PeopleView): readonly PersonLine[] {
  return people.filter(
    ({ person }) =>
      (office === undefined || worksAt(person, 'office', office)) &&
      (team === undefined || worksAt(person, 'team', team)),
  );
}

/** For which competency it is told who counts, with the way to the reasons and back to all competencies. */
function goalHeading(view: PeopleView, text: Text): readonly CardElement[] {
  const { competency, page: _, unknownPlace: __, ...everything } = view;
  if (competency === undefined) return [];
  const words = competencyName(competency, { text, programme: view.programme });
  const why = { words: text.say('people.reasons'), open: { ask: 'why', competency } as const };
  const all = { words: text.say('people.all-goals'), open: asked(everything, {}) };
  return [linkedNames([{ words }, why, all], text.say('people.goal', { show: view.show ?? 'counts' }))];
}

/** Since when those have left who are shown, with the way to all of them. */
function sinceHeading(view: PeopleView, text: Text): readonly CardElement[] {
  const { since, page: _, unknownPlace: __, ...always } = view;
  if (since === undefined) return [];
  const count = shownOf(view.people, view.show, view.competency).length;
  const all = { words: text.say('people.show', { show: view.show ?? 'all', count }), open: asked(always, {}) };
  return [linkedNames([{ words: text.say('people.since', { date: text.date(since) }) }, all])];
}

/** Which office or team is chosen, with the way back to everyone; and that no such one is on record. */
function placeHeading(view: PeopleView, text: Text): readonly CardElement[] {
  const { unknownPlace: name } = view;
  const { office: _, team: __, unknownPlace: ___, page: ____, ...everyone } = view;
  const chosen = groupings.flatMap((by) => {
    const place = view[by];
    const all = text.say('people.show', { show: 'all', count: view.people.length });
    return place === undefined
      ? []
      : [linkedNames([{ words: place }, { words: all, open: asked(everyone, {}) }], text.say('people.place', { by }))];
  });
  return [
    ...(name === undefined ? [] : [line(text.say('people.no-place', { name: escapeMarkdown(name, longestPlace) }))]),
    ...chosen,
  ];
}

/** How many people each office and each team has, and how many of them count; each leads to its people. */
function breakdown(
  people: readonly PersonLine[],
  { view, most, text }: { readonly view: PeopleView; readonly most: number; readonly text: Text },
): readonly CardElement[] {
  const { page: _, ...all } = view;
  return placeLines(
    people,
    {
      personOf: ({ person }) => person,
      words: ({ name, people: its }) =>
        text.say('people.at', {
          place: name,
          counting: its.filter(({ countsFor }) => countsFor.length > 0).length,
          count: its.length,
        }),
      open: ({ name }, grouping) => asked(all, { [grouping]: name }),
    },
    { most, text, without: groupings.filter((grouping) => view[grouping] !== undefined) },
  );
}

function sinceOf({ since }: PeopleView): Pick<Asked, 'since'> {
  return since === undefined ? {} : { since };
}

type Asked = Extract<Question, { ask: 'people' }>;

/** The question of this list with something else in it. */
function asked(
  { find, show, competency, order, office, team }: Omit<PeopleView, 'page'>,
  other: Omit<Asked, 'ask'>,
): Asked {
  return {
    ask: 'people',
    ...(find !== undefined && { find }),
    ...(show && { show }),
    ...(competency !== undefined && { competency }),
    ...(order && { order }),
    ...(office !== undefined && { office }),
    ...(team !== undefined && { team }),
    ...other,
  };
}

/** The groups that have people in them, each with how many, and the form to look for a name: for long lists only. */
function filterLines(found: readonly PersonLine[], view: PeopleView, text: Text): readonly CardElement[] {
  const { show, ...all } = view;
  if (placed(view).length <= mostOpen && show === undefined) return [];
  const groups = peopleShown
    .filter((group) => view.competency === undefined || ofGoal.has(group))
    .map((group) => ({ group, count: shownOf(found, group, view.competency).length }))
    .filter(({ group, count }) => count > 0 || group === show);
  const everyone = view.competency === undefined ? [{ group: undefined, count: found.length }] : [];
  const choices = [...everyone, ...groups].map(({ group, count }) => ({
    words: text.say('people.show', { show: group ?? 'all', count }),
    ...(group !== show && { open: asked(all, group ? { show: group } : {}) }),
  }));
  return [
    linkedNames(choices),
    ...fold({ id: 'search', heading: text.say('people.search'), items: searchFields(view, text) }),
  ];
}

/** The groups that differ from one competency to the other. */
const ofGoal: ReadonlySet<PeopleShown> = new Set(['counts', 'uncounted']);

function searchFields(view: PeopleView, text: Text): readonly CardElement[] {
  const { find, show, competency, order = 'name', office, team } = view;
  const orders = peopleOrders.map((one) => ({ value: one, title: text.say('people.order-by', { order: one }) }));
  const kept = {
    ...(show && { show }),
    ...(competency !== undefined && { competency }),
    ...(office !== undefined && { office }),
    ...(team !== undefined && { team }),
    ...sinceOf(view),
  };
  const search = button({ ask: 'people', ...kept }, text.say('button.search'), { associatedInputs: 'auto' });
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
    below: [note(personLineWords(one, about), { spacing: 'None' })],
    open: { question: { ask: 'person', person: one.person.id }, title: text.say('button.open', { name }) },
  });
}

/** What a person counts for, or why not. */
export function personLineWords({ credit, countsFor }: PersonLine, wording: Wording): string {
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
