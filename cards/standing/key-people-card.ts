/** Key people: for every level that is held, who may not leave, and how many people could fill each place. */
import type { CardElement } from '@microsoft/teams.cards';
import { fold, linkedNames, tapRow } from '../elements/blocks';
import { badge, button, card, group, line, note, runs, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { partNumber } from '../words/clause';
import { expressionWords } from '../words/credential';
import { nameOf } from '../words/who';
import { levelAt, levelName, listOf, nameWords, type Wording } from '../words/wording';
import type { Alternative } from '../../domain/programme/requirement';
import type { ClauseDepth } from '../../domain/counting/key-people';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { Competency } from '../../domain/programme/programme';
import type { Person } from '../../domain/partner/people/person';

/** A level that is held: its option (if the card is about one competency), and the people it depends on. */
export interface HeldLevel {
  readonly competency: string;
  readonly level: string;
  readonly option?: string;
  /** The ids of those without whom, each alone, the level would be lost. */
  readonly keys: readonly string[];
  readonly branch?: Alternative;
  readonly depth: readonly ClauseDepth[];
}

export interface KeyPeopleView extends CardSetting {
  readonly asOf: CalendarDate;
  /** The one that is told in full; absent where all are told. */
  readonly competency?: Competency;
  readonly levels: readonly HeldLevel[];
  /** The levels that hang on nobody today, but will by the day for which risks are told. */
  readonly later?: LaterLevels;
  readonly people: ReadonlyMap<string, Person>;
}

interface LaterLevels {
  readonly until: CalendarDate;
  readonly levels: readonly Pick<HeldLevel, 'competency' | 'level'>[];
}

const mostPeople = 20;

interface About extends Wording {
  readonly view: KeyPeopleView;
  /** How many names are told of each level. */
  readonly names: number;
}

/** Returns the card for "who may not leave"; the caller has checked that the reader may see names. */
export function keyPeopleCard(view: KeyPeopleView, text: Text): Card {
  return fitToSize([8, 3, 1], (names) => namedCard({ view, text, programme: view.programme, names }));
}

function namedCard(about: About): Card {
  const { view, text } = about;
  const { competency, levels, partner } = view;
  const hanging = levels.filter(({ keys }) => keys.length > 0);
  const summary = text.say('key-people.summary', { count: hanging.length, all: levels.length });
  return card({
    text,
    speak: summary,
    body: [
      note(competency ? nameWords(competency.names, text) : partner.name),
      title(text.say('key-people.heading')),
      line(summary),
      ...(competency ? levels.map((level) => levelGroup(level, about)) : personRows(about)),
      ...laterLine(about),
      ...footer(view, text),
    ],
    actions: [
      ...(competency ? [button({ ask: 'why', competency: competency.id }, text.say('button.why-any'))] : []),
      ...(competency ? [button({ ask: 'key-people' }, text.say('button.key-people'))] : []),
      ...(competency || hanging.length === 0
        ? []
        : [button({ ask: 'plan' }, text.say('button.plan'), { style: 'positive' })]),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

const mostOpen = 4;

/** By person, those first without whom most would be lost; then the levels that hang on nobody alone in one line. */
function personRows(about: About): readonly CardElement[] {
  const { view, text } = about;
  const ids = [...new Set(view.levels.flatMap(({ keys }) => keys))];
  const losses = ids
    .map((id) => ({ id, levels: view.levels.filter(({ keys }) => keys.includes(id)) }))
    .sort((one, other) => other.levels.length - one.levels.length);
  const rows = losses.slice(0, mostPeople).flatMap((loss) => personRow(loss, about));
  const rest = rows.slice(mostOpen);
  const untold = losses.length - Math.min(mostPeople, losses.length);
  const more = text.say('list.more', { count: rest.length + untold });
  const safe = view.levels.filter(({ keys }) => keys.length === 0);
  return [
    ...rows.slice(0, mostOpen),
    ...(rest.length > 0 ? fold({ id: 'more-people', heading: more, items: rest }) : []),
    ...(safe.length > 0 ? safeLine(safe, about) : []),
  ];
}

/** What would be lost without one person; touching it shows what becomes of the levels then. */
function personRow({ id, levels }: { id: string; levels: readonly HeldLevel[] }, about: About): readonly CardElement[] {
  const { view, text } = about;
  const person = view.people.get(id);
  const name = person && nameOf(person, view, text);
  if (name === undefined) return [];
  const lost = levels.map(({ competency, level }) => levelAt(competency, level, about));
  return [
    tapRow({
      name,
      badge: badge(text.say('key-people.levels', { count: levels.length }), 'Warning'),
      below: [note(text.say('key-people.lost', { levels: listOf(lost, text, about.names) }), { spacing: 'None' })],
      open: {
        question: { ask: 'what-if', events: [{ kind: 'leaves', person: id }] },
        title: text.say('key-people.what-if', { name }),
      },
    }),
  ];
}

function safeLine(levels: readonly HeldLevel[], about: About): readonly CardElement[] {
  const names = levels.map(({ competency, level }) => ({
    words: levelAt(competency, level, about),
    open: { ask: 'key-people', competency } as const,
  }));
  const before = about.text.say('key-people.safe', { count: levels.length });
  return fold({ id: 'safe', heading: before, items: [linkedNames(names)] });
}

/** What `risk` counts beyond today, so that both cards agree. */
function laterLine(about: About): readonly CardElement[] {
  const { text, view } = about;
  if (!view.later || view.later.levels.length === 0) return [];
  const { until, levels } = view.later;
  const names = levels.map(({ competency, level }) => levelAt(competency, level, about));
  const words = text.say('key-people.later', {
    count: levels.length,
    date: text.date(until),
    levels: listOf(names, text, about.names),
  });
  return [group([line(words)], { question: { ask: 'risk' }, title: text.say('button.risk') })];
}

function levelGroup(level: HeldLevel, about: About): CardElement {
  const { text, view } = about;
  const option = view.competency?.options.find(({ id }) => id === level.option);
  const whole = levelAt(level.competency, level.level, about);
  const name = option ? `${levelName(level.level, about)} · ${nameWords(option.names, text)}` : whole;
  const open = { question: { ask: 'key-people', competency: level.competency } as const };
  return group(
    [
      runs([{ words: name, weight: 'Bolder' }]),
      line(keysWords(level, about), {}, { spacing: 'Small' }),
      ...depthLines(level, about),
    ],
    view.competency ? undefined : { ...open, title: text.say('button.open', { name }) },
  );
}

function keysWords({ keys }: HeldLevel, { text, view, names }: About): string {
  const known = keys.flatMap((id) => {
    const person = view.people.get(id);
    return (person && nameOf(person, view, text)) ?? [];
  });
  if (keys.length === 0) return text.say('key-people.nobody');
  return text.say('key-people.keys', { count: keys.length, names: listOf(known, text, names) });
}

/** One line for each clause: how many it needs, and how many could stand there. */
function depthLines({ branch, depth }: HeldLevel, about: About): readonly CardElement[] {
  const { text } = about;
  if (!branch) return [];
  return depth.map(({ clause: id, needed, able }) => {
    const clause = branch.find((one) => one.id === id)!;
    const words = text.say('key-people.depth', { what: expressionWords(clause.each, about), needed, able });
    const number = partNumber(id, branch);
    return note(number === undefined ? words : text.say('clause.part', { number, clause: words }));
  });
}
