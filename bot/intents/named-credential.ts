/** The certification or exam of a sentence as the value of a command. */
import { leastAsked } from '../recognizers/least-asked';
import { personNameIn } from '../recognizers/people/person-argument';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import { Lacking, type Parameters } from './meaning';

/** The credentials that are asked about together; a lack where none is named. */
export function heldCredentials(slots: Slots, context: SlotContext): Parameters | Lacking {
  const { credentials, said } = slots;
  if (credentials.length < 2) return oneCredential(slots, context);
  const least = leastAsked(said);
  return { credential: credentials[0], credentials, ...(least !== undefined && { least }) };
}

/** The one credential that is named, also by its number alone; a lack where it is none or several. */
export function oneCredential({ credentials, rest, said }: Slots, context: SlotContext): Parameters | Lacking {
  const [only, ...others] = credentials;
  if (others.length > 0)
    return new Lacking('credential', { either: credentials.map((credential) => ({ credential })) });
  if (only !== undefined) return { credential: only };
  const byNumber = numberedLike(said, context);
  if (byNumber.length === 1) return { credential: byNumber[0] };
  if (byNumber.length > 1) return new Lacking('credential', { either: byNumber.map((credential) => ({ credential })) });
  const name = rest.words.filter(({ said: word, fills }) => /^[\p{Lu}\d]/u.test(word) && !fills);
  const typed = personNameIn(name);
  return typed === '' ? new Lacking('credential') : { credential: typed };
}

/**
 * `104`: the exams of the programme that end in a number that stands alone; the number itself where none does. `MS-700` is what it is,
 * also where no programme names it.
 */
export function numberedLike(said: string, { vocabulary: { programme } }: SlotContext): readonly string[] {
  const whole = /(?<![\p{L}\d-])(?:[a-z]{2,3}\d?|\d{2})-\d{3}(?![\d-])/iu.exec(said)?.[0];
  if (whole !== undefined) return [whole];
  const number = /(?<![\p{sc=Latn}\d-])\d{3}(?!\d)/u.exec(said)?.[0];
  if (number === undefined) return [];
  const ids = programme.credentials.filter(({ id }) => id.endsWith(`-${number}`)).map(({ id }) => id);
  return ids.length > 0 ? ids : [number];
}
