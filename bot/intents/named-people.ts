/** The people of a sentence as the values of a command: by the names on record, as they were typed, or the one who asks. */
import { spokenName } from '../../domain/partner/people/person';
import { slotMark } from '../language-understanding/features';
import { isEveryday } from '../language-understanding/everyday-words';
import { isInitial, personNameIn } from '../recognizers/people/person-argument';
import { oneself } from '../recognizers/people/person-lookup';
import { isRussianVerb } from '../recognizers/people/unknown-name';
import { isTelling, speaksOfAnother, speaksOfOneself, speaksOfOwnCount } from '../recognizers/people/unnamed-person';
import type { Slots } from '../recognizers/slot-recognizer';
import { Lacking, type Meaning, type Parameters } from './meaning';

/**
 * Nobody answers for another person: what somebody else has linked or booked is looked up where an admin records it or sees it.
 */
const lookedUpIn: Readonly<Record<string, string>> = { step: 'onboarding', booked: 'tasks', 'my-tasks': 'tasks' };

/** What is asked where the sentence is about somebody else's step or booking; undefined where it is not. */
export function lookedUp(ask: string, slots: Slots): Meaning | undefined {
  if (ask === 'step' && namesIn(slots).length > 0) return undefined;
  const list = lookedUpIn[ask];
  return list !== undefined && isAboutAnother(slots) ? { ask: list, parameters: {} } : undefined;
}

/** Whether somebody is named or spoken of, and the one who speaks is not. */
export function isAboutAnother(slots: Slots): boolean {
  return !speaksOfOneself(slots.said) && (namesIn(slots).length > 0 || speaksOfAnother(slots.said));
}

/** The one whose counting is asked about; undefined where it is the company's, or several are named. */
export function ofWhom(slots: Slots): string | undefined {
  const [person, ...others] = subjectsIn(slots);
  if (others.length > 0) return undefined;
  return person ?? (speaksOfOwnCount(slots.said) && !speaksOfAnother(slots.said) ? oneself : undefined);
}

/** The name on record; where several people bear it, what their names have in common, else as it was typed. */
function nameOf({ people }: Slots['people'][number], typed: string): string {
  const [first, ...others] = people.map(spokenName);
  if (first === undefined || others.length === 0) return first ?? typed;
  const shared = first.split(' ').filter((part) => others.every((name) => name.split(' ').includes(part)));
  return shared.length > 0 ? shared.join(' ') : typed;
}

/** Somebody whom a sentence names: by the name on record, or as it was typed of those who are not. */
export interface NamedPerson {
  readonly name: string;
  readonly typed: string;
  readonly isOnRecord: boolean;
}

/** Who is named, in the order of the text. */
export function peopleNamed({
  said,
  people,
  unknownNames,
}: Pick<Slots, 'said' | 'people' | 'unknownNames'>): readonly NamedPerson[] {
  const named = [
    ...people.map((one) => {
      const typed = said.slice(one.start, one.end);
      return { start: one.start, typed, name: nameOf(one, typed), isOnRecord: true };
    }),
    ...unknownNames.map(({ start, said: typed }) => ({ start, typed, name: typed, isOnRecord: false })),
  ];
  return named.sort((one, other) => one.start - other.start);
}

/** The sentence as it was typed, with a mark in the place of each name. */
export function besideNames({ said, people, unknownNames }: Slots): string {
  const places = [...people, ...unknownNames].sort((one, other) => other.start - one.start);
  return places.reduce(
    (text, { start, end }) => `${text.slice(0, start)}${slotMark('person')}${text.slice(end)}`,
    said.normalize('NFKC'),
  );
}

/** The names of those who are named, in the order of the text. */
export function namesIn(slots: Slots): readonly string[] {
  return peopleNamed(slots).map(({ name }) => name);
}

/** Those whom a sentence is about, each once: without who only tells of them, where others are left. */
export function subjectsIn(slots: Slots): readonly string[] {
  const names = namesIn(slots);
  const marks = [...slots.masked.matchAll(/xqpersonxq/gu)];
  const subjects = names.filter((_, at) => {
    const mark = marks[at];
    return mark === undefined || !isTelling(slots.masked.slice(mark.index + mark[0].length));
  });
  return [...new Set(subjects.length > 0 ? subjects : names)];
}

/** The values of a command about one person; where several are named it is asked which of them. */
export function ofOne(people: readonly string[], make: (person: string) => Parameters | Lacking): Parameters | Lacking {
  const [only, ...others] = people;
  if (only === undefined) return new Lacking('person', { known: besidePerson(make('')) });
  if (others.length === 0) return make(only);
  return oneOf('person', people.map(make));
}

/** What is known where only the person is missing. */
function besidePerson(values: Parameters | Lacking): Parameters {
  if (values instanceof Lacking) return {};
  const { person: _, ...others } = values;
  return others;
}

/** A lack of which of these is meant; they are offered where nothing else is missing for any of them. */
export function oneOf(parameter: string, readings: readonly (Parameters | Lacking)[]): Lacking {
  const whole = readings.filter((one): one is Parameters => !(one instanceof Lacking));
  return new Lacking(parameter, whole.length === readings.length ? { either: whole } : {});
}

/** Who is named, or the one who speaks of oneself; undefined where it is nobody or another. */
export function personIn(slots: Slots): string | undefined {
  const { said } = slots;
  return subjectsIn(slots)[0] ?? (speaksOfOneself(said) && !speaksOfAnother(said) ? oneself : undefined);
}

/** A name that no person on record has: the capitalised words that no command knows, without an everyday word that begins the sentence. */
export function nameLeft({ rest }: Slots): string | undefined {
  const isBegin = (at: number) => at === 0 && (isEveryday(rest.words[0]!.said) || isRussianVerb(rest.words[0]!.said));
  const isAbbreviated = (word: string) => /^\p{Lu}{2,}$/u.test(word) && isEveryday(word);
  const unknown = rest.words.filter(
    (word, at) =>
      isInitial(word, rest.words[at - 1]) ||
      (/^\p{Lu}/u.test(word.said) &&
        !isBegin(at) &&
        !isAbbreviated(word.said) &&
        !word.fills &&
        word.means.length === 0),
  );
  const name = personNameIn(unknown);
  return name === '' ? undefined : name;
}

/** Those whom the sentence is about: who is named, else the one who speaks of oneself, else another reading of its words. */
export function aboutIn(slots: Slots, instead?: string): readonly string[] {
  const subjects = subjectsIn(slots);
  const [one = instead] = subjects.length > 0 ? subjects : [personIn(slots)];
  return subjects.length > 1 ? subjects : one === undefined ? [] : [one];
}
