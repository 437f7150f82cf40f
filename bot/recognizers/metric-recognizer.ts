/** Recognizes the figure that a text names: by its id, by its name in any language, or by a part of it. */
import type { Programme } from '../../domain/programme/programme';
import { isSameStem } from '../language-understanding/lexicon';
import type { Utterance, Token } from '../language-understanding/utterance';
import { closestMatches } from '../language-understanding/suggestions';
import { isHan, normalize } from '../language-understanding/message-text';

/** The metrics that fit best, in the order of the programme; several where what was said leaves it open, none where nothing fits. */
export function recognizeMetrics({ words }: Utterance, { metrics }: Programme): readonly string[] {
  const said = words.filter(({ fills }) => !fills);
  const weighed = metrics.map(({ id, names }) => {
    const known = [id, ...Object.values(names)].map((name) => normalize(name).split(' '));
    return { id, weight: Math.max(...known.map((name) => weightOf(said, name))) };
  });
  const most = Math.max(0, ...weighed.map(({ weight }) => weight));
  return most === 0 ? [] : weighed.filter(({ weight }) => weight === most).map(({ id }) => id);
}

/** How many of the words that were said are in the name; all of the name counts a little more than part of a longer one. */
function weightOf(said: readonly Token[], name: readonly string[]): number {
  const shared = said.filter(({ key }) => name.some((word) => isSame(key, word))).length;
  const isWhole = name.every((word) => said.some(({ key }) => isSame(key, word)));
  return shared === 0 ? 0 : shared + (isWhole ? 0.5 : 0);
}

function isSame(key: string, word: string): boolean {
  if (isHan(word)) return key.length > 1 && (word.includes(key) || key.includes(word));
  return key === word || isSameStem(key, word);
}

/** The metrics whose names are most like what was typed. */
export function nearestMetrics(typed: string, { metrics }: Programme): readonly string[] {
  const names = metrics.flatMap(({ id, names: all }) =>
    [id, ...Object.values(all)].map((name) => ({ name: normalize(name), value: id })),
  );
  return closestMatches(normalize(typed), names).slice(0, 3);
}
