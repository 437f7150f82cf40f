/** Suggestions are the closest known names for a text that was not recognised, offered as buttons. */
import type { Vocabulary } from './vocabulary';
import { slipsBetween } from './lexicon';

/** How many are offered. */
export const offered = 3;
const longestCompared = 60;

/** 0 to 1: how alike two normal forms are, as wholes or in their most alike words. */
function likenessOf(one: string, other: string): number {
  const [short, long] = [one.slice(0, longestCompared), other.slice(0, longestCompared)];
  const words = long.split(' ').filter((word) => word.length > 2);
  const wordwise = short.split(' ').flatMap((word) => words.map((known) => 0.9 * similarity(word, known)));
  return Math.max(similarity(short, long), ...wordwise);
}

function similarity(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 0 : Math.max(0, 1 - slipsBetween(one, other) / longest);
}

/** The values most like what was typed, the best first, each once; with `least`, from 0 to 1, only those that are so like it. */
export function closestMatches<T>(
  typed: string,
  known: readonly { readonly name: string; readonly value: T }[],
  least = 0,
): readonly T[] {
  const best = new Map<T, number>();
  for (const { name, value } of known) best.set(value, Math.max(best.get(value) ?? 0, likenessOf(typed, name)));
  const alike = [...best].filter(([, likeness]) => likeness >= least);
  return alike.sort(([, one], [, other]) => other - one).map(([value]) => value);
}

/** The competencies whose names are most like what was typed. */
export function nearestCompetencies(typed: string, { names }: Vocabulary): readonly string[] {
  const known = names.map(({ competency, words }) => ({ name: words.join(' '), value: competency }));
  return closestMatches(typed, known).slice(0, offered);
}
