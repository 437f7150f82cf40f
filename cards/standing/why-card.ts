/** Why a level is met or not: who counts for what, and for everybody else the one reason why not. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { isByHand } from '../../domain/partner/correction';
import { indexCredentials } from '../../domain/programme/credential';
import { credentialsIn } from '../../domain/programme/expression';
import { possibleDuplicates } from '../../domain/partner/people/namesake';
import type { Person } from '../../domain/partner/people/person';
import type { Alternative } from '../../domain/programme/requirement';
import { stepsOf, type Score } from '../../domain/programme/score';
import { clausesOfSteps, stepKey } from '../../domain/counting/score-why';
import type { Counting, NotCounting, Why } from '../../domain/counting/why';
import { fold, noticeBox } from '../elements/blocks';
import { backButton, button, card, heading, line, note, runs, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { foldedFooter, footer } from '../sections/footer';
import { clauseLines, figureLines, levelHead, policyLines } from '../sections/level-lines';
import { escapeMarkdown } from '../elements/escaped-text';
import { type Page, pageLines, pageOf, turning } from '../elements/page';
import { scoreLines, scoreSummary } from '../sections/score-lines';
import type { Question } from '../contract/question';
import type { Text } from '../text';
import { partNumber } from '../words/clause';
import { credentialList, credentialName } from '../words/credential';
import { placeWords } from '../words/points';
import { reasonGroupOf, reasonGroupWords, reasonWords, type ReasonGroup } from '../words/reason';
import { overrideSentence } from '../words/risk';
import { nameOf } from '../words/who';
import { levelName, listOf, nameWords, type Wording } from '../words/wording';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { Competency, Option } from '../../domain/programme/programme';
import type { LevelStanding } from '../../domain/counting/level-standing';
import type { Override } from '../../domain/partner/override';
import type { ImportRecord } from '../../domain/partner/import-record';

export interface WhyView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly ended: boolean;
  readonly competency: Competency;
  readonly option: Option;
  readonly standing: LevelStanding;
  /** What holds the level, where it is not met. */
  readonly override?: Override;
  /** The branch explained, by its index in the standing; absent where the level requires no people. */
  readonly branch?: number;
  readonly why: Why;
  /** Of whom it is asked first of all; the caller has checked that the reader may see it. */
  readonly about?: Person;
  /** The newest import that bears on this level; other files may have been imported since. */
  readonly fed?: ImportRecord;
  readonly page: number;
}

const pageSize = 12;
const mostTailNames = 60;
const longestReason = 320;
const longestDuplicate = 80;

/** Whether the clauses are told in full; where they are too long, the requirements tell them. */
const clausesTold: readonly [boolean, ...boolean[]] = [true, false];

/** A person who counts, or who does not. */
type Entry = Counting | NotCounting;

interface About extends Wording {
  readonly view: WhyView;
  /** The clauses that are explained, or the steps of a score. */
  readonly branch: Alternative;
  /** What a step of a score is called. */
  readonly place: (key: string) => string;
}

/** The answer to "why is this level met, or why not". */
export function whyCard(view: WhyView, text: Text): Card {
  const { score } = view.standing.requirement;
  const wording = { text, programme: view.programme };
  const branch = score ? clausesOfSteps(score) : view.branch === undefined ? [] : view.standing.branches[view.branch]!;
  const place = (key: string) => placeIn(score, key, wording);
  return fitToSize(clausesTold, (told) => pageCard({ ...wording, view, branch, place }, told));
}

function placeIn(score: Score | undefined, key: string, wording: Wording): string {
  const found = score && stepsOf(score).find(({ metric, step }) => stepKey(metric.id, step.id) === key);
  return found ? placeWords(found.metric, found.step, wording) : key;
}

function pageCard(about: About, told: boolean): Card {
  const { view, text } = about;
  const { competency, option, standing } = view;
  const page = pageOf<Entry>(entriesOf(view), view.page, pageSize);
  const name = nameWords(competency.names, text);
  return card({
    text,
    speak: spoken(about),
    body: [
      note(`${name} · ${nameWords(option.names, text)}`),
      title(text.say(standing.met ? 'button.why' : 'button.why-not', { level: levelName(standing.level, about) })),
      ...personBox(about),
      levelHead(standing, about),
      ...(view.override ? [noticeBox({ tone: 'warning', heading: overrideSentence(view.override, about) })] : []),
      ...figureLines(standing, about),
      ...scoreSummary(standing, about),
      ...partsFold(about, told),
      ...(told && !standing.score ? requiredLines(about) : []),
      ...policyLines(standing, text),
      ...mayBeOneLines(view, text),
      ...(view.branch === undefined && !standing.score ? [] : peopleLines(page, about)),
      ...(view.ended ? [...sourceLines(about), ...footer(view, text)] : foldedFooter(view, sourceLines(about), text)),
    ],
    actions: actionsOf(page, about),
  });
}

