/**
 * Turns the command that a sentence is most like, and the values it names, into what is asked: the scorer's side of reading.
 */
import type { Event } from '../../domain/planning/what-if';
import type { Lexicon } from '../language-understanding/lexicon';
import { addDays, daysBetween, isCalendarDate, type CalendarDate } from '../../domain/basics/date';
import { spokenName } from '../../domain/partner/people/person';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { isEveryday } from '../language-understanding/everyday-words';
import { isHan } from '../language-understanding/message-text';
import { tellingWords, type Token, type Utterance } from '../language-understanding/utterance';
import type { Vocabulary } from '../language-understanding/vocabulary';
import { recognizeCompetencies } from '../recognizers/competency-recognizer';
import { dayIn } from '../recognizers/day-argument';
import { dayMeant } from '../recognizers/day-recognizer';
import { asksWhatToEarn } from '../recognizers/earning-question';
import { metricIn } from '../recognizers/metric-span';
import { languageNamed } from '../recognizers/language-recognizer';
import {
  speaksOfFailure,
  speaksOfLapse,
  speaksOfPassingOrLeaving,
  speaksOfRetiring,
} from '../recognizers/event-recognizer';
import { isWeekday } from '../recognizers/relative-day';
import { recognizeNumber } from '../recognizers/number-recognizer';
import { oneself } from '../recognizers/people/person-lookup';
import { recognizeProgramme } from '../recognizers/programme-recognizer';
import { speaksOfAnother, speaksOfOneself, speaksOfOwnCount } from '../recognizers/people/unnamed-person';
import { isInitial, personNameIn } from '../recognizers/people/person-argument';
import type { SlotContext, SlotDay, Slots } from '../recognizers/slot-recognizer';

/** What is asked, as `laurel hear` prints it: the id of the question and its parameters. */
export interface Meaning {
  readonly ask: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * A meaning; or the parameter that has to be asked for, with what was said of it, and the questions that either reading would
 * be.
 */
export type Interpretation =
  | { readonly meaning: Meaning }
  | {
      readonly missing: string;
      readonly said?: string;
      /** Whether several days were named where one is asked for. */
      readonly isSpan?: true;
      /** The parameters that were found. */
      readonly known?: Parameters;
      readonly either: readonly Meaning[];
    };

type Parameters = Readonly<Record<string, unknown>>;
type Reader = (slots: Slots, context: SlotContext) => Parameters | Lacking;

/** What is missing for a question, or may be one of several. */
class Lacking {
  constructor(
    readonly parameter: string,
    readonly said?: string,
    readonly either: readonly Parameters[] = [],
  ) {}

  /** The parameters beside it, where only this one is missing. */
  known?: Parameters;

