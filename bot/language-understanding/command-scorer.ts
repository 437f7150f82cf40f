/** The command scorer says which commands a sentence is most like, by the example sentences it was trained on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { featuresOf } from './features';
import { placeFrom } from './sorted-search';

/** What a sentence may ask for: a command, `none` for what is not Laurel's, `null` where it leaves open what is asked. */
export interface RankedCommand {
  readonly ask: string;
  /** Of `help`: the command that is asked about. */
  readonly topic?: string;
  /** 0 to 1; all of them add up to 1. */
  readonly sure: number;
}

/** A model, unpacked. */
interface Weights {
  readonly labels: readonly string[];
  /** The features that have weights, in ascending order: a table of all features would take eight megabytes. */
  readonly features: Uint32Array;
  /** Where the weights of each of them begin in `owners` and `sizes`, and at the end how many there are. */
  readonly starts: Uint32Array;
  /** The label of each weight, and its size in steps. */
  readonly owners: Uint8Array;
  readonly sizes: Int8Array;
  readonly step: number;
}

/** Says which commands a sentence may mean, the likeliest first; values may stand in it as slot marks. */
export type Ranking = (text: string) => readonly RankedCommand[];

let loaded: Ranking | undefined;

/** The commands that a sentence may mean by the model that comes with Laurel, the likeliest first. */
export function rankCommands(text: string): readonly RankedCommand[] {
  loaded ??= rankingBy(readModel(join(__dirname, 'command-model')));
  return loaded(text);
}

/** The model in a folder, as `npm run train` writes it. */
function readModel(folder: string): Model {
  const index = JSON.parse(readFileSync(join(folder, modelIndex), 'utf8')) as ModelIndex;
  return { ...index, weights: readFileSync(join(folder, modelWeights)) };
}

/** The ranking that a model makes. */
export function rankingBy(model: Model): Ranking {
  const weights = unpacked(model);
  const named = weights.labels.map(labelOf);
  return (text) => {
    const shares = sharesOf(featuresOf(text), weights);
    return named.map((label, at) => ({ ...label, sure: shares[at]! })).sort((one, other) => other.sure - one.sure);
  };
}

/** How a sentence is shared out among the labels. */
function sharesOf(sentence: readonly number[], model: Weights): Float64Array {
  const { labels, features, starts, owners, sizes, step } = model;
  const scores = new Float64Array(labels.length);
  const scale = step / Math.sqrt(Math.max(1, sentence.length));
  for (const feature of sentence) {
    const place = placeFrom(feature, features);
    if (features[place] !== feature) continue;
    const end = starts[place + 1]!;
    for (let at = starts[place]!; at < end; at += 1) scores[owners[at]!]! += sizes[at]! * scale;
  }
  return softmax(scores);
}

function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The file of a model's folder that says what its weights mean, and that of the weights. */
export const modelIndex = 'index.json';
export const modelWeights = 'command.weights';

/** What stands beside the weights of a model. */
export interface ModelIndex {
  /** The digest of the sentences it was trained on. */
  readonly source: string;
  /** Every command, and with `help:` every command that is asked about. */
  readonly labels: readonly string[];
  readonly step: number;
  /** How many weights there are. */
  readonly count: number;
}

/** A whole model, with its weights packed. */
export interface Model extends ModelIndex {
  readonly weights: Buffer;
}

/** How many features there are: each has its gap, of which 255 goes on in the next byte, and how many weights it has. */
function featuresIn(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at += 2, count += 1) while (bytes[at] === 255) at += 1;
  return count;
}

/** Unpacks the weights; each gap of 255 goes on in the next byte. */
function unpacked({ labels, step, count: weights, weights: packed }: Model): Weights {
  const bytes = brotliDecompressSync(packed);
  const sizesFrom = bytes.length - weights;
  const ownersFrom = sizesFrom - weights;
  const count = featuresIn(bytes, ownersFrom);
  const features = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  let [feature, place, read] = [0, 0, 0];
  for (let at = 0; at < ownersFrom; at += 2) {
    for (; bytes[at] === 255; at += 1) feature += 255;
    feature += bytes[at]!;
    features[place] = feature;
    starts[place] = read;
    read += bytes[at + 1]!;
    place += 1;
  }
  starts[place] = read;
  return {
    labels,
    features,
    starts,
    owners: bytes.subarray(ownersFrom, sizesFrom),
    sizes: new Int8Array(bytes.buffer, bytes.byteOffset + sizesFrom, weights),
    step,
  };
}

function labelOf(label: string): { readonly ask: string; readonly topic?: string } {
  const [ask = '', topic] = label.split(':');
  return topic === undefined ? { ask } : { ask, topic };
}
