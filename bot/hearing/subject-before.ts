/** A pronoun means the one person, competency or certification of the question before: "she passed AZ-104", «чего ей не хватает», "who else has it?". */
import type { Question } from '../../cards/contract/question';
import { spokenName } from '../../domain/partner/people/person';
import { withNameForPronoun, type Referent } from '../language-understanding/pronouns';
import { competencyLabel } from '../language-understanding/vocabulary';
import { credentialLabel } from '../recognizers/credential-argument';
import { oneself } from '../recognizers/people/person-lookup';
import { recognizeSlots, type SlotContext } from '../recognizers/slot-recognizer';
import { commandNamed } from '../intents/all-commands';
import { understand } from '../intents/decision';
import { recognizeQuestion } from '../intents/grammar';
import { sureEnough } from '../intents/likelihood';
import type { Parameters } from '../intents/meaning';
import { namesIn } from '../intents/named-people';
import { taken } from './changed-value';

/** What a question is about, and under which name a sentence speaks of it. */
interface Subject {
  readonly referent: Referent;
  readonly name: string;
  /** The question that is asked in this name, if it is about the subject and nobody else: with the id, where a button carried one. */
  readonly asked: (question: Question) => Question | undefined;
}

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

/** What a message with a pronoun asks of the subject of the question before; undefined where it surely asks nothing of it. */
export function askedOfSubjectBefore(said: string, before: Question, context: SlotContext): Question | undefined {
  const subject = personOf(before, context) ?? thingOf(before, context);
  if (subject === undefined || namesIn(recognizeSlots(said, context)).length > 0) return undefined;
  return withNameForPronoun(said, subject.name, subject.referent)
    .map((way) => surelyAsked(way, context))
    .map((question) => question && subject.asked(question))
    .find((question) => question !== undefined);
}

function surelyAsked(said: string, context: SlotContext): Question | undefined {
  const { meaning, sure } = understand(said, context, recognizeQuestion(said, context));
  if (meaning === undefined || sure < sureEnough) return undefined;
  return taken(meaning.ask as Question['ask'], meaning.parameters);
}

function personOf(before: Question, context: SlotContext): Subject | undefined {
  const known = personAsked(before);
  if (known === undefined) return undefined;
  const onRecord = context.people.find(({ id }) => id === known);
  const [name = known] = namesIn(recognizeSlots(onRecord ? spokenName(onRecord) : known, context));
  const isSame = (asked: string | undefined) => asked?.toLowerCase() === name.toLowerCase();
  const asked = ({ ask, ...values }: Question) =>
    isSame(personAsked({ ask, ...values } as Question))
      ? taken(ask, withPerson(values, onRecord ? known : name))
      : undefined;
  return { referent: 'person', name, asked };
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

/** A competency or a certification. Nothing of it is recorded by a pronoun. */
function thingOf(before: Question, { vocabulary, locale }: SlotContext): Subject | undefined {
  const { competency, credential } = before as { readonly competency?: string; readonly credential?: string };
  const id = competency ?? credential;
  if (id === undefined) return undefined;
  const label = competency === undefined ? credentialLabel(id, vocabulary.programme) : undefined;
  const name = competency === undefined ? (label ?? id) : competencyLabel(vocabulary, competency, locale);
  const asked = (question: Question) => {
    const about = question as { readonly competency?: string; readonly credential?: string };
    const isShown = commandNamed(question.ask)?.previews?.(question) !== true;
    return isShown && (competency === undefined ? about.credential : about.competency) === id ? question : undefined;
  };
  return { referent: 'thing', name, asked };
}
