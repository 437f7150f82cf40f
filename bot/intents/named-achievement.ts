/** Which certification somebody has earned or does not hold, as the values of a command: whose it is, and since when. */
import { isEveryday } from '../language-understanding/everyday-words';
import { isEndOfValidity } from '../recognizers/days/bound-words';
import { oneself } from '../recognizers/people/person-lookup';
import { speaksOfAnother } from '../recognizers/people/unnamed-person';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import { Lacking, type Parameters } from './meaning';
import { oneCredential } from './named-credential';
import { withDay } from './named-day';
import { nameLeft, namesIn, oneOf, personIn, subjectsIn } from './named-people';
import { holdingIn } from './supposed-events';

/** Who has earned what, or has not; asked where several people, or several certifications of one, may be meant. */
export function achievement(slots: Slots, context: SlotContext, isDated: boolean): Parameters | Lacking {
  const dated = (about: Parameters) => (isDated ? earnedOn(about, slots, context) : about);
  const earned = earnedIn(slots);
  if (earned.length > 1) return oneOf('person', earned.map(dated));
  const [pair] = earned;
  if (pair) return dated(pair);
  const found = oneCredential(slots, context);
  const named =
    personIn(slots) ?? (slots.credentials.length > 0 ? (nameLeft(slots) ?? nameInSmallLetters(slots)) : undefined);
  if (named === undefined && speaksOfAnother(slots.said))
    return new Lacking('person', { known: found instanceof Lacking ? {} : besideWhom(found, dated) });
  const person = named ?? oneself;
  if (found instanceof Lacking && found.either.length === 0) return found;
  if (found instanceof Lacking)
    return oneOf(
      found.parameter,
      found.either.map((one) => dated({ ...one, person })),
    );
  return dated({ ...found, person });
}

/** The certification, with its day where that is sure. */
function besideWhom(about: Parameters, dated: (about: Parameters) => Parameters | Lacking): Parameters {
  const whole = dated(about);
  return whole instanceof Lacking ? about : whole;
}

const beside =
  /xqcredxq (?:(?:from|for|of|у|для|d[eoa]) )?(?<behind>\p{L}{4,})|(?<!\p{L})(?:у|from|d[eoa]) (?<before>\p{L}{4,}) xqcredxq/u;

/** "drop sc-300 deshawn", "dp-300 у зарины": a word beside the certification that people use for nothing else may be whose it is. */
function nameInSmallLetters({ masked }: Slots): string | undefined {
  const { behind, before } = beside.exec(masked)?.groups ?? {};
  const word = behind ?? before;
  return word === undefined || word.startsWith('xq') || isEveryday(word) ? undefined : word;
}

/** Each certification with those whom the sentence names with it, where it is about several people. */
function earnedIn(slots: Slots): readonly Parameters[] {
  const subjects = subjectsIn(slots);
  const [credential, ...others] = slots.credentials;
  if (subjects.length < 2 || credential === undefined) return [];
  // One certification may be everybody's who is named, however the sentence joins them.
  if (others.length === 0) return subjects.map((person) => ({ credential, person }));
  return holdingIn(slots, namesIn(slots), undefined).held.filter(({ person }) => subjects.includes(person));
}

function earnedOn(about: Parameters, slots: Slots, context: SlotContext): Parameters | Lacking {
  const { day, said } = slots;
  if (day && isEndOfValidity(said.slice(0, said.indexOf(day.said))))
    return new Lacking('on', { said: day.said, known: about, isSpan: true });
  return withDay({ slots, context, name: 'on', past: true }, about);
}
