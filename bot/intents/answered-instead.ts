/** What is answered instead of the command that a sentence is most like, where that one would be of no use to who asks. */
import { asksWhoReplaces } from '../recognizers/event-recognizer';
import { isHearsay } from '../recognizers/words/hearsay';
import { isLeaveIntended } from '../recognizers/words/intention-words';
import { isLeaveToCome } from '../recognizers/words/leave-words';
import { oneself } from '../recognizers/people/person-lookup';
import { speaksOfRemoval } from '../recognizers/words/removal-words';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import { tellingWords, tokenize } from '../language-understanding/utterance';
import { isCalendarDate } from '../../domain/basics/date';
import { interpret } from './command-values';
import { isDenied } from './denied-order';
import type { Meaning } from './meaning';
import { lookedUp, personIn, subjectsIn } from './named-people';
import { lacking, type Understanding } from './understanding';

/**
 * What somebody else has done is not recorded for the one who says so, and when the certification of one person expires is told in their
 * record. The other cases are told at their rules.
 */
export function answeredInstead(heard: Understanding, slots: Slots, context: SlotContext): Understanding {
  const { meaning } = heard;
  if (heard.missing?.ask === 'left' && isNotSure(slots, context)) return supposed(heard, slots, context);
  if (!meaning) return heard.missing || heard.isElsewhere ? heard : ofOnePerson(heard, slots, context);
  if (meaning.ask === 'left' && isNotSure(slots, context)) return supposed(heard, slots, context);
  if (meaning.ask === 'completed' && isToCome(meaning, context)) return supposed(heard, slots, context);
  if (takenForStandIn.has(meaning.ask) && isOfStandIn(slots)) return standIn(heard, slots);
  if (meaning.ask === 'forget' && meaning.parameters['person'] !== oneself && speaksOfRemoval(slots.said))
    return leftOrForgotten(meaning);
  const one = meaning.ask === 'expiring' && isSurelyOfOne(slots) ? personIn(slots) : undefined;
  if (one !== undefined) return { ...heard, meaning: { ask: 'person', parameters: { person: one } } };
  return { ...heard, meaning: lookedUp(meaning.ask, slots) ?? withShownFigure(meaning) };
}

/** One person is written as names are, and no time is named until which it is asked: then it is hardly asked of everybody. */
function isSurelyOfOne({ said, people: [one, ...others], day, period, span }: Slots): boolean {
  if (one === undefined || others.length > 0 || day || period || span) return false;
  return /^[\p{Lu}\p{sc=Han}]/u.test(said.slice(one.start, one.end));
}

/** What is not sure, and is said of one person alone: who could replace them, or that they are to be taken off. */
function ofOnePerson(heard: Understanding, slots: Slots, context: SlotContext): Understanding {
  const [person, ...others] = subjectsIn(slots);
  if (person === undefined || others.length > 0) return heard;
  if (isNotSure(slots, context) && heard.also.some(({ ask }) => ask === 'what-if'))
    return supposed(heard, slots, context);
  if (isOfStandIn(slots)) return standIn(heard, slots);
  return isRemovalAlone(slots) ? leftOrForgotten({ ask: 'left', parameters: { person } }) : heard;
}

/** "Can you remove Yuki?": hardly anything is said beside it, and nothing that is only asked. */
function isRemovalAlone({ said, rest, credentials, competencies }: Slots): boolean {
  if (credentials.length + competencies.length > 0 || tellingWords(rest).length > mostBesideRemoval) return false;
  return speaksOfRemoval(said) && !doubting.test(said);
}

/** The word itself, and "from the list". */
const mostBesideRemoval = 2;
const doubting =
  /(?<!\p{L})(?:should|shall|стоит|надо ли|devo|devemos|deveria)(?!\p{L})|['’]s (?!record)\p{L}|[该該要]不[该該要]|的(?:邮箱|郵箱|信箱|账号|帳號)/iu;

/** Whether it is only intended, or heard of, that somebody is to leave. A denial of it is explained. */
function isNotSure({ said, day }: Slots, { vocabulary }: SlotContext): boolean {
  const isHeardOf = isHearsay(said) && isLeaveToCome(said, day?.said);
  return (isHeardOf || isLeaveIntended(said)) && !isDenied(tokenize(said, vocabulary.lexicon));
}

/** "Will take AZ-104 tomorrow": nothing has been earned yet. */
function isToCome({ parameters: { on } }: Meaning, { today }: SlotContext): boolean {
  return typeof on === 'string' && isCalendarDate(on) && on > today;
}

/** What may or will be is not recorded: it is told what would follow from it. */
function supposed(heard: Understanding, slots: Slots, context: SlotContext): Understanding {
  const what = { ask: 'what-if', sure: heard.sure };
  const found = interpret(what, slots, context);
  if ('meaning' in found) return { ...what, meaning: found.meaning, isElsewhere: false, also: [] };
  return found.missing === 'events' ? heard : lacking(what, found);
}

/** Who could replace somebody is told by what would be without them: the cheapest repairs name those who come nearest. */
function standIn(heard: Understanding, slots: Slots): Understanding {
  const [person] = subjectsIn(slots);
  return { ...heard, meaning: { ask: 'what-if', parameters: { events: [{ kind: 'leaves', person }] } } };
}

/** For what the scorer takes a question about a stand-in. */
const takenForStandIn: ReadonlySet<string> = new Set(['admins', 'key-people']);

function isOfStandIn(slots: Slots): boolean {
  return subjectsIn(slots).length === 1 && slots.competencies.length === 0 && asksWhoReplaces(slots.said);
}

/** "Remove Owen" may say that he has left; to erase his record cannot be taken back, so it is asked and stands second. */
function leftOrForgotten({ parameters }: Meaning): Understanding {
  return {
    isElsewhere: false,
    sure: 0,
    isChoice: true,
    also: [
      { ask: 'left', parameters },
      { ask: 'forget', parameters },
    ],
  };
}

/** A figure without a value is not recorded but shown, with how one is recorded. */
export function withShownFigure(meaning: Meaning): Meaning {
  const { metric, value } = meaning.parameters;
  return meaning.ask === 'figure' && value === undefined ? { ask: 'figures', parameters: { metric } } : meaning;
}
