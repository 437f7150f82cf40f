/** Trains the two heads of the command scorer on the same sentences: what they are about, and in which manner. */
import { mannerOf, topicLabelOf, type Model } from '../../bot/language-understanding/command-scorer';
import type { Example } from './examples';
import { trainHead, usual } from './softmax';

/** How many weights the head for the manner keeps. */
const mostOfManner = 35_000;

/** The model of these examples. */
export function trainModel(examples: readonly Example[], source: string): Model {
  const relabelled = (by: (label: string) => string) => examples.map((one) => ({ ...one, label: by(one.label) }));
  return {
    source,
    labels: [...new Set(examples.map(({ label }) => label))],
    heads: {
      topic: trainHead(relabelled(topicLabelOf)),
      manner: trainHead(relabelled(mannerOf), { ...usual, mostWeights: mostOfManner }),
    },
  };
}