function actionsOf(page: Page<Entry>, { view, text }: About): readonly IExecuteAction[] {
  const { standing } = view;
  const competency = view.competency.id;
  const name = nameWords(view.competency.names, text);
  const own = view.about && !countsIn(view) ? { person: view.about.id } : {};
  const plan = { ask: 'plan', competency, level: standing.level, ...own } as const;
  return [
    ...(standing.met ? [] : [button(plan, text.say('button.plan'), { style: 'positive' })]),
    ...turning(page, (number) => questionOf(view, number), text),
    ...mayBeOne(view)
      .slice(0, 1)
      .flatMap((some) => samePersonButton(some, text)),
    backButton({ ask: 'competency', competency }, name, text),
    view.about
      ? button({ ask: 'person', person: view.about.id }, text.say('button.person'), { mode: 'secondary' })
      : button({ ask: 'requirements', competency }, text.say('button.requirements'), { mode: 'secondary' }),
  ];
}

/** Records that count here and may be one person, who counts once. */
function mayBeOne({ why, seesNames, partner }: WhyView): readonly (readonly Person[])[] {
  return seesNames
    ? possibleDuplicates(
        why.counting.map(({ person }) => person),
        partner.apart,
      )
    : [];
}

function mayBeOneLines(view: WhyView, text: Text): readonly CardElement[] {
  return mayBeOne(view).map((some) => {
    const name = escapeMarkdown(some[0]!.name, longestDuplicate);
    return noticeBox({ tone: 'note', heading: text.say('why.may-be-one', { count: some.length, name }) });
  });
}

function samePersonButton([one, other]: readonly Person[], text: Text): readonly IExecuteAction[] {
  if (!one || !other) return [];
  return [
    button({ ask: 'same-person', person: one.id, other: other.id }, text.say('button.same-person', { name: one.name })),
  ];
}

/** The one of whom it is asked: whether they count, and the reason. Nothing where people do not matter. */
function personBox(about: About): readonly CardElement[] {
  const told = personTold(about);
  if (!told) return [];
  const { heading: words, reason, counts } = told;
  return [
    noticeBox({
      tone: counts ? 'good' : 'warning',
      heading: words,
      below: [line(escapeMarkdown(reason, longestReason))],
    }),
  ];
}

interface PersonTold {
  readonly heading: string;
  readonly reason: string;
  readonly counts: boolean;
}

function personTold(about: About): PersonTold | undefined {
  const { view, text } = about;
  const entry = view.about && entryOf(view.about, view);
  if (!entry) return undefined;
  const counts = 'clauses' in entry;
  const words = { name: nameOf(entry.person, { ...view, seesNames: true }, text)!, counts: counts ? 'yes' : 'no' };
  return {
    heading: text.say('why.person', words),
    reason: counts ? countsWords(entry, about) : reasonWords(entry.reason, about),
    counts,
  };
}

function entryOf({ id }: Person, { why: { counting, notCounting } }: WhyView): Entry | undefined {
  return [...counting, ...notCounting].find(({ person }) => person.id === id);
}

function countsIn(view: WhyView): boolean {
  return view.why.counting.some(({ person }) => person.id === view.about?.id);
}

function spoken(about: About): string {
  const told = personTold(about);
  return told ? about.text.sentences([told.heading, told.reason, spokenLevel(about)]) : spokenLevel(about);
}

function spokenLevel(about: About): string {
  const { view, text } = about;
  const { met, level, progress } = view.standing;
  const words = { competency: nameWords(view.competency.names, text), level: levelName(level, about) };
  return met
    ? text.say('why.speak.met', words)
    : text.say('why.speak.open', { ...words, percent: text.percent(progress) });
}

function questionOf({ competency, option, standing, about }: WhyView, page: number): Question {
  const person = about && { person: about.id };
  return { ask: 'why', competency: competency.id, level: standing.level, option: option.id, ...person, page };
}

/**
 * Those who are told one by one: who counts, and who has a reason of their own, those with something that has lapsed first. Readers
 * who may not see names are told of themselves.
 */
function entriesOf(view: WhyView): readonly Entry[] {
  const { counting, notCounting } = view.why;
  const all = [...counting, ...sorted(notCounting)];
  if (!view.seesNames) return all.filter(({ person }) => person.id === view.self);
  return all.filter((entry) => !('reason' in entry) || !isTail(entry));
}

