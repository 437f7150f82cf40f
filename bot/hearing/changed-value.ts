/** The value that a short message names beside nothing else, and the question before with that value in place of its own. */
import type { Question } from '../../cards/contract/question';
import { tellingWords } from '../language-understanding/utterance';
import type { Slots } from '../recognizers/slot-recognizer';
import { commandNamed } from '../intents/all-commands';
import type { Parameters } from '../intents/meaning';

/** What a message may change of a question: the competency or level, of whom or of what it is asked, or when. */
export type ValueKind = 'goal' | 'person' | 'credential' | 'time';

/** What stands before a length of time. */
const beforeTime: ReadonlySet<string> = new Set(['within', 'until', 'till', 'by', 'за', 'до', 'через', 'ate']);

/** The kind of the values, where they are of one kind, none of them is said twice and nothing stands beside them. */
export function kindOf(slots: Slots): ValueKind | undefined {
  const { rest, people, unknownNames, credentials, competencies, levels, day, period, span } = slots;
  if (unknownNames.length > 0 || tellingWords(rest).some(({ key }) => !beforeTime.has(key))) return undefined;
  const isOneEach = [people, credentials, competencies, levels].every(({ length }) => length <= 1);
  const isTimed = day !== undefined || period !== undefined || span !== undefined;
  const kinds: readonly (readonly [ValueKind, boolean])[] = [
    ['goal', competencies.length + levels.length > 0],
    ['person', people.length > 0],
    ['credential', credentials.length > 0],
    ['time', isTimed],
  ];
  const [only, ...others] = kinds.flatMap(([kind, isThere]) => (isThere ? [kind] : []));
  return isOneEach && others.length === 0 ? only : undefined;
}

/** The question, if its command takes these values. */
export function taken(ask: Question['ask'], values: Parameters): Question | undefined {
  const isTaken = Object.keys(values).length > 0 && commandNamed(ask)!.payload.safeParse(values).success;
  return isTaken ? ({ ask, ...values } as Question) : undefined;
}
