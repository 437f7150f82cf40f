/** Trains the model of the command scorer: a softmax regression by stochastic gradient; the same examples make the same model. */
import { brotliCompressSync, constants } from 'node:zlib';
import type { Model } from '../../bot/language-understanding/command-scorer';
import { featuresOf } from '../../bot/language-understanding/features';
import type { Example } from './examples';
import { seeded, type Random } from './random';

interface Settings {
  /** How often all sentences are learned before each pruning. */
  readonly rounds: readonly number[];
  /** How many times as many weights as in the end are kept by each pruning. */
  readonly surplus: readonly number[];
  readonly learningRate: number;
  /** How likely another command is taken to be than the one that the author meant: two people seldom agree on all sentences. */
  readonly doubt: number;
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

const usual: Settings = {
  rounds: [8, 6, 8],
  surplus: [3, 1, 1],
  learningRate: 0.7,
  doubt: 0.06,
  leastError: 0.04,
  leastSentences: 2,
  mostWeights: 720_000,
  step: 0.8,
  dropped: 0.5,
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

/** The weights of each feature for each label, feature by feature, and how far each was moved. */
interface Learned {
  readonly weights: Float32Array;
  readonly steps: Float32Array;
  /** 1 where a weight is no longer used. */
  readonly pruned: Uint8Array;
}

/**
 * Learns, leaves out the small weights, and learns on with the others, so that these make up for what was left out; a part of the
 * rounds each.
 */
function learn({ samples, features }: Samples, labels: number, settings: Settings): Float32Array {
  const size = features.length * labels;
  const learned = { weights: new Float32Array(size), steps: new Float32Array(size), pruned: new Uint8Array(size) };
  const random = seeded(11);
  settings.rounds.forEach((rounds, at) => {
    for (let round = 0; round < rounds; round += 1) learnRound(samples, learned, { labels, settings, random });
    prune(learned, settings.mostWeights * settings.surplus[at]!);
  });
  return learned.weights;
}

/** Leaves out all weights but the largest `most`. */
function prune({ weights, pruned }: Learned, most: number): void {
  const sizes = weights.map(Math.abs).filter((size) => size > 0);
  sizes.sort();
  const least = sizes.length > most ? sizes[sizes.length - most]! : 0;
  weights.forEach((weight, at) => {
    if (Math.abs(weight) >= least) return;
    weights[at] = 0;
    pruned[at] = 1;
  });
}

interface Round {
  readonly labels: number;
  readonly settings: Settings;
  readonly random: Random;
}

function learnRound(samples: readonly Sample[], learned: Learned, { labels, settings, random }: Round): void {
  const { weights, steps, pruned } = learned;
  const { learningRate, leastError, dropped, doubt } = settings;
  const scores = new Float64Array(labels);
  for (const at of shuffled(samples.length, random)) {
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
      const error = scores[to]! / sum - (to === label ? 1 - doubt : doubt / (labels - 1));
      if (Math.abs(error) < leastError) continue;
      const slope = error * weight * scale;
      for (const row of rows) {
        const one = row * labels + to;
        if (pruned[one] === 1) continue;
        const square = (steps[one]! += slope * slope);
        weights[one]! -= (learningRate * slope) / (Math.sqrt(square) + 0.02);
      }
    }
  }
}

function shuffled(length: number, random: Random): readonly number[] {
  const order = [...Array(length).keys()];
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
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

/** The model that these examples make; `source` is the digest of the files they come from. */
export function trainModel(examples: readonly Example[], source: string): Model {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const { leastSentences, mostWeights, step } = usual;
  const samples = samplesOf(examples, labels, leastSentences);
  const weights = learn(samples, labels.length, usual);
  const sizes = weights.map(Math.abs).filter((size) => size > step / 2);
  sizes.sort();
  const least = sizes.length > mostWeights ? sizes[sizes.length - mostWeights]! : step / 2;
  const { bytes, count } = packed(weights, samples.features, { labels: labels.length, least, step });
  return { source, labels, step, count, weights: compressed(bytes) };
}

/** In a window of 256 KB: the bot takes as much memory to unpack it, and a larger one makes it hardly smaller. */
export function compressed(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 18 } });
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
