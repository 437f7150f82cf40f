/** Trains the three heads of the command scorer on the same sentences: the whole command, its topic, and the manner of the sentence. */
import { mannerOf, topicOf, type ModelFile } from '../../bot/language-understanding/command-scorer';
import type { Example } from './examples';
import { trainHead, usual } from './softmax';

/** How many weights the smaller heads keep. */
const mostOfTopic = 120_000;
const mostOfManner = 15_000;

/** The model file of these examples. */
export function trainModel(examples: readonly Example[], source: string): ModelFile {
  const relabelled = (by: (label: string) => string) => examples.map((one) => ({ ...one, label: by(one.label) }));
  return {
    source,
    heads: {
      command: trainHead(examples),
      topic: trainHead(relabelled(topicOf), { ...usual, mostWeights: mostOfTopic }),
      manner: trainHead(relabelled(mannerOf), { ...usual, mostWeights: mostOfManner }),
    },
  };
}
