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

/** One set of weights: how a sentence is shared out among its labels. */
interface Head {
  readonly labels: readonly string[];
  /** The features that have weights, in ascending order: a table of all features would take eight megabytes. */
  readonly features: Uint32Array;
  /** Where the weights of each of them begin in `entries`. */
  readonly starts: Uint32Array;
  /** For each feature: the number of its weights, then label and weight of each. */
  readonly entries: Int16Array;
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
  const read = (name: HeadName): HeadModel => ({
    ...index.heads[name],
    weights: readFileSync(join(folder, weightsOf(name))),
  });
  return { ...index, heads: { topic: read('topic'), manner: read('manner') } };
}

/** What a label is about. */
export function topicLabelOf(label: string): string {
  return label.startsWith('help:') ? label.slice('help:'.length) : label;
}

/** Whether a label is a question or order, asks how one is done, or is neither. */
export function mannerOf(label: string): string {
  if (label.startsWith('help')) return 'help';
  return label === 'none' || label === 'null' ? label : 'ask';
}

/**
 * The ranking that a model makes: what a sentence is about, and apart from that whether it asks for it or how it is done. So a how-to
 * question is known also of a command of which the examples have none.
 */
export function rankingBy({ labels, heads }: Model): Ranking {
  const [topic, manner] = [headOf(heads.topic), headOf(heads.manner)];
  const topics = labels.map((label) => topic.labels.indexOf(topicLabelOf(label)));
  const manners = labels.map((label) => manner.labels.indexOf(mannerOf(label)));
  const named = labels.map(labelOf);
  return (text) => {
    const features = featuresOf(text);
    const [about, how] = [sharesOf(features, topic), sharesOf(features, manner)];
    const joint = named.map((_, at) => about[topics[at]!]! * how[manners[at]!]!);
    const sum = joint.reduce((total, one) => total + one, 0);
    return named.map((label, at) => ({ ...label, sure: joint[at]! / sum })).sort((one, other) => other.sure - one.sure);
  };
}

function sharesOf(features: readonly number[], head: Head): Float64Array {
  const { labels, starts, entries, step } = head;
  const scores = new Float64Array(labels.length);
  const scale = step / Math.sqrt(Math.max(1, features.length));
  for (const feature of features) {
    const place = placeFrom(feature, head.features);
    if (head.features[place] !== feature) continue;
    const start = starts[place]!;
    const end = start + 2 * entries[start]!;
    for (let at = start + 1; at < end; at += 2) scores[entries[at]!]! += entries[at + 1]! * scale;
  }
  return softmax(scores);
}

function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** One head says what a sentence is about, the other in which manner. */
export const headNames = ['topic', 'manner'] as const;
type HeadName = (typeof headNames)[number];

/** The file of a model's folder that says what its weights mean. */
export const modelIndex = 'index.json';

/** The file of a model's folder that has the weights of a head. */
export function weightsOf(name: HeadName): string {
  return `${name}.weights`;
}

/** What stands beside the weights of a model. */
export interface ModelIndex {
  /** The digest of the sentences it was trained on. */
  readonly source: string;
  /** Every command, and with `help:` every command that is asked about. */
  readonly labels: readonly string[];
  readonly heads: Readonly<Record<HeadName, HeadIndex>>;
}

interface HeadIndex {
  readonly labels: readonly string[];
  readonly step: number;
  /** How many weights there are. */
  readonly count: number;
}

/** A head with its weights, packed. */
export interface HeadModel extends HeadIndex {
  readonly weights: Buffer;
}

/** A whole model. */
export interface Model extends ModelIndex {
  readonly heads: Readonly<Record<HeadName, HeadModel>>;
}

/** Unpacks the weights; each gap of 255 goes on in the next byte. */
function headOf(file: HeadModel): Head {
  const bytes = brotliDecompressSync(file.weights);
  const sizesFrom = bytes.length - file.count;
  const ownersFrom = sizesFrom - file.count;
  const [features, starts]: readonly [number[], number[]] = [[], []];
  const entries = new Int16Array(bytes.length);
  let [feature, to, read] = [0, 0, 0];
  for (let at = 0; at < ownersFrom; at += 2) {
    for (; bytes[at] === 255; at += 1) feature += 255;
    feature += bytes[at]!;
    const count = bytes[at + 1]!;
    features.push(feature);
    starts.push(to);
    entries[to] = count;
    for (let entry = 0; entry < count; entry += 1, read += 1) {
      entries[to + 1 + 2 * entry] = bytes[ownersFrom + read]!;
      entries[to + 2 + 2 * entry] = bytes.readInt8(sizesFrom + read);
    }
    to += 1 + 2 * count;
  }
  return {
    labels: file.labels,
    features: Uint32Array.from(features),
    starts: Uint32Array.from(starts),
    entries,
    step: file.step,
  };
}

function labelOf(label: string): { readonly ask: string; readonly topic?: string } {
  const [ask = '', topic] = label.split(':');
  return topic === undefined ? { ask } : { ask, topic };
}