  /** Whether several days are named where one is asked for. */
  isSpan?: true;
}

/**
 * Nobody answers for another person: what somebody else has linked or booked is looked up where an admin records it or sees it.
 */
const lookedUpIn: Readonly<Record<string, string>> = { step: 'onboarding', booked: 'tasks', 'my-tasks': 'tasks' };

/** What is asked where the sentence is about somebody else's step or booking; undefined where it is not. */
export function lookedUp(ask: string, slots: Slots): Meaning | undefined {
  const list = lookedUpIn[ask];
  return list !== undefined && isAboutAnother(slots) ? { ask: list, parameters: {} } : undefined;
}

/** Whether somebody is named or spoken of, and the one who speaks is not. */
export function isAboutAnother(slots: Slots): boolean {
  return !speaksOfOneself(slots.said) && (namesIn(slots).length > 0 || speaksOfAnother(slots.said));
}

/** What the sentence asks if it means this command. */
export function interpret({ ask, topic }: RankedCommand, slots: Slots, context: SlotContext): Interpretation {
  if (topic !== undefined) return { meaning: { ask, parameters: { topic } } };
  const read = readers[ask]?.(slots, context) ?? {};
  if (!(read instanceof Lacking)) return { meaning: { ask, parameters: read } };
  const either = read.either.map((parameters) => ({ ask, parameters }));
  const { parameter, said, known, isSpan } = read;
  return {
    missing: parameter,
    ...(said !== undefined && { said }),
    ...(known && { known }),
    ...(isSpan && { isSpan }),
    either,
  };
}

const readers: Readonly<Record<string, Reader>> = {
  competency: (slots, context) => oneCompetency(slots, context),
  requirements: (slots, context) => oneCompetency(slots, context),
  why: reasonOf,
  person: (slots) => {
    const person = personIn(slots);
    return person === undefined ? new Lacking('person') : { person };
  },
  'who-holds': (slots, context) => heldCredentials(slots, context),
  serves: (slots, context) => oneCredential(slots, context),
  plan: planOf,
  'ask-people': askingOf,
  booked: (slots, context) => {
    const about = oneCredential(slots, context);
    return about instanceof Lacking ? about : withDay({ slots, context, name: 'on', ahead: true }, about);
  },
  'what-if': (slots, context) => {
    const { day } = slots;
    const days = day && daysThatFit(day, day.readings, { today: context.today, ahead: true });
    const made = (days ?? [undefined]).map((on) => ({ events: eventsIn(slots, context, on) }));
    const [only, ...others] = made;
    if (only === undefined) return new Lacking('on', day?.said);
    if (only.events.length === 0) return new Lacking('events');
    if (!day && slots.span) return Object.assign(new Lacking('on', slots.span.said), { isSpan: true as const });
    return others.length === 0 ? only : new Lacking('on', day?.said, made);
  },
  'key-people': (slots, context) => someCompetency(slots, context),
  expiring: expiringPeriod,
  'what-changed': (slots, context) =>
    slots.span && !slots.day ? { since: slots.span.first } : withDay({ slots, context, name: 'since', past: true }, {}),
  benefits: (slots) => withLevel({}, slots),
  membership: (slots, context) => {
    if (slots.levels.length > 1) return {};
    const level = slots.levels.length === 1 ? { level: slots.levels[0] } : {};
    return withDay({ slots, context, name: 'boughtOn', past: true }, level);
  },
  renewed: (slots, context) => withDay({ slots, context, name: 'on', past: true }, {}),
  programme: ({ said }) => {
    const programme = recognizeProgramme(said);
    return programme === undefined ? {} : { programme };
  },
  language: ({ said }) => {
    const language = languageNamed(said);
    return language === undefined ? {} : { language };
  },
  left: (slots, context) => {
    const person = personIn(slots) ?? nameLeft(slots);
    return person === undefined ? new Lacking('person') : withDay({ slots, context, name: 'on' }, { person });
  },
  completed: (slots, context) => achievement(slots, context, true),
  remove: (slots, context) => achievement(slots, context, false),
  figure: figureIn,
  override: (slots, context) => {
    const about = withLevel(oneCompetency(slots, context), slots);
    return about instanceof Lacking ? about : withDay({ slots, context, name: 'until', ahead: true }, about);
  },
  onboard: (slots) => {
    const names = namesIn(slots);
    const name = names.length === 0 ? nameLeft(slots) : undefined;
    const people = name === undefined ? names : [name];
    return people.length > 0 ? { people } : {};
  },
  step: (slots, context) =>
    withDay(
      { slots, context, name: 'on', past: true },
      { people: [oneself], step: isLinking(slots.said) ? 'linked' : 'account-made' },
    ),
  trouble: (slots) => {
    const person = personIn(slots) ?? (speaksOfAnother(slots.said) ? undefined : oneself);
    return person === undefined ? new Lacking('person') : { person };
  },
  'enter-figures': (slots, context) => someCompetency(slots, context),
  'same-person': (slots) => {
    const [person, other] = namesIn(slots);
    return { ...(person !== undefined && { person }), ...(other !== undefined && { other }) };
  },
  forget: (slots) => {
    const person = personIn(slots) ?? nameLeft(slots);
    return person === undefined ? new Lacking('person') : { person };
  },
};

/** Why a level is met or not; of a person, where one is named or speaks of not being counted. */
function reasonOf(slots: Slots, context: SlotContext): Parameters | Lacking {
  const goal = withLevel(oneCompetency(slots, context), slots);
  const person = ofWhom(slots);
  return goal instanceof Lacking || person === undefined ? goal : { ...goal, person };
}

/** The one whose counting is asked about; undefined where it is the company's, or several are named. */
export function ofWhom(slots: Slots): string | undefined {
  const [person, ...others] = namesIn(slots);
  if (others.length > 0) return undefined;
  return person ?? (speaksOfOwnCount(slots.said) && !speaksOfAnother(slots.said) ? oneself : undefined);
}

/** Who is asked: one person for the credential that is named, else the people of the plan for a goal. */
function askingOf(slots: Slots, context: SlotContext): Parameters | Lacking {
  const [person, ...others] = namesIn(slots);
  const [credential, ...more] = slots.credentials;
  if (person === undefined) return withLevel(oneCompetency(slots, context), slots);
  if (credential === undefined) return askingForGoal([person, ...others], slots, context);
  const either = [person, ...others].flatMap((one) =>
    [credential, ...more].map((each) => ({ person: one, credential: each })),
  );
  if (either.length > 1) return new Lacking(others.length > 0 ? 'person' : 'credential', undefined, either);
  return withDay({ slots, context, name: 'until', ahead: true }, { person, credential });
}

/** One person is asked for what brings a goal nearer, or for the exam of which only the number is known. */
function askingForGoal(people: readonly string[], slots: Slots, context: SlotContext): Parameters | Lacking {
  const [person] = people;
  if (people.length > 1)
    return new Lacking(
      'person',
      undefined,
      people.map((one) => ({ person: one })),
    );
  const [number] = numberedLike(slots.said, context);
  const goal = number === undefined ? withLevel(someCompetency(slots, context), slots) : { credential: number };
  return goal instanceof Lacking ? goal : { ...goal, person };
}

/** A plan is the company's; of a person, where one is named, or asks what to earn. */
function planOf(slots: Slots, context: SlotContext): Parameters | Lacking {
  const [person, ...others] = namesIn(slots);
  if (person === undefined) {
    const goal = withLevel(someCompetency(slots, context), slots);
    return goal instanceof Lacking || !asksWhatToEarn(slots.said) ? goal : { ...goal, person: oneself };
  }
  if (others.length > 0)
    return new Lacking(
      'person',
      undefined,
      [person, ...others].map((one) => ({ person: one })),
    );
  // What is left beside a name is not taken for a part of a goal's name.
  const goal = slots.competencies.length > 0 ? withLevel(someCompetency(slots, context), slots) : {};
  return goal instanceof Lacking ? goal : { ...goal, person };
}

function isLinking(said: string): boolean {
  return /link|associat|связ|привяз|vincul|associ|关联|關聯|绑|綁|链接/iu.test(said);
}

/** The name on record; as it was typed where several people bear it. */
function nameOf({ people }: Slots['people'][number]): string {
  return people.length === 1 ? spokenName(people[0]!) : commonPart(people.map(spokenName));
}

/** What the names of several people have in common. */
function commonPart([first = '', ...others]: readonly string[]): string {
  const shared = first.split(' ').filter((part) => others.every((name) => name.split(' ').includes(part)));
  return shared.length > 0 ? shared.join(' ') : first;
}

/** The names in the order of the text; as they were typed of those who are not on record. */
function namesIn({ people, unknownNames }: Pick<Slots, 'people' | 'unknownNames'>): readonly string[] {
  const named = [
    ...people.map((one) => ({ start: one.start, name: nameOf(one) })),
    ...unknownNames.map(({ start, said }) => ({ start, name: said })),
  ];
  return named.sort((one, other) => one.start - other.start).map(({ name }) => name);
}

/** Who is named, or the one who speaks of oneself; undefined where it is nobody or another. */
export function personIn(slots: Slots): string | undefined {
  const { said } = slots;
  return namesIn(slots)[0] ?? (speaksOfOneself(said) && !speaksOfAnother(said) ? oneself : undefined);
}

/** A name that no person on record has: the capitalised words that no command knows, without an everyday word that begins the sentence. */
function nameLeft({ rest }: Slots): string | undefined {
  const isBegin = (at: number) => at === 0 && isEveryday(rest.words[0]!.said);
  const unknown = rest.words.filter(
    (word, at) =>
      isInitial(word, rest.words[at - 1]) ||
      (/^\p{Lu}/u.test(word.said) && !isBegin(at) && !word.fills && word.means.length === 0),
  );
  const name = personNameIn(unknown);
  return name === '' ? undefined : name;
}

function oneCompetency(slots: Slots, context: SlotContext): Parameters | Lacking {
  const some = someCompetency(slots, context);
  return some instanceof Lacking || 'competency' in some ? some : new Lacking('competency');
}

/** The competency that is named, in whole or else in part; nothing where none is. */
function someCompetency({ competencies, rest }: Slots, { vocabulary }: SlotContext): Parameters | Lacking {
  const ids = competencies.length > 0 ? competencies : partlyNamed(rest, vocabulary);
  const [only, ...others] = ids;
  if (only === undefined) return {};
  if (others.length === 0) return { competency: only };
  return competencies.length === 0 && others.length > 2
    ? {}
    : new Lacking(
        'competency',
        undefined,
        ids.map((competency) => ({ competency })),
      );
}

/**
 * A part of a name among many other words is no goal: "development goals", "Partner Center"; nor is a single Chinese character beside
 * another word, as the 分 of 数据分析.
 */
function partlyNamed(rest: Utterance, vocabulary: Vocabulary): readonly string[] {
  const { length } = tellingWords(rest);
  if (length > mostBesidePart) return [];
  const isPart = ({ key }: Token) => length === 1 || key.length > 1 || !isHan(key);
  return recognizeCompetencies({ ...rest, words: rest.words.filter(isPart) }, vocabulary).competencies;
}

const mostBesidePart = 4;

function withLevel(parameters: Parameters | Lacking, { levels }: Slots): Parameters | Lacking {
  const level = levels.at(-1);
  if (level === undefined) return parameters;
  if (!(parameters instanceof Lacking)) return { ...parameters, level };
  const { parameter, said, either } = parameters;
  return new Lacking(
    parameter,
    said,
    either.map((one) => ({ ...one, level })),
  );
}

function heldCredentials(slots: Slots, context: SlotContext): Parameters | Lacking {
  const { credentials } = slots;
  if (credentials.length < 2) return oneCredential(slots, context);
  return { credential: credentials[0], credentials };
}

function oneCredential({ credentials, rest, said }: Slots, context: SlotContext): Parameters | Lacking {
  const [only, ...others] = credentials;
  if (others.length > 0)
    return new Lacking(
      'credential',
      undefined,
      credentials.map((credential) => ({ credential })),
    );
  if (only !== undefined) return { credential: only };
  const byNumber = numberedLike(said, context);
  if (byNumber.length === 1) return { credential: byNumber[0] };
  if (byNumber.length > 1)
    return new Lacking(
      'credential',
      undefined,
      byNumber.map((credential) => ({ credential })),
    );
  const name = rest.words.filter(({ said: word, fills }) => /^[\p{Lu}\d]/u.test(word) && !fills);
  const typed = personNameIn(name);
  return typed === '' ? new Lacking('credential') : { credential: typed };
}

/**
 * `104`: the exams of the programme that end in a number that stands alone; the number itself where none does. `MS-700` is what it is,
 * also where no programme names it.
 */
function numberedLike(said: string, { vocabulary: { programme } }: SlotContext): readonly string[] {
  const whole = /(?<![\p{L}\d-])(?:[a-z]{2,3}\d?|\d{2})-\d{3}(?![\d-])/iu.exec(said)?.[0];
  if (whole !== undefined) return [whole];
  const number = /(?<![\p{sc=Latn}\d-])\d{3}(?!\d)/u.exec(said)?.[0];
  if (number === undefined) return [];
  const ids = programme.credentials.filter(({ id }) => id.endsWith(`-${number}`)).map(({ id }) => id);
  return ids.length > 0 ? ids : [number];
}

function achievement(slots: Slots, context: SlotContext, isDated: boolean): Parameters | Lacking {
  const found = oneCredential(slots, context);
  const named = personIn(slots) ?? (slots.credentials.length > 0 ? nameLeft(slots) : undefined);
  if (named === undefined && speaksOfAnother(slots.said)) return new Lacking('person');
  const person = named ?? oneself;
  if (found instanceof Lacking)
    return new Lacking(
      found.parameter,
      found.said,
      found.either.map((one) => ({ ...one, person })),
    );
  const about = { ...found, person };
  return isDated ? withDay({ slots, context, name: 'on', past: true }, about) : about;
}

interface DayWanted {
  readonly slots: Slots;
  readonly context: SlotContext;
  readonly name: string;
  /** Whether only a day that has been makes sense, or only one to come. */
  readonly past?: boolean;
  readonly ahead?: boolean;
}

/** The parameters with the day that was said; a lack where it can be read two ways, or where the calendar has no such day. */
function withDay(
  { slots: { day, period, span }, context: { today }, name, past, ahead }: DayWanted,
  others: Parameters,
): Parameters | Lacking {
  const resolve = (named: string): CalendarDate => {
    if (isCalendarDate(named)) return ahead && isBareWeekday(day!.said) && named < today ? addDays(named, 7) : named;
    if (ahead) return dayMeant(named, today);
    const nearest = dayIn(named, today);
    return past && nearest > today ? `${Number(nearest.slice(0, 4)) - 1}${nearest.slice(4)}` : nearest;
  };
  if (!day && name === 'until' && period && 'until' in period) return { ...others, until: period.until };
  if (!day)
    return span ? Object.assign(new Lacking(name, span.said), { known: others, isSpan: true as const }) : others;
  const resolved = day.readings.map(resolve);
  const [only, ...more] = daysThatFit(day, resolved, { today, ...(past && { past }), ...(ahead && { ahead }) });
  if (only === undefined) return Object.assign(new Lacking(name, day.said), { known: others });
  if (more.length === 0) return { ...others, [name]: only };
  return new Lacking(
    name,
    day.said,
    [only, ...more].map((on) => ({ ...others, [name]: on })),
  );
}

/** Of several days those that have been, or are to come, where only these make sense; else of one day in two years the one that is by far nearer. */
function daysThatFit(
  { isRelative }: SlotDay,
  days: readonly CalendarDate[],
  { today, past, ahead }: { readonly today: CalendarDate; readonly past?: boolean; readonly ahead?: boolean },
): readonly CalendarDate[] {
  if (!isRelative || days.length < 2) return days;
  const fitting = days.filter((one) => (past ? one <= today : ahead ? one >= today : true));
  if (past || ahead) return fitting.length > 0 ? fitting : days;
  const distance = (one: CalendarDate) => Math.abs(daysBetween(today, one));
  const [nearest, next] = [...days].sort((one, other) => distance(one) - distance(other));
  const isSameDay = nearest!.slice(4, 7) === next!.slice(4, 7);
  return isSameDay && farther * distance(nearest!) <= distance(next!) ? [nearest!] : days;
}

/** How many times as far another day has to be for the nearest to be meant. */
const farther = 3;

/** A day of the week alone is the next one where only a day to come makes sense; "last Friday" stays what it is. */
function isBareWeekday(said: string): boolean {
  return isWeekday(said) && !/last|past|прошл|минувш|passad|[uú]ltim|上/iu.test(said);
}

/** Words that bound a period; where one of them stands and no period was read, the reader must not be told that all is well. */
const bound =
  /(?<![\p{L}])(?:within|until|till|before|by|through|thru|in the next|до|в течение|в ближайшие|через|até|antes de|dentro de|nos próximos|em \d)(?![\p{L}])|[以之]?[内內前]|未来|未來|接下来|接下來/iu;

function expiringPeriod(slots: Slots, context: SlotContext): Parameters | Lacking {
  const { period, day, said, masked } = slots;
  if (period) return { ...period };
  if (day) return withDay({ slots, context, name: 'until', ahead: true }, {});
  return bound.test(said) || /(?<![\p{L}\d-])\d+(?!\d)/u.test(masked) ? new Lacking('until', said) : {};
}

function figureIn(slots: Slots, context: SlotContext): Parameters | Lacking {
  const { said, day } = slots;
  const amount = withoutNames(day ? said.replace(day.said, ' ') : said);
  const { value } = recognizeNumber(amount, context.locale);
  const metric = metricIn(said, context.vocabulary);
  if (metric === undefined) return new Lacking('metric', said);
  const about = { metric, ...(value !== undefined && { value }) };
  return withDay({ slots, context, name: 'on', past: true }, about);
}

/** Names of products have numbers in them that are no values. */
function withoutNames(said: string): string {
  return said
    .replace(/office ?365|o365|m365|microsoft 365|d365|dynamics 365/giu, ' ')
    .replace(
      /(?:last|past|nos últimos|за последние|过去|過去|近)\s*\d+\s*(?:months?|meses|месяц\p{L}*|个月|個月)/giu,
      ' ',
    );
}

/**
 * Who is supposed to pass what or to let it lapse, who to leave, what to retire: a credential belongs to the person named before it.
 * Nothing where an exam is failed, or a certification is named and neither a person nor that it retires.
 */
function eventsIn(slots: Slots, { today, vocabulary }: SlotContext, day: string | undefined): readonly Event[] {
  const { said, credentials } = slots;
  const on = day === undefined ? {} : { on: dayMeant(day, today) };
  const asker = speaksOfOneself(said) ? oneself : undefined;
  const names = namesIn(slots);
  if (credentials.length > 0 && speaksOfFailure(said)) return [];
  if (names.length === 0 && asker === undefined)
    return speaksOfRetiring(said, vocabulary.lexicon)
      ? credentials.map((credential) => ({ kind: 'retires', credential, ...on }))
      : [];
  const verb = verbFor(slots, vocabulary.lexicon);
  if (verb === undefined) return [];
  const { held, others } = heldBy(slots, names, asker);
  const self = names.length === 0 && credentials.length === 0 && asker !== undefined ? [asker] : [];
  return [
    ...held.map((one): Event => ({ kind: verb, ...one, ...on })),
    ...[...others, ...self].map((name): Event => ({ kind: 'leaves', person: name, ...on })),
  ];
}

/** What is supposed of the credentials that somebody has; nothing where it lapses and none is named, or another is passed as well. */
function verbFor({ said, credentials }: Slots, lexicon: Lexicon): 'passes' | 'lapses' | undefined {
  if (!speaksOfLapse(said)) return 'passes';
  if (speaksOfPassingOrLeaving(said, lexicon)) return credentials.length === 0 ? 'passes' : undefined;
  return credentials.length === 0 ? undefined : 'lapses';
}

interface Holding {
  readonly held: readonly { readonly person: string; readonly credential: string }[];
  /** Who is named without a credential. */
  readonly others: readonly string[];
}

/** Each credential with the person named before it, else the first one named, else the asker. */
function heldBy({ masked, credentials }: Slots, names: readonly string[], asker: string | undefined): Holding {
  const order = [...masked.matchAll(/xq(person|cred)xq/gu)].map(([, kind]) => kind);
  const before = order.map((_, at) => order.slice(0, at).filter((kind) => kind === 'person').length);
  const places = order.flatMap((kind, at) => (kind === 'cred' ? [before[at]!] : []));
  const held = credentials.flatMap((credential, at) => {
    const person = names[Math.max((places[at] ?? 0) - 1, 0)] ?? asker;
    return person === undefined ? [] : [{ person, credential }];
  });
  return { held, others: names.filter((name) => held.every(({ person }) => person !== name)) };
}

/** Whether nothing is said beside the values. */
export function isBare({ rest }: Slots): boolean {
  return tellingWords(rest).length === 0;
}
