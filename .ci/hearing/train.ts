/**
 * `npm run train`: makes the model of the command scorer from the example sentences; the same sentences make the same model.
 */
import { writeFileSync } from 'node:fs';
import { exampleSource, readExamples } from './examples';
import { trainModel } from './model';
import { sourceDigest } from './source-digest';

const started = Date.now();
const examples = readExamples();
const model = JSON.stringify(trainModel(examples, sourceDigest(exampleSource())), undefined, 2);
writeFileSync('bot/language-understanding/command-model.json', `${model}\n`);
console.log(`${examples.length} sentences, ${model.length} bytes, ${Date.now() - started} ms`);
