/** Recognises all values that a sentence names (people, credentials, days, levels …) and writes it with marks in their places. */
import type { CalendarDate } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/people/person';
import type { Programme } from '../../domain/programme/programme';
import type { RecognitionContext } from '../language-understanding/phrases';
import { slotMark, type SlotName } from '../language-understanding/features';
import { tellingWords, tokenize, type Utterance } from '../language-understanding/utterance';
import { namedInFull } from './competency-recognizer';
import { credentialSpans } from './credential-span';
import { recognizeDay, type NamedDay } from './day-recognizer';
import { mentionsOf, type PersonMention } from './people/person-mention';
import { metricSpan } from './metric-span';
import { scaleWords } from './number-recognizer';
import { recognizePeriod, type Period } from './period-recognizer';
import { recognizeRelativeDay } from './relative-day';

/** A day that is named: one reading, several where it may be either, none where the calendar has no such day. */
export interface SlotDay {
  readonly said: string;
  readonly readings: readonly NamedDay[];
}

export interface Slots {
  /** As it was typed. */
  readonly said: string;
  /** What is left of it beside the values, with their marks. */
  readonly masked: string;
  /** The same, as words, without any mark. */
  readonly rest: Utterance;
  readonly people: readonly PersonMention[];
  readonly credentials: readonly string[];
  readonly competencies: readonly string[];
  readonly levels: readonly string[];
  readonly day?: SlotDay;
  readonly period?: Period;
}

/** What a reading needs to know beside the words: the day, and who is on record. */
export interface SlotContext extends RecognitionContext {
  readonly today: CalendarDate;
  readonly people: readonly Person[];
  /** The programmes that are loaded and not followed: people hold their credentials too. */
  readonly otherProgrammes?: readonly Programme[];
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
  const text = said.normalize('NFKC');
  const people = mentionsOf(text, context.people, (word) => isCommon(word, context));
  const named = people.toReversed().reduce((draft, { start, end }) => draft.mark(start, end, 'person'), draftOf(text));
  const { ids, draft: certified } = withoutCredentials(named, context);
  const { day, period, draft: dated } = withoutTimes(certified, context);
  const { levels, draft: levelled } = withoutLevels(dated);
  const { competencies, masked, rest } = withoutCompetencies(withoutMetrics(withoutAmounts(levelled)).text, context);
  return {
    said,
    masked,
    rest,
    people,
    credentials: ids,
    competencies,
    levels,
    ...(day && { day }),
    ...(period && { period }),
  };
}

function isCommon(word: string, { vocabulary: { lexicon } }: RecognitionContext): boolean {
  return lexicon.filling.has(word) || lexicon.telling.has(word);
}

function withoutCredentials(
  draft: Draft,
  { vocabulary, otherProgrammes = [] }: SlotContext,
): { readonly ids: readonly string[]; readonly draft: Draft } {
  const spans = credentialSpans(draft.text, [vocabulary.programme, ...otherProgrammes]);
  const marked = spans.toReversed().reduce((one, { start, end }) => one.mark(start, end, 'cred'), draft);
  return { ids: [...new Set(spans.map(({ id }) => id))], draft: marked };
}

interface Times {
  readonly day?: SlotDay;
  readonly period?: Period;
  readonly draft: Draft;
}

/** A written date decides before a period, a period before a day that is only said. */
function withoutTimes(draft: Draft, { locale, today }: SlotContext): Times {
  const { date, start = 0, end = 0 } = recognizeDay(draft.text, locale, today);
  if (date) return { day: date, draft: draft.mark(start, end, 'date') };
  const relative = recognizeRelativeDay(draft.text, today);
  if (relative) {
    const day = { said: draft.text.slice(relative.start, relative.end), readings: relative.days };
    return { day, draft: draft.mark(relative.start, relative.end, 'date') };
  }
  const found = recognizePeriod(draft.text, today);
  return found ? { period: found.period, draft: draft.mark(found.start, found.end, 'period') } : { draft };
}

const levelWords: readonly (readonly [form: RegExp, level: string])[] = [
  [
    /(?<![\p{L}\p{N}])(?:silver|prata|серебр\p{L}*|сильвер\p{L}*)(?![\p{L}\p{N}])|[银銀](?:牌|级|級|会员|會員)/giu,
    'silver',
  ],
  [/(?<![\p{L}\p{N}])(?:gold|ouro|золот\p{L}*|голд\p{L}*)(?![\p{L}\p{N}])|金(?:牌|级|級|会员|會員)/giu, 'gold'],
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
  `(?<![\\p{sc=Latn}\\p{sc=Cyrl}\\p{N}_.,-])(?:us\\$|r\\$|\\$)? ?(?:\\d{1,3}(?:[ \\u00a0\\u202f.,]\\d{3})+(?:[.,]\\d+)?|\\d{4,}(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)? ?(?:${scaleWords})|[一二两兩三四五六七八九十百]{1,4} ?[万萬亿億])(?! ?(?:个月|個月|年|日|号|號))(?![a-zа-я\\p{N}_-])`,
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

function withoutCompetencies(
  text: string,
  { vocabulary }: RecognitionContext,
): { readonly competencies: readonly string[]; readonly masked: string; readonly rest: Utterance } {
  const utterance = tokenize(text, vocabulary.lexicon);
  const telling = tellingWords(utterance).filter(({ key }) => !key.startsWith('xq'));
  const { competencies, left } = namedInFull(telling, vocabulary.names);
  const isName = new Set(telling.filter((word) => !left.includes(word)));
  const masked: string[] = [];
  for (const word of utterance.words)
    if (!isName.has(word)) masked.push(word.key);
    else if (masked.at(-1) !== slotMark('comp')) masked.push(slotMark('comp'));
  const rest = { said: text, words: utterance.words.filter((word) => !isName.has(word) && !word.key.startsWith('xq')) };
  const asks = /[?？]\s*$/u.test(text) ? ' ?' : '';
  return { competencies, masked: `${masked.join(' ')}${asks}`, rest };
}
