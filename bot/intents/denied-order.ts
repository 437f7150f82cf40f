/** An order that a sentence denies, questions or forbids is explained and not previewed; unless its denial states why it is given. */
import { commandNamed, commands } from './all-commands';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { findPhraseOf } from '../language-understanding/phrases';
import {
  type SentenceMood,
  isForbidden,
  isNotWanted,
  sentenceMood,
  withoutDenial,
} from '../language-understanding/sentence-mood';
import type { Utterance } from '../language-understanding/utterance';
import { recognizeSlots, type Slots } from '../recognizers/slot-recognizer';
import { recognizeQuestion } from './grammar';
import { isReadWhole } from './grammar-reading';
import { rankedFor } from './ranked-commands';
import { eitherReadingOf, possible, sureEnough, unlikely } from './likelihood';
import { type HearingContext, type Understanding, explanationOf } from './understanding';

/** A list is not denied: a sentence with a denial is about the order, also where the command without values only lists. */
export function isDenied(utterance: Utterance): boolean {
  return moodUntil(utterance, utterance.words.length) === 'negated';
}

/** "Do not forget Zoe Quist" is about somebody on record, and without its denial it would be the order, read whole. */
export function explainedOrder(slots: Slots, context: HearingContext): Understanding | undefined {
  if (slots.people.length === 0) return undefined;
  const said = withoutDenial(slots.said);
  const order = recognizeQuestion(said, context);
  const isOrder = !('code' in order) && commandNamed(order.ask)?.previews?.(order) === true;
  return isOrder && isReadWhole(order, said, slots) ? explanationOf(order.ask, 1) : undefined;
}

/** "Do not send me warnings", "do not count her any more": what ends something is also ordered by forbidding the other. */
export const endsSomething: ReadonlySet<string> = new Set([
  'stop-alerts',
  'alert-settings',
  'left',
  'remove',
  'programme',
]);

/**
 * What a sentence forbids in its first words, explained: the action that it would order without its denial, else one that is possible
 * at all.
 */
export function forbidden(
  slots: Slots,
  ranked: readonly RankedCommand[],
  context: HearingContext,
): Understanding | undefined {
  if (!isForbidden(slots.said)) return undefined;
  const order = recognizeSlots(withoutDenial(slots.said), context);
  return explainedAction(rankedFor(order, context), sureEnough) ?? explainedAction(ranked, possible);
}

/** How the likeliest action is done, where it is likely enough and not one that ends something. */
function explainedAction(ranked: readonly RankedCommand[], least: number): Understanding | undefined {
  const [likeliest] = ranked.filter(({ ask, topic = ask }) => commandNamed(topic)?.previews);
  const topic = likeliest && (likeliest.topic ?? likeliest.ask);
  if (topic === undefined || endsSomething.has(topic)) return undefined;
  const sure = eitherReadingOf(topic, ranked);
  return sure >= least ? explanationOf(topic, sure) : undefined;
}

/** What is denied, where both readings of one command that writes, as an order and as a question about it, are possible together. */
export function explainedDenial(ranked: readonly RankedCommand[]): Understanding | undefined {
  const [likeliest] = ranked
    .filter(({ ask, topic }) => topic !== undefined || commandNamed(ask)?.previews)
    .map(({ ask, topic = ask }) => topic);
  if (likeliest === undefined || !commandNamed(likeliest)?.previews) return undefined;
  const sure = eitherReadingOf(likeliest, ranked);
  return sure >= sureEnough ? explanationOf(likeliest, sure) : undefined;
}

/**
 * "She no longer works here" denies in order to state, and "remove it, she never passed" denies to give a reason. A question is none
 * of both where the words of an action stand in it, nor is a sentence that denies before it names an action.
 */
export function mayBeStated(mood: SentenceMood, utterance: Utterance): boolean {
  if (mood !== 'negated' && mood !== 'asked') return false;
  if (
    /不是|并非|並非|何必|何苦|[干幹][嘛吗嗎麼么]|[没沒]有?(?:让|讓|叫|要)[你您]/u.test(utterance.said) ||
    isNotWanted(utterance.said)
  )
    return false;
  if (/["“”„«»「」『』]/u.test(utterance.said)) return false;
  const named = commands.flatMap(({ previews, phrases }) => (previews ? (findPhraseOf(utterance, phrases) ?? []) : []));
  if (mood === 'asked') return named.length === 0;
  return named.every(({ start }) => isPlainUntil(utterance, start));
}

function isPlainUntil(utterance: Utterance, end: number): boolean {
  return moodUntil(utterance, end) === 'plain';
}

function moodUntil({ words }: Utterance, end: number): SentenceMood {
  const beside = words.slice(0, end).map(({ key }) => key);
  return sentenceMood({ said: beside.join(' '), beside, isNamedIn: () => false });
}

/** Whether the scorer, which has learned denied and questioned orders as well, takes a sentence for the order itself. */
export function isSurelyStated(name: string, ranked: readonly RankedCommand[]): boolean {
  const [first, ...others] = ranked;
  if (!first || !isLikeliest(name, ranked)) return false;
  return others.every(({ topic, sure }) => topic !== name || sure < first.sure * unlikely);
}

/** Whether the scorer surely takes a sentence rather for the order than for a question about it. */
export function isLikeliest(name: string, [first]: readonly RankedCommand[]): boolean {
  return first?.ask === name && first.topic === undefined && first.sure >= sureEnough;
}
