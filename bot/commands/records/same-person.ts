/** `same person <name>`: says that two records mean one person: a preview, then one record in place of two; for admins. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { apartCard } from '../../../cards/records/apart-card';
import { apartFrom, possibleDuplicates } from '../../../domain/partner/namesake';
import { withApart, type Partner } from '../../../domain/partner/partner';
import { strongestFirst } from '../../../domain/partner/joined-person';
import type { Person } from '../../../domain/partner/person';
import { type Command } from '../command';
import { confirm, shortText } from '../payload-fields';
import { answersTo, type CorrectionTurn, type Proposed } from '../../corrections/correction-reply';
import { withoutPhrase, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { updatePartner } from '../../partner/partner-update';
import type { AppServices } from '../../context/app-services';
import { refused, type Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
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

type SamePerson = Extract<Question, { ask: 'same-person' }>;

/** The two records that a button names; of a name that was typed, the first two that may be one person. */
function meant({ person, other }: SamePerson, { facts: { people }, partner }: FactsSnapshot): readonly Person[] {
  if (other === undefined)
    return possibleDuplicates(recognizePeople(person, people), partner.apart)[0]?.slice(0, 2) ?? [];
  return [person, other].flatMap((wanted) => people.find(({ id }) => id === wanted) ?? []);
}

async function propose(question: SamePerson, { request, services }: CorrectionTurn): Promise<Proposed> {
  const snapshot = await loadFactsSnapshot(request, services);
  const [one, two] = meant(question, snapshot);
  if (!one || !two || one === two) return { refusal: { code: 'unknown-person', heard: question.person, nearest: [] } };
  const [before, other] = strongestFirst(one, two);
  const change = { kind: 'joined', person: before.id, before, other } as const;
  return { proposal: { question: { ask: 'same-person', person: before.id, other: other.id }, change }, snapshot };
}

const answers = answersTo(propose);

/** Keeps that the two are two people, or takes that back. Throws {@link StoreUnavailable} as the store does. */
async function keepApart(question: SamePerson, request: TurnRequest, services: AppServices): Promise<Reply> {
  const snapshot = await loadFactsSnapshot(request, services);
  const text = services.text(request.locale);
  const [one, two] = meant(question, snapshot);
  if (!one || !two || one === two)
    return refused({ code: 'unknown-person', heard: question.person, nearest: [] }, text);
  const isApart = question.apart === true;
  const change = (partner: Partner) => withApart(partner, apartFrom(one, two), isApart);
  await updatePartner<never>(change, { request, services, known: snapshot.partner });
  services.log.info({ tenant: request.tenant, outcome: isApart ? 'apart' : 'undone' }, 'Two people were told apart.');
  return { name: 'apart', card: apartCard({ person: one.id, other: two.id, name: one.name, isApart }, text) };
}

/** `same person <name>`, and the button beside the names. */
export const samePerson: Command<'same-person'> = {
  name: 'same-person',
  phrases: hears,
  order: 225,
  access: { role: 'admin', scope: 'private' },
  audited: 'corrected',
  payload: z.object({ person: shortText, other: shortText.optional(), apart: z.boolean().optional(), confirm }),
  parse,
  previews: answers.previews,
  answer: answers.answer,
  press: (question, request, services) =>
    question.apart === undefined ? answers.press(question, request, services) : keepApart(question, request, services),
};
