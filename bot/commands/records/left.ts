/** `left <person> [date]`: records that a person left, or will leave; for admins. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { readDayArgument, dayIn } from '../../recognizers/days/day-argument';
import { findPersonArgument, isOurs, mayFollow, personNameIn } from '../../recognizers/people/person-argument';
import { findPhraseOf, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { confirm, namedDay, typed } from '../payload-fields';
import { answersTo, type CorrectionTurn, type Proposed } from '../../corrections/correction-reply';
import { recordFormReply } from '../../corrections/record-form';
import { without, type Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';

const hears: Phrases = {
  en: ['left', 'has left', 'leaves', 'is leaving', 'leaver', 'resigned', 'has resigned', 'quit'],
  'zh-CN': ['离职', '已离职', '离开了', '走了'],
  'zh-TW': ['離職', '已離職', '離開了'],
  'ru-RU': ['уволился', 'уволилась', 'ушел', 'ушла', 'увольняется', 'уходит'],
  'pt-BR': ['saiu', 'saída de', 'desligado', 'desligada', 'desligamento', 'demitido', 'demitida'],
};

/** "What is left for Gold" names no person: the text before the phrase must be a name or empty. */
function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const span = findPhraseOf(utterance, hears);
  if (!span || !speaksOfSomebody(utterance, span.start) || saysSomethingElse(without(utterance, span)))
    return undefined;
  return readDayArgument(utterance, reading, ({ on, rest }) => {
    const at = findPhraseOf(rest, hears)!;
    const person = personNameIn(rest.words.slice(0, at.start)) || personNameIn(rest.words.slice(at.end));
    return person === ''
      ? { code: 'which-person', ask: 'left', nearest: [] }
      : { ask: 'left', person, ...(on && { on }) };
  });
}

/** "Left to do" and "left for DevOps": every word beside the phrase is one of ours or fills. */
function saysSomethingElse(rest: Utterance): boolean {
  return isOurs(rest) || (rest.words.length > 0 && rest.words.every(({ fills }) => fills));
}

function speaksOfSomebody(utterance: Utterance, start: number): boolean {
  return start === 0 || (mayFollow(utterance, start) && personNameIn(utterance.words.slice(0, start)) !== '');
}

type Left = Extract<Question, { ask: 'left' }>;

async function propose(
  question: Left & { readonly person: string },
  { request, services }: CorrectionTurn,
): Promise<Proposed> {
  const text = services.text(request.locale);
  const snapshot = await loadFactsSnapshot(request, services);
  const on = dayIn(question.on, snapshot.asOf);
  const make = (person: string): Question => ({ ask: 'left', person, on });
  const found = await findPersonArgument(question.person, make, { snapshot, request });
  if ('refusal' in found) return found;
  const { id, leftOn } = found.person;
  if (leftOn === on) {
    const record = { label: text.say('button.person'), question: { ask: 'person', person: id } } as const;
    return { refusal: { code: 'already-so', nearest: [record] } };
  }
  const change = { kind: 'left', person: id, after: on, ...(leftOn && { before: leftOn }) } as const;
  const undated = question.on === undefined && ({ ask: 'left', person: id } as const);
  return { proposal: { question: make(id), change, ...(undated && { undated }) }, snapshot };
}

const answers = answersTo(propose);
const isComplete = (question: Left): question is Left & { readonly person: string } => question.person !== undefined;

/** `left <person> [date]`; a date to come announces it. */
export const left: Command<'left'> = {
  name: 'left',
  phrases: hears,
  order: 200,
  access: { role: 'admin', scope: 'private' },
  audited: 'corrected',
  payload: z.object({ person: typed, on: namedDay, confirm }),
  parse,
  previews: isComplete,
  answer: (question, request, services) =>
    isComplete(question) ? answers.answer(question, request, services) : recordFormReply(question, request, services),
  press: (question, request, services) =>
    isComplete(question) ? answers.press(question, request, services) : recordFormReply(question, request, services),
};
