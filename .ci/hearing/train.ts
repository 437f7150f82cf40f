/**
 * `npm run train`: makes the model of the command scorer from the example sentences; the same sentences make the same model.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelIndex, modelWeights } from '../../bot/language-understanding/command-scorer';
import { format } from 'prettier';
import { everydayWordsFile } from '../../bot/language-understanding/everyday-words';
import { everydayWordsIn } from './everyday-words';
import { exampleSource, readExamples, readLearned } from './examples';
import { trainModel } from './softmax';
import { sourceDigest } from './source-digest';

const folder = 'bot/language-understanding/command-model';

async function main(): Promise<void> {
  const started = Date.now();
  mkdirSync(folder, { recursive: true });
  // First, because what a sentence names is marked before the scorer sees it.
  writeFileSync(join(folder, everydayWordsFile), `${everydayWordsIn(readLearned()).join('\n')}\n`);
  const examples = readExamples();
  const model = trainModel(examples, sourceDigest(exampleSource()));
  writeFileSync(join(folder, modelWeights), model.weights);
  const index = JSON.stringify(model, (name, value: unknown) => (name === 'weights' ? undefined : value));
  writeFileSync(join(folder, modelIndex), await format(index, { parser: 'json' }));
  console.log(`${examples.length} sentences, ${model.weights.length} bytes, ${Date.now() - started} ms`);
}

void main();
