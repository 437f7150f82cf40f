/** How much of some labelled sentences a ranking gets right by itself, without the grammar and the margins. */
import type { Ranking } from '../../bot/language-understanding/command-scorer';
import type { Example } from './examples';

/** In percent, with one place. */
export function partRight(rank: Ranking, sentences: readonly Example[]): string {
  const right = sentences.filter(({ text, label }) => {
    const { ask, topic } = rank(text)[0]!;
    return label === (topic === undefined ? ask : `${ask}:${topic}`);
  });
  return ((100 * right.length) / sentences.length).toFixed(1);
}
