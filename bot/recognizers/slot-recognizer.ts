/** Recognises all values that a sentence names (people, credentials, days, levels …) and writes it with marks in their places. */
import type { Locale } from '../../domain/basics/locale';
import type { CalendarDate } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/people/person';
import type { Programme } from '../../domain/programme/programme';
import { normalize } from '../language-understanding/message-text';
import type { RecognitionContext } from '../language-understanding/phrases';
import { slotMark, type SlotName } from '../language-understanding/features';
import { tellingWords, tokenize, type Utterance } from '../language-understanding/utterance';
import { namedInFull } from './competency-recognizer';
import { credentialSpans } from './credential-span';
import { isEndOfValidity } from './days/bound-words';
import { recognizeDay, type NamedDay } from './days/day-recognizer';
import { isEveryday } from '../language-understanding/everyday-words';
import { mentionsOf, type PersonMention } from './people/person-mention';
import { nameAt, type IsWord, type TypedName } from './people/typed-name';
import { unknownNamesIn } from './people/unknown-name';
import { metricSpan } from './metric-span';
import { recognizeSpan, type NamedSpan } from './days/span-recognizer';
import { scaleWords } from './amounts/number-recognizer';
import { recognizePeriod, type Period } from './days/period-recognizer';
import { isWeekday, recognizeRelativeDay } from './days/relative-day';

/** A day that is named: one reading, several where it may be either, none where the calendar has no such day. */
export interface SlotDay {
  readonly said: string;
  readonly readings: readonly NamedDay[];
  /** Whether it is said by its distance or without its month: then the one that makes sense is meant. What is written as a date is asked about. */
  readonly isRelative?: true;
}

/** A span of days as it was typed, and its first day. */
export interface SlotSpan {
  readonly said: string;
  readonly first: CalendarDate;
}

export interface Slots {
  /** As it was typed. */
  readonly said: string;
  /** What is left of it beside the values, with their marks. */
  readonly masked: string;
  /** The same, as words, without any mark. */
  readonly rest: Utterance;
  /** Who is named and on record, in the order of the text. */
  readonly people: readonly PersonMention[];
  /** Who is named and not on record. */
  readonly unknownNames: readonly TypedName[];
  readonly credentials: readonly string[];
  /** The same in the order of the text, each as often as it is named. */
  readonly namedCredentials: readonly string[];
  readonly competencies: readonly string[];
  readonly levels: readonly string[];
  readonly day?: SlotDay;
  readonly period?: Period;
  /** Several days that are named, in place of a day: last month, since March. */
  readonly span?: SlotSpan;
}

/** What a reading needs to know beside the words: the day, and who is on record. */
export interface SlotContext extends RecognitionContext {
  readonly today: CalendarDate;
  readonly people: readonly Person[];
  /** The programmes that are loaded and not followed: people hold their credentials too. */
  readonly otherProgrammes?: readonly Programme[];
  /** How the partner is called; in a sentence it means the same as "our company". */
  readonly company?: string;
  /** The day on which the membership is judged next; absent where none is recorded. */
  readonly renewalOn?: CalendarDate;
}

interface Draft {
  readonly text: string;
  readonly mark: (start: number, end: number, slot: SlotName) => Draft;
}

function draftOf(text: string): Draft {
  return {
    text,
    mark: (start, end, slot) => draftOf(`${text.slice(0, start)} ${slotMark(slot)} ${text.slice(end)}`),
  };
}

/** All slots of a sentence. A value is found once: what is a person's name is no competency. */
export function recognizeSlots(said: string, context: SlotContext): Slots {
  const text = withoutCompany(said.normalize('NFKC'), context);
  const { people, unknownNames } = namedIn(text, context);
  const places = [...people, ...unknownNames].sort((one, other) => other.start - one.start);
  const named = places.reduce((draft, { start, end }) => draft.mark(start, end, 'person'), draftOf(text));
  const { ids, draft: certified } = withoutCredentials(named, context);
  const { day, period, draft: dated } = withoutTimes(certified, context);
  const span = spanIn(certified.text, context);
  const { levels, draft: levelled } = withoutLevels(dated);
  const { competencies, masked, rest } = withoutCompetencies(
    withoutMetrics(withoutAmounts(levelled)).text,
    context,
    places.length > 0,
  );
  return {
    said,
    masked,
    rest,
    people,
    unknownNames,
    credentials: [...new Set(ids)],
    namedCredentials: ids,
    competencies,
    levels,
    ...(day && { day }),
    ...(period && { period }),
    ...(span && { span: { said: certified.text.slice(span.start, span.end), first: span.first } }),
  };
}

