/** A pronoun means the one person of the question before: "she passed AZ-104", «что если он уйдёт», after that person's record. */
import type { Question } from '../../cards/contract/question';
import { spokenName } from '../../domain/partner/people/person';
import { withNameForPronoun } from '../language-understanding/pronouns';
import { oneself } from '../recognizers/people/person-lookup';
import { recognizeSlots, type SlotContext } from '../recognizers/slot-recognizer';
import { understand } from '../intents/decision';
import { recognizeQuestion } from '../intents/grammar';
import { sureEnough } from '../intents/likelihood';
import type { Parameters } from '../intents/meaning';
import { namesIn } from '../intents/named-people';
import { taken } from './changed-value';

/** The one person whom a question is about, by id or as typed; undefined where it is nobody, oneself or several. */
export function personAsked({ ask: _, ...values }: Question): string | undefined {
  const { person, people, events } = values as {
    readonly person?: string;
    readonly people?: readonly string[];
    readonly events?: readonly { readonly person?: string }[];
  };
  const all = new Set([person, ...(people ?? []), ...(events ?? []).map((event) => event.person)]);
  const [only, ...others] = [...all].filter((one) => one !== undefined);
  return others.length === 0 && only !== oneself ? only : undefined;
}

/** Whether a message speaks of somebody by a pronoun. */
export function mayMeanPersonBefore(said: string): boolean {
  return withNameForPronoun(said, '').length > 0;
}

/** What a message with a pronoun asks of the person of the question before; undefined where it surely asks nothing of one person. */
export function askedOfPersonBefore(said: string, before: Question, context: SlotContext): Question | undefined {
  const known = personAsked(before);
  if (known === undefined || namesIn(recognizeSlots(said, context)).length > 0) return undefined;
  const onRecord = context.people.find(({ id }) => id === known);
  const [name = known] = namesIn(recognizeSlots(onRecord ? spokenName(onRecord) : known, context));
  return withNameForPronoun(said, name)
    .map((way) => askedOf({ person: onRecord ? known : name, name, said: way }, context))
    .find((question) => question !== undefined);
}

interface OfPerson {
  /** By id, where a button carried it: of two people of one name it is that one. */
  readonly person: string;
  readonly name: string;
  /** The message with the name in the place of the pronoun. */
  readonly said: string;
}

function askedOf({ person, name, said }: OfPerson, context: SlotContext): Question | undefined {
  const { meaning, sure } = understand(said, context, recognizeQuestion(said, context));
  if (meaning === undefined || sure < sureEnough) return undefined;
  const question = taken(meaning.ask as Question['ask'], meaning.parameters);
  const asked = question && personAsked(question);
  if (asked === undefined || asked.toLowerCase() !== name.toLowerCase()) return undefined;
  return taken(question!.ask, withPerson(meaning.parameters, person));
}

function withPerson(values: Parameters, person: string): Parameters {
  const { people, events } = values as { readonly people?: unknown; readonly events?: readonly object[] };
  return {
    ...values,
    ...('person' in values && { person }),
    ...(people !== undefined && { people: [person] }),
    ...(events && { events: events.map((event) => ('person' in event ? { ...event, person } : event)) }),
  };
}
