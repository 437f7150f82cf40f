/** `same person <name>`: says that two records mean one person: a preview, then one record in place of two; for admins. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { possibleDuplicates } from '../../../domain/partner/namesake';
import { strongestFirst } from '../../../domain/partner/joined-person';
import type { Person } from '../../../domain/partner/person';
import { type Command } from '../command';
import { confirm, shortText } from '../payload-fields';
import { answersTo, type CorrectionTurn, type Proposed } from '../../corrections/correction-reply';
import { withoutPhrase, type Phrases } from '../../language/phrases';
import type { Utterance } from '../../language/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import { personNameIn } from '../../recognizers/person-argument';
import { recognizePeople } from '../../recognizers/person-match';

const hears: Phrases = {
  en: ['same person', 'the same person', 'is the same person'],
  'zh-CN': ['同一个人', '是同一个人'],
  'zh-TW': ['同一個人', '是同一個人'],
  'ru-RU': ['один человек', 'один и тот же человек'],
  'pt-BR': ['mesma pessoa', 'a mesma pessoa', 'é a mesma pessoa'],
};

function parse(utterance: Utterance): Question | Refusal | undefined {
  const rest = withoutPhrase(utterance, hears);
  if (!rest) return undefined;
  const person = personNameIn(rest.words);
  return person === '' ? { code: 'which-person', ask: 'same-person', nearest: [] } : { ask: 'same-person', person };
}

/** The two records that a button names; of a name that was typed, the first two that may be one person. */
function meant(
  { person, other }: Extract<Question, { ask: 'same-person' }>,
  people: readonly Person[],
): readonly Person[] {
  if (other === undefined) return possibleDuplicates(recognizePeople(person, people))[0]?.slice(0, 2) ?? [];
  return [person, other].flatMap((wanted) => people.find(({ id }) => id === wanted) ?? []);
}

async function propose(
  question: Extract<Question, { ask: 'same-person' }>,
  { request, services }: CorrectionTurn,
): Promise<Proposed> {
  const snapshot = await loadFactsSnapshot(request, services);
  const [one, two] = meant(question, snapshot.facts.people);
  if (!one || !two || one === two) return { refusal: { code: 'unknown-person', heard: question.person, nearest: [] } };
  const [before, other] = strongestFirst(one, two);
  const change = { kind: 'joined', person: before.id, before, other } as const;
  return { proposal: { question: { ask: 'same-person', person: before.id, other: other.id }, change }, snapshot };
}

/** `same person <name>`, and the button beside the names. */
export const samePerson: Command<'same-person'> = {
  name: 'same-person',
  phrases: hears,
  order: 225,
  access: { role: 'admin', scope: 'private' },
  payload: z.object({ person: shortText, other: shortText.optional(), confirm }),
  parse,
  ...answersTo(propose),
};
