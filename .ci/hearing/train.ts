/**
 * `npm run train`: makes the model of the command scorer from the example sentences; the same sentences make the same model.
 */
import { writeFileSync } from 'node:fs';
import { featuresOf } from '../../bot/language/features';
import { exampleSource, readExamples, seeded, type Example } from './examples';
import { sourceDigest } from './source-digest';

const rounds = 12;
const learningRate = 0.5;
/** An error of a command's probability below this teaches nothing, which keeps most weights at zero. */
const leastError = 0.04;
/** A feature that fewer sentences have is not looked at. */
const leastSentences = 3;
/** How many weights are kept, the largest first, and to what they are rounded. */
const mostWeights = 200_000;
const step = 0.1;

interface Sample {
  readonly label: number;
  readonly features: readonly number[];
  readonly weight: number;
}

/** A softmax regression by stochastic gradient with AdaGrad: a row of weights for each feature. */
function train(samples: readonly Sample[], labels: number): Map<number, Float64Array> {
  const weights = new Map<number, Float64Array>();
  const steps = new Map<number, Float64Array>();
  const row = (rows: Map<number, Float64Array>, feature: number): Float64Array => {
    const known = rows.get(feature) ?? new Float64Array(labels);
    rows.set(feature, known);
    return known;
  };
  const random = seeded(11);
  const order = samples.map((_, at) => at);
  for (let round = 0; round < rounds; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const at of order) {
      const { label, features, weight } = samples[at]!;
      const scale = 1 / Math.sqrt(features.length);
      const rows = features.map((feature) => row(weights, feature));
      const scores = new Float64Array(labels);
      for (const one of rows) for (let to = 0; to < labels; to += 1) scores[to]! += one[to]! * scale;
      const highest = Math.max(...scores);
      let sum = 0;
      for (let to = 0; to < labels; to += 1) sum += scores[to] = Math.exp(scores[to]! - highest);
      const errors = [...scores].map((score, to) => [to, score / sum - (to === label ? 1 : 0)] as const);
      const slopes = errors
        .filter(([, error]) => Math.abs(error) >= leastError)
        .map(([to, error]) => [to, error * weight * scale] as const);
      features.forEach((feature, index) => {
        const squares = row(steps, feature);
        const own = rows[index]!;
        for (const [to, slope] of slopes) {
          squares[to]! += slope * slope;
          own[to]! -= (learningRate * slope) / (Math.sqrt(squares[to]!) + 0.02);
        }
      });
    }
  }
  return weights;
}

function samplesOf(examples: readonly Example[], labels: readonly string[]): readonly Sample[] {
  const found = examples.map(({ text }) => featuresOf(text));
  const counts = new Map<number, number>();
  for (const feature of found.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return examples
    .map(({ label, weight }, at) => ({
      label: labels.indexOf(label),
      features: found[at]!.filter((feature) => counts.get(feature)! >= leastSentences),
      weight,
    }))
    .filter(({ features }) => features.length > 0);
}

const examples = readExamples();
const labels = [...new Set(examples.map(({ label }) => label))];
const started = Date.now();
const weights = train(samplesOf(examples, labels), labels.length);
const sizes = [...weights.values()]
  .flatMap((row) => [...row].map(Math.abs))
  .filter((size) => size > step / 2)
  .sort((one, other) => other - one);
const least = sizes[mostWeights] ?? step / 2;

/** Each feature that matters: the difference to the feature before, then its labels and weights, as small numbers. */
const numbers: number[] = [];
let before = 0;
let kept = 0;
for (const [feature, row] of [...weights].sort(([one], [other]) => one - other)) {
  const entries = [...row].map((weight, label) => [label, weight] as const);
  const telling = entries
    .filter(([, weight]) => Math.abs(weight) > least)
    .map(([label, weight]) => [label, Math.max(-127, Math.min(127, Math.round(weight / step)))] as const);
  if (telling.length === 0) continue;
  let gap = feature - before;
  while (gap >= 255) {
    numbers.push(255);
    gap -= 255;
  }
  numbers.push(gap, telling.length, ...telling.flatMap(([label, weight]) => [label, weight & 255]));
  kept += telling.length;
  before = feature;
}
const model = {
  source: sourceDigest(exampleSource()),
  labels,
  step,
  weights: Buffer.from(numbers).toString('base64'),
};
writeFileSync('bot/language/command-model.json', `${JSON.stringify(model)}\n`);
console.log(
  `${examples.length} sentences, ${labels.length} commands, ${weights.size} features, ${sizes.length} weights, ${kept} kept down to ${least.toFixed(2)}, ${numbers.length} bytes, ${Date.now() - started} ms`,
);
