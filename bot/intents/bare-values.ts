/** Bare values are a message that is a name, a certification or a competency and nothing else: each asks for what is most asked of it. */
import type { RankedCommand } from '../language-understanding/command-scorer';
import { tellingWords } from '../language-understanding/utterance';
import type { Slots } from '../recognizers/slot-recognizer';
import { certain, isNothing } from './likelihood';

/**
 * A name alone asks for the record, a competency alone for its state, a certification alone for those who hold it; a name beside a
 * competency for why the person counts there or not.
 */
export function bareMeaning(slots: Slots): RankedCommand | undefined {
  const { people, credentials, competencies, day, period, masked } = slots;
  if (!isBare(slots) || day || period || slots.rest.words.length > 1 || /xq(?:metric|num)xq/u.test(masked))
    return undefined;
  if (people.length === 1 && credentials.length === 0 && competencies.length === 0) return { ask: 'person', sure: 1 };
  if (competencies.length === 1 && people.length === 0 && credentials.length === 0)
    return { ask: 'competency', sure: 1 };
  if (credentials.length === 1 && people.length === 0 && competencies.length === 0)
    return { ask: 'who-holds', sure: 1 };
  if (people.length === 1 && competencies.length === 1 && credentials.length === 0) return { ask: 'why', sure: 1 };
  return undefined;
}

/** Whether nothing is said beside the values. */
function isBare({ rest }: Slots): boolean {
  return tellingWords(rest).length === 0;
}

/** "MS-102 done": the word beside a value says more than that the value is named. */
export function isMore({ rest }: Slots, bare: RankedCommand, first: RankedCommand | undefined): boolean {
  if (rest.words.length === 0 || first === undefined || isNothing(first)) return false;
  return first.topic === undefined && first.ask !== bare.ask && first.sure >= certain;
}
