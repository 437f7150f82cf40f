/** A command is one thing that can be asked: the phrases it hears, how it reads the rest, and how it answers. */
import type { QuestionName as Asked, Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/view';
import { locales, type Locale } from '../../domain/basics/locale';
import type { TurnRequest } from '../context/turn-request';
import { findPhrase, without, type Utterance, type TokenSpan } from '../language/utterance';
import type { Reply } from '../context/reply';
import type { Vocabulary } from '../language/vocabulary';
import { normalize } from '../language/message-text';
import type { AppServices } from '../context/app-services';

/** Phrases by language; the first of each is the one that is shown. Everyone may use those of any language. */
export type Phrases = Readonly<Record<Locale, readonly [string, ...string[]]>>;

/** What a command needs to read a message. */
export interface RecognitionContext {
  readonly vocabulary: Vocabulary;
  readonly locale: Locale;
}

export interface Command<A extends Asked = Asked> {
  readonly name: A;
  readonly phrases: Phrases;
  /** More phrases that it hears in a case of its own. */
  readonly extraPhrases?: Phrases;
  /** Words within its questions that the lexicon has to know. */
  readonly vocabulary?: Phrases;
  /** Whether nobody else gets an answer. */
  readonly isForAdmins?: boolean;
  /** The question that was meant, a refusal where it is this command's but incomplete, or nothing if it is not. */
  parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined;
  answer(question: Extract<Question, { ask: A }>, request: TurnRequest, services: AppServices): Promise<Reply>;
}

/** Any of the commands. */
export type AnyCommand = { [A in Asked]: Command<A> }[Asked];

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

/** The number of the page that is asked for, if one is. */
export function pageIn({ words }: Utterance): number | undefined {
  const digits = words.find(({ key }) => /^\d{1,4}$/.test(key));
  return digits && Number(digits.key) > 0 ? Number(digits.key) : undefined;
}
