/** What is answered instead of the command that a sentence is most like, where that one would be of no use to who asks. */
import type { Slots } from '../recognizers/slot-recognizer';
import type { Meaning } from './meaning';
import { lookedUp, personIn } from './named-people';
import type { Understanding } from './understanding';

/**
 * What somebody else has done is not recorded for the one who says so, and when the certification of one person expires is told in their
 * record.
 */
export function answeredInstead(heard: Understanding, slots: Slots): Understanding {
  const { meaning } = heard;
  if (!meaning) return heard;
  const one = meaning.ask === 'expiring' && slots.people.length === 1 ? personIn(slots) : undefined;
  if (one !== undefined) return { ...heard, meaning: { ask: 'person', parameters: { person: one } } };
  return { ...heard, meaning: lookedUp(meaning.ask, slots) ?? withShownFigure(meaning) };
}

/** A figure without a value is not recorded but shown, with how one is recorded. */
export function withShownFigure(meaning: Meaning): Meaning {
  const { metric, value } = meaning.parameters;
  return meaning.ask === 'figure' && value === undefined ? { ask: 'figures', parameters: { metric } } : meaning;
}
