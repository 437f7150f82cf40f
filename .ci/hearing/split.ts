/**
 * Trains the scorer on the example sentences and two parts of the corpus, prints how much of the other parts it gets right, and writes
 * both as JSON, so that `libraries.mjs` can train others on the same and ask them the same.
 */
import { readCorpus, type Half } from '../../bench/hearing/corpus';
import { rankingBy } from '../../bot/language-understanding/command-scorer';
import { locales } from '../../domain/basics/locale';
import { typedExample, writtenExamples } from './examples';
import { trainModel } from './softmax';
import { partRight } from './part-right';

/** Fewer parts than the model of Laurel learns from: with all of them a library would train for an hour. */
const learned = ['tuned', 'authored'] as const;
const asked = ['kept-apart', 'unseen', 'fresh'] as const;

const read = (half: Half) => locales.flatMap((locale) => readCorpus(half, locale).map(typedExample));
const train = [...writtenExamples(), ...learned.flatMap(read)];
const ask = asked.flatMap(read);
const began = Date.now();
const rank = rankingBy(trainModel(train, ''));
const seconds = (Date.now() - began) / 1000;
console.error(`own scorer: ${partRight(rank, ask)} % of ${ask.length} right, trained in ${seconds.toFixed(0)} s`);
const plain = ({ text, label }: { readonly text: string; readonly label: string }) => ({ text, label });
console.log(JSON.stringify({ train: train.map(plain), ask: ask.map(plain) }));
