/** Suggestions: the commands that a sentence may mean, where none of them is sure. */
import type { RankedCommand } from '../language-understanding/command-scorer';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import { withShownFigure } from './answered-instead';
import { interpret } from './command-values';
import { isNothing, possible } from './likelihood';
import type { Meaning } from './meaning';
import type { SentenceRead, Understanding } from './understanding';

/** As many as a card offers. */
export const mostSuggested = 3;

/** Nothing is sure: what is near is offered. */
export function unsureOf(
  ranked: readonly RankedCommand[],
  { slots, context }: Pick<SentenceRead, 'slots' | 'context'>,
): Understanding {
  return { isElsewhere: false, sure: ranked[0]?.sure ?? 0, also: suggestionsOf(ranked, slots, context) };
}

/** Up to three different commands that are near in meaning and can be asked as they stand. */
function suggestionsOf(ranked: readonly RankedCommand[], slots: Slots, context: SlotContext): readonly Meaning[] {
  const near = ranked.filter((one) => !isNothing(one) && !isOutOfPlace(one)).slice(0, mostSuggested);
  const meanings = near.map((command) => {
    const found = interpret(command, slots, context);
    if (!('meaning' in found)) return { ask: command.ask, parameters: {} };
    return withShownFigure(found.meaning);
  });
  const keys = meanings.map((one) => JSON.stringify(one));
  return meanings.filter((_, at) => keys.indexOf(keys[at]!) === at);
}

/** What erases or joins records alarms who asked for something else, so it is only offered where it is likely. */
function isOutOfPlace({ ask, topic, sure }: RankedCommand): boolean {
  return topic === undefined && alarming.has(ask) && sure < possible;
}

const alarming: ReadonlySet<string> = new Set(['forget', 'forget-partner', 'readmit', 'same-person', 'remove']);
