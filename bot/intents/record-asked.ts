/** A question whether or when something was done is answered by what is on record, and not by how it is done. */
import type { RankedCommand } from '../language-understanding/command-scorer';
import { isFactQuestion } from '../language-understanding/fact-question';
import { asksOnlyWhoLeft, peopleGroupIn } from '../recognizers/people-group';
import { speaksOfLeave } from '../recognizers/words/leave-words';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import { interpret } from './command-values';
import type { Meaning } from './meaning';
import { eitherReadingOf, sureEnough } from './likelihood';
import type { Understanding } from './understanding';

/** The command that tells what each of these has recorded. */
const tellingCommand: Readonly<Record<string, string>> = {
  left: 'person',
  completed: 'person',
  remove: 'person',
  step: 'onboarding',
  renewed: 'renewal',
  membership: 'membership',
  override: 'competency',
  'stop-alerts': 'alert-settings',
  'start-alerts': 'alert-settings',
};

/**
 * What is shown where a sentence asks for a fact, and would be taken for the action that records it, for how that is done, or for
 * either of them with what tells it.
 */
export function recordAsked(
  heard: Understanding,
  ranked: readonly RankedCommand[],
  { slots, context }: { readonly slots: Slots; readonly context: SlotContext },
): Understanding | undefined {
  if (asksWhoLeft(slots)) return { meaning: listOfLeft(slots), isElsewhere: false, sure: heard.sure, also: [] };
  const action = commandOf(heard) ?? (heard.isElsewhere ? undefined : (likelyAction(ranked) ?? ofLeave(slots)));
  const ask = action === undefined ? undefined : tellingCommand[action];
  if (ask === undefined || !isFactQuestion(slots)) return undefined;
  // What the sentence names would be recorded: without values the membership is only shown.
  if (ask === 'membership') return { meaning: { ask, parameters: {} }, isElsewhere: false, sure: heard.sure, also: [] };
  const found = interpret({ ask, sure: heard.sure }, slots, context);
  return 'meaning' in found ? { meaning: found.meaning, isElsewhere: false, sure: heard.sure, also: [] } : undefined;
}

/** Since the first day of the time that is named. */
function listOfLeft({ span }: Slots): Meaning {
  return { ask: 'people', parameters: { show: 'left', ...(span && { since: span.first }) } };
}

/** Whether nothing is asked but who has left: the list of people tells since when. */
function asksWhoLeft({ said, people, unknownNames, competencies, credentials }: Slots): boolean {
  if (people.length + unknownNames.length + competencies.length + credentials.length > 0) return false;
  return asksOnlyWhoLeft(said) && peopleGroupIn(said) === 'left';
}

/** What is understood, or what is explained. */
function commandOf({ meaning, missing }: Understanding): string | undefined {
  if (meaning?.ask !== 'help') return meaning?.ask ?? missing?.ask;
  return typeof meaning.parameters['topic'] === 'string' ? meaning.parameters['topic'] : undefined;
}

/** "When did Owen leave?": the words of a leave are enough where one person is named. */
function ofLeave({ said, people }: Slots): string | undefined {
  return people.length === 1 && speaksOfLeave(said) ? 'left' : undefined;
}

/** The likeliest action, where no reading of it is sure and all of them together are. */
function likelyAction(ranked: readonly RankedCommand[]): string | undefined {
  const [first] = ranked.flatMap(({ ask, topic = ask }) => (topic in tellingCommand ? [topic] : []));
  if (first === undefined) return undefined;
  const isLikely = eitherReadingOf(first, ranked) + eitherReadingOf(tellingCommand[first]!, ranked) >= sureEnough;
  return isLikely ? first : undefined;
}
