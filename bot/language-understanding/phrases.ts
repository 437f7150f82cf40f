/** Phrases are the words that call a command, in each language; this file finds them in an utterance and returns the rest. */
import { locales, type Locale } from '../../domain/basics/locale';
import { normalize } from './message-text';
import { findPhrase, tellingWords, without, type TokenSpan, type Utterance } from './utterance';
import type { Vocabulary } from './vocabulary';

/** Phrases by language; the first of each is the one that is shown. Everyone may use those of any language. */
export type Phrases = Readonly<Record<Locale, readonly [string, ...string[]]>>;

/** What a command needs to read a message. */
export interface RecognitionContext {
  readonly vocabulary: Vocabulary;
  readonly locale: Locale;
}

const split = new WeakMap<Phrases, readonly (readonly string[])[]>();

/** All phrases, each as its words; split once, because every message is compared with all of them. */
export function phraseWords(hears: Phrases): readonly (readonly string[])[] {
  const known = split.get(hears) ?? locales.flatMap((locale) => hears[locale].map((one) => normalize(one).split(' ')));
  split.set(hears, known);
  return known;
}

/** Where one of a command's phrases was heard, in any language. */
export function findPhraseOf(utterance: Utterance, hears: Phrases): TokenSpan | undefined {
  return findPhrase(utterance, phraseWords(hears));
}

/** What was heard beside a command's phrases; nothing where none of them was heard. */
export function withoutPhrase(utterance: Utterance, hears: Phrases): Utterance | undefined {
  const span = findPhraseOf(utterance, hears);
  if (!span) return undefined;
  const rest = without(utterance, span);
  return withoutPhrase(rest, hears) ?? rest;
}

/** Whether one of a command's phrases was heard and nothing beside it that tells more. */
export function isPhraseAlone(utterance: Utterance, hears: Phrases): boolean {
  const others = withoutPhrase(utterance, hears);
  return others !== undefined && tellingWords(others).length === 0;
}

const pageWord = /^(?:page|pages|p|pg|стр|страниц\p{L}*|pag|pagina|第?页|第?頁|第)$/u;

/** The page that is asked for, as a field of a question, by what stands beside the phrase: "page 2", or nothing but a number. */
export function pageIn(rest: Utterance): { readonly page?: number } {
  const digits = rest.words.find(({ key }) => /^\d{1,4}$/.test(key));
  if (digits === undefined || Number(digits.key) === 0) return {};
  const isAlone = tellingWords(rest).every((word) => word === digits || pageWord.test(word.key));
  return isAlone || rest.words.some(({ key }) => pageWord.test(key)) ? { page: Number(digits.key) } : {};
}
