/** `completed <credential> [person] [date]`: enters an achievement by hand; for admins, and as a claim for oneself. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import type { Text } from '../../../cards/text';
import { claimSource } from '../../../domain/partner/claim';
import { sourceOf } from '../../../domain/partner/correction';
import { isCalendarDate, type CalendarDate } from '../../../domain/basics/date';
import type { Achievement, Person } from '../../../domain/partner/people/person';
import { indexCredentials, type Credential } from '../../../domain/programme/credential';
import type { Programme } from '../../../domain/programme/programme';
import { readCredentialArgument, refuseUnknownCredential } from '../../recognizers/credential-argument';
import { readDayArgument, dayIn } from '../../recognizers/days/day-argument';
import { findPersonArgument, mayFollow } from '../../recognizers/people/person-argument';
import {
  withoutPhrase,
  findPhraseOf,
  type Phrases,
  type RecognitionContext,
} from '../../language-understanding/phrases';
import { type Command } from '../command';
import { confirm, namedDay, typed } from '../payload-fields';
import { correctionSource } from '../../corrections/correction-record';
import { answersTo, type CorrectionTurn, type Proposed } from '../../corrections/correction-reply';
import { recordFormReply } from '../../corrections/record-form';
import type { Utterance } from '../../language-understanding/utterance';
import { findPerson } from '../../recognizers/people/person-lookup';
import { loadFactsSnapshot, loadPartnerSnapshot } from '../../partner/partner-snapshot';

const hears: Phrases = {
  en: ['completed', 'has completed', 'passed', 'has passed', 'earned', 'has earned', 'certified in'],
  'zh-CN': ['完成了', '已完成', '通过了', '已通过', '考过'],
  'zh-TW': ['完成了', '已完成', '通過了', '已通過', '考過'],
  'ru-RU': ['сдал', 'сдала', 'получил', 'получила', 'сдан экзамен'],
  'pt-BR': ['concluiu', 'concluído', 'passou em', 'passou no', 'obteve', 'foi aprovado em'],
};

function parse(utterance: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const span = findPhraseOf(utterance, hears);
  if (!span || !mayFollow(utterance, span.start)) return undefined;
  return readDayArgument(utterance, reading, ({ on, rest }) =>
    readCredentialArgument(withoutPhrase(rest, hears)!, reading, (achieved) => ({
      ask: 'completed',
      ...achieved,
      ...(on && { on }),
    })),
  );
}

/** What the achievement is called on record: the official title, or the id where that is surer to be known again. */
function titleFor({ id, titles }: Credential, { credentials }: Programme): string {
  return indexCredentials(credentials)({ title: titles[0] })?.id === id ? titles[0] : id;
}

type Asked = Extract<Question, { ask: 'completed' }>;
type Completed = Asked & { readonly credential: string; readonly person: string };

async function propose(question: Completed, { request, services }: CorrectionTurn): Promise<Proposed> {
  const isClaim = !(await loadPartnerSnapshot(request, services)).isAdmin;
  const snapshot = await loadFactsSnapshot(request, services);
  const { programme } = snapshot;
  const on = dayIn(question.on, snapshot.asOf);
  if (on > snapshot.asOf) return { refusal: { code: 'day-to-come' } };
  const credential = credentialMeant(question.credential, programme);
  if (!credential) return { refusal: refuseUnknown(question, programme) };
  const made = (person: string) =>
    ({ ask: 'completed', credential: credential.id, person, on, ...endOf(question) }) as const;
  const found = isClaim
    ? await findPerson(question.person, { snapshot, request, make: made })
    : await findPersonArgument(question.person, made, { snapshot, request });
  if ('refusal' in found) return found;
  const known = refuseKnown(found.person, { credential, on }, { programme, text: services.text(request.locale) });
  if (known) return { refusal: known };
  const { id: person } = found.person;
  const named = correctionSource(made(person), question.confirm);
  const source = isClaim ? claimSource(named) : sourceOf(named);
  const achievement = { ...achievementOf(credential, { ...question, on }, programme), source };
  const change = { kind: 'completed', person, achievement } as const;
  const { on: _, ...undated } = made(person);
  return { proposal: { question: made(person), change, ...(question.on === undefined && { undated }) }, snapshot };
}

/** By its id, or by what was typed into a field in place of it. */
function credentialMeant(wanted: string, { credentials }: Programme): Credential | undefined {
  const typed = wanted.toLowerCase();
  return (
    credentials.find(({ id }) => id === wanted) ??
    credentials.find(({ id, titles }) => [id, ...titles].some((name) => name.toLowerCase() === typed))
  );
}

function refuseUnknown(question: Completed, programme: Programme): Refusal {
  return (
    refuseUnknownCredential(question.credential, programme, (id) => ({ ...question, credential: id })) ?? {
      code: 'which-credential',
      ask: 'completed',
      nearest: [],
    }
  );
}

/** The day until which it is valid, if one was given. */
function endOf({ until }: Completed): { readonly until?: CalendarDate } {
  return until !== undefined && isCalendarDate(until) ? { until } : {};
}

function achievementOf(
  credential: Credential,
  question: Completed & { readonly on: CalendarDate },
  programme: Programme,
): Omit<Achievement, 'source'> {
  const { until } = endOf(question);
  return {
    title: titleFor(credential, programme),
    kind: credential.kind === 'third-party' ? 'certification' : credential.kind,
    completedOn: question.on,
    ...(until !== undefined && { expiresOn: until }),
  };
}

/** The same credential of the same day is on record already. */
function refuseKnown(
  { id, achievements }: Person,
  { credential, on }: { readonly credential: Credential; readonly on: CalendarDate },
  { programme, text }: { readonly programme: Programme; readonly text: Text },
): Refusal | undefined {
  const credentialOf = indexCredentials(programme.credentials);
  if (!achievements.some((one) => one.completedOn === on && credentialOf(one)?.id === credential.id)) return undefined;
  const record = { label: text.say('button.person'), question: { ask: 'person', person: id } } as const;
  return { code: 'already-so', nearest: [record] };
}

const answers = answersTo(propose);
const isComplete = (question: Asked): question is Completed =>
  question.credential !== undefined && question.person !== undefined;

/** `completed <credential> [person] [date]`. */
export const completed: Command<'completed'> = {
  name: 'completed',
  phrases: hears,
  order: 210,
  access: { role: 'self', scope: 'private' },
  audited: 'corrected',
  payload: z.object({ credential: typed, person: typed, on: namedDay, until: namedDay, confirm }),
  parse,
  previews: isComplete,
  answer: (question, request, services) =>
    isComplete(question) ? answers.answer(question, request, services) : recordFormReply(question, request, services),
  press: (question, request, services) =>
    isComplete(question) ? answers.press(question, request, services) : recordFormReply(question, request, services),
};
