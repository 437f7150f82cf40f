/** `left <person> [date]`: records that somebody left, or will; for admins. */
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/view';
import { aboutDay, dayIn } from '../../recognizers/day-argument';
import { findSubject, isOurs, mayFollow, nameIn } from '../../recognizers/person-argument';
import { findHeard, type Command, type Phrases, type Reading } from '../command';
import { propose, replyAtOnce } from '../../corrections/correction-reply';
import { without, type Heard } from '../../language/utterance';
import { lookAtFacts } from '../../partner/partner-snapshot';
import { refused } from '../../context/reply';

const hears: Phrases = {
  en: ['left', 'has left', 'leaves', 'is leaving', 'leaver', 'resigned', 'has resigned', 'quit'],
  'zh-CN': ['离职', '已离职', '离开了', '走了'],
  'zh-TW': ['離職', '已離職', '離開了'],
  'ru-RU': ['уволился', 'уволилась', 'ушел', 'ушла', 'увольняется', 'уходит'],
  'pt-BR': ['saiu', 'saída de', 'desligado', 'desligada', 'desligamento', 'demitido', 'demitida'],
};

/** "What is left for Gold" speaks of nobody: what stands before the phrase must be a name, or nothing. */
function parse(heard: Heard, reading: Reading): Question | Refusal | undefined {
  const span = findHeard(heard, hears);
  if (!span || !speaksOfSomebody(heard, span.start) || saysSomethingElse(without(heard, span))) return undefined;
  return aboutDay(heard, reading, ({ on, rest }) => {
    const at = findHeard(rest, hears)!;
    const person = nameIn(rest.words.slice(0, at.start)) || nameIn(rest.words.slice(at.end));
    return person === ''
      ? { code: 'which-person', ask: 'left', nearest: [] }
      : { ask: 'left', person, ...(on && { on }) };
  });
}

/** "Left to do" and "left for DevOps": every word beside the phrase is one of ours or fills. */
function saysSomethingElse(rest: Heard): boolean {
  return isOurs(rest) || (rest.words.length > 0 && rest.words.every(({ fills }) => fills));
}

function speaksOfSomebody(heard: Heard, start: number): boolean {
  return start === 0 || (mayFollow(heard, start) && nameIn(heard.words.slice(0, start)) !== '');
}

/** `left <person> [date]`; a date to come announces it. */
export const left: Command<'left'> = {
  name: 'left',
  hears,
  isForAdmins: true,
  parse,
  async answer(question, ask, world) {
    const text = world.text(ask.locale);
    const atOnce = await replyAtOnce(question, 'person', { ask, world });
    if (atOnce) return atOnce;
    const look = await lookAtFacts(ask, world);
    const on = dayIn(question.on, look.asOf);
    const make = (person: string): Question => ({ ask: 'left', person, on });
    const found = await findSubject(question.person, make, { look, ask });
    if ('refusal' in found) return refused(found.refusal, text);
    const { id, leftOn } = found.person;
    if (leftOn === on) {
      const record = { label: text.say('button.person'), question: { ask: 'person', person: id } } as const;
      return refused({ code: 'already-so', nearest: [record] }, text);
    }
    const change = { kind: 'left', person: id, after: on, ...(leftOn && { before: leftOn }) } as const;
    return propose({ question: make(id), change, confirm: question.confirm }, look, { ask, world });
  },
};
