/** How many of several certifications somebody has to hold: "two of these three". */
import { wordEnd, wordStart } from '../language-understanding/word-edge';

const all = new RegExp(`${wordStart}(?:both|оба|обе|ambos|ambas)${wordEnd}|都`, 'iu');

/** One of people is none of certifications. */
const ofPeople = '(?!us|our|my|them|you|the people|наших|нас|nós|nossos)';

/** The number stands in words or digits before its "of". */
const counts: readonly (readonly [words: RegExp, least: number])[] = [
  [numberOf('one|1|any|either|um|uma|один|одна|одну', '任一|其中一|任意一|[选選]一'), 1],
  [numberOf('two|2|dois|duas|два|две', '其中[两兩二2]'), 2],
  [numberOf('three|3|três|три', '其中[三3]'), 3],
];

function numberOf(numbers: string, han: string): RegExp {
  return new RegExp(`${wordStart}(?:${numbers})\\s+(?:of|из|de|das|dos)\\s+${ofPeople}|${han}`, 'iu');
}

/** The number that a text asks for; undefined where it asks for all. */
export function leastAsked(said: string): number | undefined {
  return all.test(said) ? undefined : counts.find(([words]) => words.test(said))?.[1];
}
