/** Writes as JSON what the scorer is trained on, and the kept-apart sentences as the scorer sees them: for `libraries.mjs`. */
import { typedExample, writtenExamples } from './examples';
import { rankCommands } from '../../bot/language-understanding/command-scorer';
import { locales } from '../../domain/basics/locale';
import { readCorpus, type Half } from '../../bench/hearing/corpus';

const read = (half: Half) => locales.flatMap((locale) => readCorpus(half, locale).map(typedExample));
const train = [...writtenExamples(), ...read('tuned'), ...read('authored')].map(({ text, label }) => ({ text, label }));
const ask = [...read('kept-apart'), ...read('unseen')].map(({ text, label }) => ({ text, label }));
const right = ask.filter(({ text, label }) => {
  const { ask: first, topic } = rankCommands(text)[0]!;
  return label === (topic === undefined ? first : `${first}:${topic}`);
});
console.error(`own scorer: ${((100 * right.length) / ask.length).toFixed(1)} % of ${ask.length} right`);
console.log(JSON.stringify({ train, ask }));
