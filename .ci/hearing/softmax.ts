/** Trains the model of the command scorer: a softmax regression by stochastic gradient; the same examples make the same model. */
import { deflateRawSync } from 'node:zlib';
import type { ModelFile } from '../../bot/language-understanding/command-scorer';
import { featuresOf } from '../../bot/language-understanding/features';
import type { Example } from './examples';
import { seeded } from './random';

export interface Settings {
  readonly rounds: number;
  readonly learningRate: number;
  /** An error of a command's probability below this teaches nothing, which keeps most weights at zero. */
  readonly leastError: number;
  /** A feature that fewer sentences have is not looked at. */
  readonly leastSentences: number;
  /** How many weights are kept, the largest first, and to what they are rounded. */
  readonly mostWeights: number;
  readonly step: number;
  /** How many weights are left out at random while one sentence is learned, so that no single feature decides. */
  readonly dropped: number;
}

export const usual: Settings = {
  rounds: 8,
  learningRate: 0.5,
  leastError: 0.04,
  leastSentences: 3,
  mostWeights: 190_000,
  step: 0.2,
  dropped: 0.3,
};

interface Sample {
  readonly label: number;
  readonly rows: Int32Array;
  readonly weight: number;
}

interface Samples {
  readonly samples: readonly Sample[];
  /** The feature of each row of weights. */
  readonly features: readonly number[];
}

/** The weights of each feature for each label, feature by feature. */
function learn({ samples, features }: Samples, labels: number, settings: Settings): Float32Array {
  const { rounds, learningRate, leastError, dropped } = settings;
  const weights = new Float32Array(features.length * labels);
  const steps = new Float32Array(features.length * labels);
  const random = seeded(11);
  const order = samples.map((_, at) => at);
  const scores = new Float64Array(labels);
  for (let round = 0; round < rounds; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const at of order) {
      const { label, rows: all, weight } = samples[at]!;
      const rows = dropped > 0 && all.length > 3 ? all.filter(() => random() >= dropped) : all;
      const scale = 1 / Math.sqrt(rows.length || 1);
      scores.fill(0);
      for (const row of rows)
        for (let to = 0, from = row * labels; to < labels; to += 1) scores[to]! += weights[from + to]!;
      let highest = -Infinity;
      for (let to = 0; to < labels; to += 1) highest = Math.max(highest, (scores[to] = scores[to]! * scale));
      let sum = 0;
      for (let to = 0; to < labels; to += 1) sum += scores[to] = Math.exp(scores[to]! - highest);
      for (let to = 0; to < labels; to += 1) {
        const error = scores[to]! / sum - (to === label ? 1 : 0);
        if (Math.abs(error) < leastError) continue;
        const slope = error * weight * scale;
        for (const row of rows) {
          const one = row * labels + to;
          const square = (steps[one]! += slope * slope);
          weights[one]! -= (learningRate * slope) / (Math.sqrt(square) + 0.02);
        }
      }
    }
  }
  return weights;
}

function samplesOf(examples: readonly Example[], labels: readonly string[], leastSentences: number): Samples {
  const found = examples.map(({ text }) => featuresOf(text));
  const counts = new Map<number, number>();
  for (const own of found) for (const feature of own) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [...counts].filter(([, count]) => count >= leastSentences).map(([feature]) => feature);
  features.sort((one, other) => one - other);
  const rows = new Map(features.map((feature, at) => [feature, at]));
  const numbers = new Map(labels.map((label, at) => [label, at]));
  const samples = examples.map(({ label, weight }, at) => ({
    label: numbers.get(label)!,
    rows: Int32Array.from(found[at]!.flatMap((feature) => rows.get(feature) ?? [])),
    weight,
  }));
  return { samples: samples.filter((one) => one.rows.length > 0), features };
}

/** The model file of these examples. */
export function trainModel(examples: readonly Example[], source: string, settings: Settings = usual): ModelFile {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const samples = samplesOf(examples, labels, settings.leastSentences);
  const weights = learn(samples, labels.length, settings);
  const { mostWeights, step } = settings;
  const sizes = weights.map(Math.abs).filter((size) => size > step / 2);
  sizes.sort();
  const least = sizes.length > mostWeights ? sizes[sizes.length - mostWeights]! : step / 2;
  const bytes = packed(weights, samples.features, { labels: labels.length, least, step });
  return {
    source,
    labels,
    step,
    count: bytes.count,
    weights: deflateRawSync(bytes.bytes, { level: 9 }).toString('base64'),
  };
}

interface Packing {
  readonly labels: number;
  readonly least: number;
  readonly step: number;
}

/**
 * Each feature that matters: how far it is from the one before and how many weights it has; then the labels, then the weights of
 * all, each in a row of its own, because like numbers together are smaller when deflated.
 */
function packed(
  weights: Float32Array,
  features: readonly number[],
  { labels, least, step }: Packing,
): { readonly bytes: Buffer; readonly count: number } {
  const [places, owners, sizes]: readonly [number[], number[], number[]] = [[], [], []];
  let before = 0;
  features.forEach((feature, at) => {
    const telling = [...weights.subarray(at * labels, (at + 1) * labels)]
      .map((weight, label) => [label, Math.max(-127, Math.min(127, Math.round(weight / step))), weight] as const)
      .filter(([, rounded, weight]) => rounded !== 0 && Math.abs(weight) > least);
    if (telling.length === 0) return;
    let gap = feature - before;
    for (; gap >= 255; gap -= 255) places.push(255);
    places.push(gap, telling.length);
    owners.push(...telling.map(([label]) => label));
    sizes.push(...telling.map(([, rounded]) => rounded & 255));
    before = feature;
  });
  return { bytes: Buffer.from([...places, ...owners, ...sizes]), count: sizes.length };
}