/** Reasons whose sentence is the same for everybody: one line of names says it all. */
const tailGroups: readonly ReasonGroup[] = ['spare', 'not-linked', 'nothing-named', 'no-achievements'];

function isTail({ reason }: NotCounting): boolean {
  return tailGroups.includes(reasonGroupOf(reason));
}

/** What can be mended soonest comes first; within a reason the order stays. */
const groupOrder: readonly ReasonGroup[] = [
  'credential-hindered',
  'waiting',
  'incomplete',
  'outside',
  'behind-gate',
  'linked-elsewhere',
  'account-deleted',
  'left',
];

function sorted(notCounting: readonly NotCounting[]): readonly NotCounting[] {
  const rank = ({ reason }: NotCounting) => groupOrder.indexOf(reasonGroupOf(reason));
  return [...notCounting].sort((one, other) => rank(one) - rank(other));
}

/** One fold for each reason on this page, with how many have it in all; those of other pages in a line, so that the numbers add up. */
function groupFolds(entries: readonly NotCounting[], about: About): readonly CardElement[] {
  const { text, view } = about;
  return groupOrder.flatMap((group) => {
    const items = reasonLines(
      entries.filter(({ reason }) => reasonGroupOf(reason) === group),
      about,
    );
    const count = countOf(group, view);
    const words = reasonGroupWords(group, count, text);
    if (items.length > 0) return fold({ id: `why-${group}`, heading: words, items });
    return count > 0 ? [note(words)] : [];
  });
}

function countOf(group: ReasonGroup, { why: { notCounting } }: WhyView): number {
  return notCounting.filter(({ reason }) => reasonGroupOf(reason) === group).length;
}

/** The long tail: for each reason that says nothing about a person, its names in one line. */
function tailFolds({ view, text }: About): readonly CardElement[] {
  return tailGroups.flatMap((group) => {
    const some = view.why.notCounting.filter(({ reason }) => reasonGroupOf(reason) === group);
    if (some.length === 0) return [];
    const names = some.flatMap(({ person }) => nameOf(person, view, text) ?? []);
    const items = [line(listOf(names, text, mostTailNames), { size: 'Small' })];
    return fold({ id: `why-${group}`, heading: reasonGroupWords(group, some.length, text), items });
  });
}

function reasonLine({ person, reason }: NotCounting, about: About): CardElement {
  return entryLine(person, reasonWords(reason, about), about);
}

/** One line for each person; a reason that several share is said once, before their names. */
function reasonLines(entries: readonly NotCounting[], about: About): readonly CardElement[] {
  const { view, text } = about;
  const byWords = new Map<string, Person[]>();
  for (const { person, reason } of entries) {
    const words = reasonWords(reason, about);
    byWords.set(words, [...(byWords.get(words) ?? []), person]);
  }
  return [...byWords].flatMap(([words, people]) => {
    const names = people.flatMap((person) => nameOf(person, view, text) ?? []);
    if (people.length < severalPeople || names.length < people.length)
      return people.map((person) => entryLine(person, words, about));
    return [
      line(escapeMarkdown(words, longestReason), { size: 'Small' }),
      line(listOf(names, text, mostTailNames), { size: 'Small' }, { spacing: 'None' }),
    ];
  });
}

/** As many with one reason are named together. */
const severalPeople = 3;

/** The figures and steps behind the points of each metric. */
function partsFold(about: About, told: boolean): readonly CardElement[] {
  const { standing } = about.view;
  const items = scoreLines(standing, about, { parts: told });
  return items.length === 0 ? [] : fold({ id: 'parts', heading: about.text.say('score.parts'), items });
}

/** What is still open stands open; what is met already is folded. */
function requiredLines(about: About): readonly CardElement[] {
  const { view, text } = about;
  const { branch: index, standing } = view;
  if (index === undefined) return [line(text.say('why.no-people'), {}, { spacing: 'Small' })];
  const count = standing.branches.length;
  const way = { number: index + 1, count };
  const { met: isMet, clauses } = standing.alternatives[index]!;
  const lines = clauseLines(standing, index, about);
  const isOpen = (at: number) => clauses[at]!.counted < clauses[at]!.needed;
  const [open, met] = [lines.filter((_, at) => isOpen(at)), lines.filter((_, at) => !isOpen(at))];
  return [
    ...(count > 1 ? [note(text.say(isMet ? 'why.alternative.met' : 'why.alternative', way))] : []),
    ...open,
    ...(met.length > 0 ? fold({ id: 'met', heading: text.say('why.met', { count: met.length }), items: met }) : []),
  ];
}

