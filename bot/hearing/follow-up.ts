/** A follow-up says only what differs from the question before: "and Gold?", "what about Owen?", or the day that was asked for. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import type { LastAsked } from '../context/asked-before';
import { correctionIn, sameForIn } from '../language-understanding/correction-words';
import { followUpIn } from '../language-understanding/follow-up-words';
import { hasPronoun } from '../language-understanding/pronouns';
import { tokenize } from '../language-understanding/utterance';
import { recognizeSlots, type SlotContext, type Slots } from '../recognizers/slot-recognizer';
import { interpret } from '../intents/command-values';
import { isDenied } from '../intents/denied-order';
import type { Parameters } from '../intents/meaning';
import { namesIn } from '../intents/named-people';
import { withDay } from '../intents/named-day';
import { kindOf, taken, type ValueKind } from './changed-value';
import { correctedOrder, isCorrectable } from './corrected-order';
import { askedOfSubjectBefore, personAsked } from './subject-before';

/** The questions that are asked again with another value, and of which kind it may be. Nothing of them is recorded. */
const variable: Readonly<Record<string, readonly ValueKind[]>> = {
  competency: ['goal'],
  requirements: ['goal'],
  why: ['goal'],
  plan: ['goal'],
  'key-people': ['goal'],
  person: ['person'],
  serves: ['credential'],
  'who-holds': ['credential'],
  expiring: ['time'],
  'what-changed': ['time'],
};

/** Whether the message after this question may be read with it. */
export function isFollowed(question: Question): boolean {
  return isVariable(question) || isCorrectable(question) || personAsked(question) !== undefined;
}

/** Whether a question may be asked again with another value. */
function isVariable({ ask }: Question): boolean {
  return ask in variable;
}

/** Whether a message may be a follow-up, before anything is read of it. */
export function mayFollowUp(said: string, { asking }: LastAsked): boolean {
  const isShort = said.length <= longestFollowUp;
  const isChange = [followUpIn, correctionIn, sameForIn].some((find) => find(said) !== undefined);
  return isShort && (asking !== undefined || isChange || hasPronoun(said));
}

/** In characters: more than that is a sentence of its own. */
const longestFollowUp = 80;

/** The question that a message asks together with what was asked before; undefined where it is not such a message. */
export function followUp(said: string, { question, asking }: LastAsked, context: SlotContext): Question | undefined {
  if (asking) return dayAnswered(said, asking, context);
  if (!question) return undefined;
  const changedOf = isVariable(question) ? askedAnew : correctedOrder;
  return changedOf(said, question, context) ?? askedOfSubjectBefore(said, question, context);
}

function askedAnew(said: string, question: Question, context: SlotContext): Question | undefined {
  const rest = followUpIn(said) ?? correctionIn(said) ?? sameForIn(said);
  if (rest === undefined || isDenied(tokenize(rest, context.vocabulary.lexicon))) return undefined;
  return changed(question, recognizeSlots(rest, context), context);
}

/** The question with the value that was said in place of its own; undefined where it is not sure which is meant. */
function changed({ ask, ...own }: Question, slots: Slots, context: SlotContext): Question | undefined {
  const kind = kindOf(slots);
  if (kind === undefined || !variable[ask]!.includes(kind)) return undefined;
  if (kind === 'goal') {
    const [competency] = slots.competencies;
    const [level] = slots.levels;
    return taken(ask, { ...withoutPage(own), ...(competency && { competency }), ...(level && { level }) });
  }
  const [person] = namesIn(slots);
  if (kind === 'person') return taken(ask, { person });
  const found = interpret({ ask, sure: 1 }, slots, context);
  if (!('meaning' in found)) return undefined;
  const { until } = found.meaning.parameters;
  // Nothing expires on a day that has been: that would be a false all-clear.
  return typeof until === 'string' && until < context.today ? undefined : taken(ask, found.meaning.parameters);
}

function withoutPage({ page: _, ...values }: Parameters): Parameters {
  return values;
}

/** The question whose day was asked for, where a message is nothing but a day. What would be recorded is still only previewed. */
function dayAnswered(
  said: string,
  { question, field }: NonNullable<LastAsked['asking']>,
  context: SlotContext,
): Question | undefined {
  const slots = recognizeSlots(said, context);
  if (!slots.day || kindOf(slots) !== 'time') return undefined;
  const read = withDay({ slots, context, name: 'on', ahead: field === 'until' || question.ask === 'what-if' }, {});
  const on = 'on' in read ? read.on : undefined;
  const { ask, ...values } = question;
  return on === undefined ? undefined : taken(ask, { ...values, [field]: on });
}

/** "Why not gold?": the competency that is missing is the one that was asked about before. Of what would be recorded it is asked. */
export function withCompetencyBefore(
  refusal: Refusal,
  said: string,
  { last: { question }, context }: { readonly last: LastAsked; readonly context: SlotContext },
): Question | undefined {
  if (refusal.code !== 'which-competency' || (refusal.ask !== 'why' && refusal.ask !== 'requirements'))
    return undefined;
  if (!question || !isVariable(question) || !('competency' in question) || !question.competency) return undefined;
  const slots = { ...recognizeSlots(said, context), competencies: [question.competency] };
  const found = interpret({ ask: refusal.ask, sure: 1 }, slots, context);
  return 'meaning' in found ? taken(refusal.ask, found.meaning.parameters) : undefined;
}
