/**
 * Compares the scorer with libraries that anyone may install beside the project (bench/hearing/README.md): the same example sentences to train
 * on, the same sentences of the corpus to read. None of them is a dependency.
 *
 *   npx tsx .ci/hearing/split.ts > split.json      # what the scorer is trained on and asked
 *   npm install --prefix <folder> natural @nlpjs/core @nlpjs/nlu
 *   node .ci/hearing/libraries.mjs split.json <folder>
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const [file, folder] = process.argv.slice(2);
const { train, ask } = JSON.parse(readFileSync(file, 'utf8'));
const load = createRequire(resolve(folder, 'package.json'));

/** Chinese has no spaces, so that each of its characters is a word for the libraries too. */
const spaced = (text) =>
  text
    .replace(/(\p{sc=Han})/gu, ' $1 ')
    .replace(/ +/gu, ' ')
    .trim()
    .toLowerCase();

async function measure(name, make) {
  const began = Date.now();
  const rank = await make();
  const trained = Date.now();
  let right = 0;
  for (const { text, label } of ask) if ((await rank(text)) === label) right += 1;
  const rate = ((100 * right) / ask.length).toFixed(1);
  const [training, reading] = [(trained - began) / 1000, (Date.now() - trained) / ask.length];
  console.log(
    `${name.padEnd(34)} ${rate} % right, trained in ${training.toFixed(0)} s, ${reading.toFixed(2)} ms a sentence`,
  );
}

await measure('natural, BayesClassifier', () => {
  const { BayesClassifier } = load('natural');
  const plain = { tokenizeAndStem: (text) => spaced(text).split(' ') };
  const classifier = new BayesClassifier(plain);
  for (const { text, label } of train) classifier.addDocument(spaced(text).split(' '), label);
  classifier.train();
  return (text) => classifier.classify(spaced(text).split(' '));
});

await measure('@nlpjs/nlu, NluNeural', async () => {
  const { containerBootstrap } = load('@nlpjs/core');
  const { NluNeural } = load('@nlpjs/nlu');
  const container = await containerBootstrap();
  const nlu = new NluNeural({ locale: 'en', container, log: false, useNoneFeature: false });
  await nlu.train(
    train.map(({ text, label }) => ({ utterance: spaced(text), intent: label })),
    { log: false },
  );
  return async (text) => (await nlu.process(spaced(text))).classifications[0]?.intent;
});