function peopleLines(page: Page<Entry>, about: About): readonly CardElement[] {
  const { view, text } = about;
  const { notCounting } = view.why;
  const counts = page.items.filter((entry) => 'clauses' in entry);
  const others = page.items.filter((entry) => 'reason' in entry);
  return [
    ...countingSection(counts, about),
    ...section(text.say('why.not-counting', { count: notCounting.length }), [
      ...(view.seesNames ? groupFolds(others, about) : groupLines(notCounting, text)),
      ...(view.seesNames ? tailFolds(about) : others.map((entry) => reasonLine(entry, about))),
    ]),
    ...pageLines(page, text),
  ];
}

const mostOpen = 2;

/** Who counts: the first of them stand open, but those of a score have so much behind their names that they are folded. */
function countingSection(counts: readonly Counting[], about: About): readonly CardElement[] {
  const { text, view } = about;
  const heading = text.say('why.counting', { count: view.why.counting.length });
  const lines = counts.map((entry) => entryLine(entry.person, countsWords(entry, about), about));
  if (view.standing.score && lines.length > 0) return fold({ id: 'counting', heading, items: lines });
  const rest = lines.slice(mostOpen);
  const more = text.say('list.more', { count: rest.length });
  return section(heading, [
    ...(view.why.counting.length === 0 ? [note(text.say('why.nobody'))] : []),
    ...lines.slice(0, mostOpen),
    ...(rest.length > 0 ? fold({ id: 'counting', heading: more, items: rest }) : []),
  ]);
}

/** The heading stands even where its people are on another page or have no names: the number is the answer. */
function section(words: string, lines: readonly CardElement[]): readonly CardElement[] {
  return [heading(words, { separator: true, spacing: 'Medium' }), ...lines];
}

function entryLine(person: Person, words: string, { view, text }: About): CardElement {
  const name = nameOf(person, view, text)!;
  return runs([{ words: name, weight: 'Bolder' }, { words: ` · ${escapeMarkdown(words, longestReason)}` }], {
    spacing: 'Small',
  });
}

function countsWords(entry: Counting, about: About): string {
  const { person, clauses } = entry;
  if (about.view.standing.score)
    return about.text.sentences([countsInWords(entry, about), ...byHandWords(person, about)]);
  const { text, branch } = about;
  const parts = clauses.flatMap((id) => partNumber(id, branch) ?? []);
  const counts =
    parts.length === 0
      ? text.say('why.counts')
      : text.say('why.counts-for', { count: parts.length, parts: text.list(parts.map(String)) });
  return text.sentences([counts, ...byHandWords(person, about)]);
}

/** The steps and the achievements, so that every point leads to a row of an export. */
function countsInWords({ person, clauses, credentials = [] }: Counting, about: About): string {
  const { text, programme, place } = about;
  const credentialOf = indexCredentials(programme.credentials);
  const earned = person.achievements.flatMap((achievement) => {
    const id = credentialOf(achievement)?.id;
    if (id === undefined || !credentials.includes(id)) return [];
    return [
      text.say('why.earned', { credential: credentialName(id, about), date: text.date(achievement.completedOn) }),
    ];
  });
  return text.say('why.counts-in', { places: text.list(clauses.map(place)), achievements: text.list(earned) });
}

/** What of it an admin has entered by hand, because no export vouches for that. */
function byHandWords({ achievements }: Person, about: About): readonly string[] {
  const { text, branch, programme } = about;
  const credentialOf = indexCredentials(programme.credentials);
  const named = new Set(branch.flatMap(({ each }) => credentialsIn(each)));
  const entered = achievements.filter(isByHand).flatMap((one) => credentialOf(one)?.id ?? []);
  const ids = [...new Set(entered)].filter((id) => named.has(id));
  return ids.length === 0 ? [] : [text.say('why.by-hand', { credentials: credentialList(ids, about) })];
}

/** The number of people for each kind of reason, in the order of their first occurrence. */
function groupLines(notCounting: readonly NotCounting[], text: Text): readonly CardElement[] {
  const kinds = notCounting.map(({ reason }) => reasonGroupOf(reason));
  return [...new Set(kinds)].map((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return line(`• ${reasonGroupWords(kind, count, text)}`, {}, { spacing: 'Small' });
  });
}

function sourceLines({ view, text }: About): readonly CardElement[] {
  const { fed, standing, competency } = view;
  const { effectiveFrom, source } = standing.requirement;
  return [
    note(text.say('why.rule', { date: text.date(effectiveFrom) })),
    note(text.say('requirements.source', { source: source || competency.source }), { spacing: 'None' }),
    ...(fed ? [note(text.say('why.import', { file: fed.file }), { spacing: 'None' })] : []),
  ];
}
