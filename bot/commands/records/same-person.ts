/** `same person <name> [and <name>]`: says that two records mean one person: a preview, then one record in place of two; for admins. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { apartCard } from '../../../cards/records/apart-card';
import { apartFrom, possibleDuplicates } from '../../../domain/partner/people/namesake';
import { withApart, type Partner } from '../../../domain/partner/partner';
import { strongestFirst } from '../../../domain/partner/people/joined-person';
import type { Person } from '../../../domain/partner/people/person';
import { type Command } from '../command';
import { confirm, shortText } from '../payload-fields';
import { answersTo, type CorrectionTurn, type Proposed } from '../../corrections/correction-reply';
import { isHan } from '../../language-understanding/message-text';
import { withoutPhrase, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { updatePartner } from '../../partner/partner-update';
import type { AppServices } from '../../context/app-services';
import { refused, type Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import { personNameIn } from '../../recognizers/people/person-argument';
import { mostCandidates } from '../../../cards/contract/refusal';
import { findAmong } from '../../recognizers/people/person-lookup';
import { recognizePeople } from '../../recognizers/people/person-match';

const hears: Phrases = {
  en: [
    'same person',
    'the same person',
    'is the same person',
    'are the same person',
    'duplicates',
    'duplicate records',
  ],
  'zh-CN': ['同一个人', '是同一个人', '重复的记录'],
  'zh-TW': ['同一個人', '是同一個人', '重複的紀錄'],
  'ru-RU': ['один человек', 'один и тот же человек', 'одно и то же лицо', 'дубликаты'],
  'pt-BR': ['mesma pessoa', 'a mesma pessoa', 'é a mesma pessoa', 'são a mesma pessoa', 'registros duplicados'],
};

/** What stands between two names. */
const betweenNames = new Set(['as', 'and', 'with', '和', '与', '與', '跟', 'и', 'с', 'e', 'como', 'com', 'que']);

function parse(utterance: Utterance): Question | undefined {
  const rest = withoutPhrase(utterance, hears);
  if (!rest) return undefined;
  const [person, other] = namesIn(rest);
  return { ask: 'same-person', ...(person !== undefined && { person }), ...(other !== undefined && { other }) };
}

function namesIn({ words }: Utterance): readonly string[] {
  const at = words.findIndex(({ key }, index) => betweenNames.has(key) && !isInName(words, index));
  const spans = at < 0 ? [words] : [words.slice(0, at), words.slice(at + 1)];
  return spans.map(personNameIn).filter((name) => name !== '');
}

/** A Chinese name may have one of these characters in it, as 李和平 has: with one character before or after it, it stays whole. */
function isInName(words: Utterance['words'], at: number): boolean {
  return [words[at - 1], words[at + 1]].some((word) => word !== undefined && isHan(word.key) && word.key.length === 1);
}

type SamePerson = Extract<Question, { ask: 'same-person' }>;

type Pair = { readonly one: Person; readonly two: Person } | { readonly refusal: Refusal };

/** The two records that are meant: both named, or the one that is named and its namesake. */
function meantBy({ person, other }: SamePerson, snapshot: FactsSnapshot): Pair {
  const { people } = snapshot.facts;
  if (person === undefined) return { refusal: offerDuplicates(snapshot) };
  if (other === undefined) return namesakeOf(person, snapshot);
  const one = findAmong(people, person, (id) => ({ ask: 'same-person', person: id, other }));
  if ('refusal' in one) return one;
  const two = findAmong(people, other, (id) => ({ ask: 'same-person', person: one.person.id, other: id }));
  if ('refusal' in two) return two;
  return one.person === two.person
    ? { refusal: { code: 'no-duplicate', name: one.person.name } }
    : { one: one.person, two: two.person };
}

function namesakeOf(person: string, { facts: { people }, partner }: FactsSnapshot): Pair {
  const named = recognizePeople(person, people);
  const [one, two] = possibleDuplicates(named, partner.apart)[0] ?? [];
  if (one && two) return { one, two };
  const found = findAmong(people, person, (id) => ({ ask: 'same-person', person: id }));
  return 'refusal' in found && named.length === 0
    ? found
    : { refusal: { code: 'no-duplicate', name: named[0]?.name ?? person } };
}

/** Offers the names of which several records may be one person. */
function offerDuplicates({ facts: { people }, partner }: FactsSnapshot): Refusal {
  const nearest = possibleDuplicates(people, partner.apart)
    .slice(0, mostCandidates)
    .map(([one, two]) => ({
      label: one!.name,
      question: { ask: 'same-person', person: one!.id, other: two!.id } as const,
    }));
  return nearest.length === 0 ? { code: 'no-duplicate' } : { code: 'which-person', ask: 'same-person', nearest };
}

async function propose(question: SamePerson, { request, services }: CorrectionTurn): Promise<Proposed> {
  const snapshot = await loadFactsSnapshot(request, services);
  const meant = meantBy(question, snapshot);
  if ('refusal' in meant) return meant;
  const [before, other] = strongestFirst(meant.one, meant.two);
  const change = { kind: 'joined', person: before.id, before, other } as const;
  return { proposal: { question: { ask: 'same-person', person: before.id, other: other.id }, change }, snapshot };
}

const answers = answersTo(propose);

/** Keeps that the two are two people, or takes that back. Throws {@link StoreUnavailable} as the store does. */
async function keepApart(question: SamePerson, request: TurnRequest, services: AppServices): Promise<Reply> {
  const snapshot = await loadFactsSnapshot(request, services);
  const text = services.text(request.locale);
  const meant = meantBy(question, snapshot);
  if ('refusal' in meant) return refused(meant.refusal, text);
  const { one, two } = meant;
  const isApart = question.apart === true;
  const change = (partner: Partner) => withApart(partner, apartFrom(one, two), isApart);
  await updatePartner<never>(change, { request, services, known: snapshot.partner });
  services.log.info({ tenant: request.tenant, outcome: isApart ? 'apart' : 'undone' }, 'Two people were told apart.');
  return { name: 'apart', card: apartCard({ person: one.id, other: two.id, name: one.name, isApart }, text) };
}

/** `same person <name> [and <name>]`, `duplicates`, and the button beside the names. */
export const samePerson: Command<'same-person'> = {
  name: 'same-person',
  phrases: hears,
  order: 185,
  access: { role: 'admin', scope: 'private' },
  audited: 'corrected',
  payload: z.object({
    person: shortText.optional(),
    other: shortText.optional(),
    apart: z.boolean().optional(),
    confirm,
  }),
  parse,
  previews: answers.previews,
  answer: answers.answer,
  press: (question, request, services) =>
    question.apart === undefined ? answers.press(question, request, services) : keepApart(question, request, services),
};