const ourCompany: Readonly<Record<Locale, string>> = {
  en: 'our company',
  'zh-CN': '我们公司',
  'zh-TW': '我們公司',
  'ru-RU': 'наша компания',
  'pt-BR': 'nossa empresa',
};
const shortestName = 4;

/** The text with the name of the company, or its first word, as people speak of their company. */
function withoutCompany(text: string, { company = '', locale, people }: SlotContext): string {
  const whole = replaced(text, company, ourCompany[locale]);
  const [first = ''] = company.split(' ');
  if (first.length < shortestName || isEveryday(first)) return whole;
  const brief = replaced(whole, first, ourCompany[locale]);
  const isPerson = () => people.some(({ name }) => normalize(name).split(' ').includes(normalize(first)));
  return brief === whole || isPerson() ? whole : brief;
}

/** The text with other words in place of these, in any case, where they stand as words. */
function replaced(text: string, words: string, others: string): string {
  if (words === '') return text;
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), others);
}

/** Who is named. A longer name than anybody's on record ("Tom Hendricks" beside Tom Becker) is somebody else's. */
function namedIn(text: string, context: SlotContext): Pick<Slots, 'people' | 'unknownNames'> {
  const { people, unknownNames } = everybodyIn(text, context);
  const places = [...people, ...unknownNames];
  const isWhole = (one: Span) =>
    places.every(({ start }) => start < one.end || !sameAs.test(text.slice(one.end, start)));
  return { people: people.filter(isWhole), unknownNames: unknownNames.filter(isWhole) };
}

