/** Bare values are a message that is a name, a certification or a competency and nothing else: each asks for what is most asked of it. */
import type { RankedCommand } from '../language-understanding/command-scorer';
import { tellingWords } from '../language-understanding/utterance';
import type { Slots } from '../recognizers/slot-recognizer';
import type { Meaning } from './meaning';
import { namesIn } from './named-people';
import { certain, isNothing } from './likelihood';

/**
 * A name alone asks for the record, a competency alone for its state, a certification alone for those who hold it; a name beside a
 * competency for why the person counts there or not.
 */
export function bareMeaning(slots: Slots): RankedCommand | undefined {
  const { people, unknownNames, credentials, competencies, day, period, masked } = slots;
  if (!isBare(slots) || day || period || slots.rest.words.length > 1 || /xq(?:metric|num)xq/u.test(masked))
    return undefined;
  if (unknownNames.length > 0) return undefined;
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

/**
 * Of bare values that may be asked about in several ways each way: "Anna AZ-104" (whether she has passed it, holds it or does not hold it
 * any more), "Tom, Priya". Beside a sign ("Anna AZ-104 ✅") it is not for this to tell.
 */
export function eitherOfBare(slots: Slots): readonly Meaning[] {
  const { said, rest, credentials, competencies, day, period, masked } = slots;
  const people = namesIn(slots);
  const [credential, ...more] = credentials;
  if (!rest.words.every(({ key }) => joining.has(key)) || !onlyWords.test(said)) return [];
  if (day || period || /xq(?:metric|num)xq/u.test(masked) || competencies.length + more.length > 0) return [];
  const [person, other, ...others] = people;
  if (person === undefined || others.length > 0) return [];
  if (credential === undefined)
    return other === undefined ? [] : people.map((one) => ({ ask: 'person', parameters: { person: one } }));
  if (other !== undefined) return [];
  return [
    { ask: 'completed', parameters: { credential, person } },
    { ask: 'person', parameters: { person } },
    { ask: 'remove', parameters: { credential, person } },
  ];
}

const joining: ReadonlySet<string> = new Set(['and', 'и', 'e', '和', '跟', '与', '與']);
const onlyWords = /^[\p{L}\p{M}\p{N}\s,，、.'’-]+$/u;

const unfinished =
  /(?<!\p{L})(?:vs\.?|versus|or|and|or if|ou|или|либо)[\s.…]*$|(?:跟|和|与|與|还是|還是|或者?)[\s.…]*$/iu;

/** "Infrastructure vs": what stands behind the last word was not sent. */
export function isUnfinished({ masked }: Slots): boolean {
  return unfinished.test(masked);
}
