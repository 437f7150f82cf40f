/** How likely a reading has to be, by the scorer, and how likely one is. */
import type { Question } from '../../cards/contract/question';
import type { RankedCommand } from '../language-understanding/command-scorer';

/** How likely, from 0 to 1, the scorer has to think a reading for it to be answered. */
export const sureEnough = 0.6;

/** The same, where it is answered against the words that stand first, or for a single word. */
export const certain = 0.9;

/** From here on a reading is possible: how an action is done is explained, where the grammar has read that it is denied or asked about. */
export const possible = 0.3;

/** Below this a reading is out of the question: the grammar's, or that a sentence with a denial in it denies what it orders. */
export const unlikely = 0.1;

/** How likely it is that a sentence asks this question. */
export function likelihoodOf(question: Question, ranked: readonly RankedCommand[]): number {
  const of = question.ask === 'help' ? question.topic : undefined;
  return ranked
    .filter(({ ask, topic }) => ask === question.ask && topic === of)
    .reduce((sum, { sure }) => sum + sure, 0);
}

/** How likely it is that a sentence is about one command, as an order or as a question about it. */
export function eitherReadingOf(name: string, ranked: readonly RankedCommand[]): number {
  return ranked.filter(({ ask, topic = ask }) => topic === name).reduce((sum, { sure }) => sum + sure, 0);
}

/** The sentence is nothing of Laurel's, or leaves open what is asked. */
export function isNothing({ ask }: RankedCommand): boolean {
  return ask === 'none' || ask === 'null';
}