/** `老周（周振国）`: of two names of one person the second is the whole one. */
const sameAs = /^\s*(?:[（(]|[,，]\s*(?:也?就是|that is|то есть|ou seja))\s*$/iu;

function everybodyIn(text: string, context: SlotContext): Pick<Slots, 'people' | 'unknownNames'> {
  const mentioned = mentionsOf(text, context.people, (word) => isCommon(word, context)).filter(
    (one) => !isOfDay(one, text, context),
  );
  const isWord: IsWord = (word, orForm) =>
    isCommon(normalize(word), context) || isEveryday(word, orForm) || isWeekday(word);
  const unknown = unknownNamesIn(text, isWord);
  const { alone: found, together } = apartFromOthers(mentioned, unknown, text);
  const others = unknown.filter((one) => together.every((name) => areApart(one, name)));
  const unknownNames = [...together, ...others].filter((one) =>
    found.every((mention) => areApart(one, mention) || isWithin(mention, one) || isVerb(mention, text)),
  );
  const isAlone = found.length + unknownNames.length === 1;
  const mentions = isAlone ? found : found.filter((one) => !isVerb(one, text));
  if (unknownNames.length === 0) return { people: mentions, unknownNames };
  const values = [...credentialSpans(text, programmesOf(context)), ...timesIn(text, context)];
  const named = unknownNames.filter((one) => values.every((span) => areApart(one, span)));
  return { people: mentions.filter((mention) => named.every((one) => areApart(one, mention))), unknownNames: named };
}

/** "Thandi Nkosi" where one on record is called Thandi and another Nkosi: two words of two people side by side are somebody else's name, and so is one beside an unknown name. */
function apartFromOthers(
  mentions: readonly PersonMention[],
  unknown: readonly TypedName[],
  text: string,
): { readonly alone: readonly PersonMention[]; readonly together: readonly TypedName[] } {
  const isOneWord = ({ start, end }: Span) => /^(?!\p{sc=Han})[\p{L}'’-]+$/u.test(text.slice(start, end));
  const isBeside = (one: Span, next: Span) =>
    text.slice(one.end, next.start) === ' ' && isOneWord(one) && isOneWord(next);
  const ofTwo = mentions.flatMap((one, at) => {
    const next = mentions[at + 1];
    const isOther = next && isBeside(one, next) && one.people.every((person) => !next.people.includes(person));
    return isOther ? [nameAt(text, one.start, next.end)] : [];
  });
  const besideUnknown = mentions.flatMap((one) => {
    const next = unknown.find((name) => isBeside(one, name) || isBeside(name, one));
    return next ? [nameAt(text, Math.min(one.start, next.start), Math.max(one.end, next.end))] : [];
  });
  const together = [...ofTwo, ...besideUnknown.filter((name) => ofTwo.every((one) => areApart(one, name)))];
  return { alone: mentions.filter((one) => together.every((name) => areApart(one, name))), together };
}

type Span = Pick<TypedName, 'start' | 'end'>;

/** "Mark Tomasz as departed", "we said goodbye": beside another name an everyday word in small letters, or first in the sentence, is none. */
function isVerb({ start, end }: Span, text: string): boolean {
  const word = text.slice(start, end);
  return isEveryday(word) && (/^\p{Ll}/u.test(word) || text.slice(0, start).trim() === '');
}

/** "15 de março", "31 Jan": the month of a day is nobody, also where somebody is called like it. */
function isOfDay(one: Span, text: string, { locale, today }: SlotContext): boolean {
  const { date, start = 0, end = 0 } = recognizeDay(text, locale, today);
  return date !== undefined && date.readings.length > 0 && !areApart(one, { start, end });
}

function isWithin(part: Span, whole: Span): boolean {
  return whole.start <= part.start && part.end <= whole.end && part.end - part.start < whole.end - whole.start;
}

function areApart(one: Span, other: Span): boolean {
  return one.end <= other.start || other.end <= one.start;
}

/** Where a day or a period stands: months and days of the week are written large. */
function timesIn(text: string, { locale, today }: SlotContext): readonly Span[] {
  const { date, start = 0, end = 0 } = recognizeDay(text, locale, today);
  const others = [recognizeRelativeDay(text, today), recognizePeriod(text, today)];
  return [...(date ? [{ start, end }] : []), ...others.filter((one) => one !== undefined)];
}

function programmesOf({ vocabulary, otherProgrammes = [] }: SlotContext): readonly Programme[] {
  return [vocabulary.programme, ...otherProgrammes];
}

function isCommon(word: string, { vocabulary: { lexicon } }: RecognitionContext): boolean {
  return lexicon.filling.has(word) || lexicon.telling.has(word);
}

function withoutCredentials(
  draft: Draft,
  context: SlotContext,
): { readonly ids: readonly string[]; readonly draft: Draft } {
  const spans = credentialSpans(draft.text, programmesOf(context));
  const marked = spans.toReversed().reduce((one, { start, end }) => one.mark(start, end, 'cred'), draft);
  return { ids: spans.map(({ id }) => id), draft: marked };
}

interface Times {
  readonly day?: SlotDay;
  readonly period?: Period;
  readonly draft: Draft;
}

/** A span that begins in the past, else a period of the calendar that goes on to a day: next week, this year. */
function spanIn(text: string, { today }: SlotContext): NamedSpan | undefined {
  const named = recognizeSpan(text, today);
  if (named) return named;
  const found = recognizePeriod(text, today);
  return found && 'until' in found.period ? { first: today, start: found.start, end: found.end } : undefined;
}

/** "From 1 May to 31 May". */
const range = /^\s*(?:to|until|till|through|[-–—]|по|до|a|ao|até|[到至])\s*$/iu;

/** "1 June, sorry, 2 June": of two days that are written either may be meant. */
function withOther(date: SlotDay, behind: string, locale: Locale): SlotDay {
  const { date: other, start } = recognizeDay(behind, locale);
  const between = behind.slice(0, start);
  if (isEndOfValidity(between) || range.test(between)) return date;
  if (!other || date.readings.length !== 1 || other.readings.length !== 1) return date;
  return { ...date, readings: [...new Set([...date.readings, ...other.readings])] };
}

/** A written date decides before a period, a period before a day that is only said. */
function withoutTimes(draft: Draft, { locale, today }: SlotContext): Times {
  const { date, start = 0, end = 0 } = recognizeDay(draft.text, locale, today);
  if (date) return { day: withOther(date, draft.text.slice(end), locale), draft: draft.mark(start, end, 'date') };
  const relative = recognizeRelativeDay(draft.text, today);
  if (relative) {
    const day = {
      said: draft.text.slice(relative.start, relative.end),
      readings: relative.days,
      isRelative: true as const,
    };
    return { day, draft: draft.mark(relative.start, relative.end, 'date') };
  }
  const found = recognizePeriod(draft.text, today);
  return found ? { period: found.period, draft: draft.mark(found.start, found.end, 'period') } : { draft };
}

const levelWords: readonly (readonly [form: RegExp, level: string])[] = [
  [
    /(?<![\p{sc=Latn}\p{sc=Cyrl}\p{N}])(?:silver|prata|серебр\p{sc=Cyrl}*|сильвер\p{sc=Cyrl}*)(?![\p{sc=Latn}\p{sc=Cyrl}\p{N}])|[银銀](?:牌|级|級|会员|會員)|(?<![白水网網开開投商])[银銀](?=$|[，,。？?！!\s吗嗎呢])|(?<=[是到为為升成的当當在留保掛挂拿冲衝沖按])\s?[银銀](?![行联聯幕河])(?=$|[^\p{sc=Han}]|[的了吗嗎呢到要可著着先会會我就怎没沒处處])|(?<=[\p{sc=Latn}\s，,])[银銀](?=[的了吗嗎呢到要可著着先会會被怎没沒不弄掉丢丟])|(?<=\p{sc=Latn}\s?)[银銀](?=$|[^\p{sc=Han}])/giu,
    'silver',
  ],
  [
    /(?<![\p{sc=Latn}\p{sc=Cyrl}\p{N}])(?:gold|ouro|золот\p{sc=Cyrl}*|голд\p{sc=Cyrl}*)(?![\p{sc=Latn}\p{sc=Cyrl}\p{N}])|金(?:牌|级|級|会员|會員)|(?<![奖獎资資现現基美黄黃租薪佣押税稅年本罚罰定订訂退])金(?=$|[，,。？?！!\s吗嗎呢])|(?<=[是到为為升成的当當在留保掛挂拿冲衝沖按])\s?金(?![额額融钱錢])(?=$|[^\p{sc=Han}]|[的了吗嗎呢到要可著着先会會我就怎没沒处處])|(?<=[\p{sc=Latn}\s，,])金(?=[的了吗嗎呢到要可著着先会會被怎没沒不弄掉丢丟])/giu,
    'gold',
  ],
];

function withoutLevels(draft: Draft): { readonly levels: readonly string[]; readonly draft: Draft } {
  const found = levelWords
    .flatMap(([form, level]) => [...draft.text.matchAll(form)].map(({ 0: text, index }) => ({ level, index, text })))
    .sort((one, other) => one.index - other.index);
  const marked = found
    .toReversed()
    .reduce((one, { index, text }) => one.mark(index, index + text.length, 'level'), draft);
  return { levels: [...new Set(found.map(({ level }) => level))], draft: marked };
}

/** Only what is surely an amount: large, with separators, a scale or a currency. */
const amount = new RegExp(
  `(?<![\\p{sc=Latn}\\p{sc=Cyrl}\\p{N}_.,-])(?:us\\$|r\\$|\\$)? ?(?:\\d{1,3}(?:[ \\u00a0\\u202f.,]\\d{3})+(?:[.,]\\d+)?|\\d{4,}(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)? ?(?:${scaleWords})|[〇零一二两兩三四五六七八九十百千]{1,8} ?[万萬亿億][〇零一二两兩三四五六七八九十百千]*)(?! ?(?:个月|個月|年|日|号|號))(?![a-zа-я\\p{N}_-])`,
  'giu',
);

function withoutAmounts(draft: Draft): Draft {
  const found = [...draft.text.matchAll(amount)];
  return found.toReversed().reduce((one, { 0: text, index }) => one.mark(index, index + text.length, 'num'), draft);
}

function withoutMetrics(draft: Draft): Draft {
  const found = metricSpan(draft.text);
  return found ? withoutMetrics(draft.mark(found.start, found.end, 'metric')) : draft;
}

/** Portuguese calls the onboarding of a person as it calls Application Integration for short. */
const onboardingWord = /^integra/u;

function withoutCompetencies(
  text: string,
  { vocabulary }: RecognitionContext,
  isSomebodyNamed: boolean,
): { readonly competencies: readonly string[]; readonly masked: string; readonly rest: Utterance } {
  const utterance = tokenize(text, vocabulary.lexicon);
  const telling = tellingWords(utterance).filter(({ key }) => !key.startsWith('xq'));
  const isOnboarding = isSomebodyNamed && !/integra\p{L}* de apli/iu.test(text);
  const named = isOnboarding ? telling.filter(({ key }) => !onboardingWord.test(key)) : telling;
  const { competencies, left: others } = namedInFull(named, vocabulary.names);
  const left = [...others, ...telling.filter((word) => !named.includes(word))];
  const isName = new Set(telling.filter((word) => !left.includes(word)));
  const masked: string[] = [];
  for (const word of utterance.words)
    if (!isName.has(word)) masked.push(word.key);
    else if (masked.at(-1) !== slotMark('comp')) masked.push(slotMark('comp'));
  const rest = { said: text, words: utterance.words.filter((word) => !isName.has(word) && !word.key.startsWith('xq')) };
  const asks = /[?？]\s*$/u.test(text) ? ' ?' : '';
  return { competencies, masked: `${masked.join(' ')}${asks}`, rest };
}
