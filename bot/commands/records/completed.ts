/** `completed <credential> [person] [date]`: enters an achievement by hand; for admins, and as a claim for oneself. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { claimSource } from '../../../domain/partner/claim';
import { sourceOf } from '../../../domain/partner/correction';
import { isCalendarDate } from '../../../domain/basics/date';
import { indexCredentials, type Credential } from '../../../domain/programme/credential';
import type { Programme } from '../../../domain/programme/programme';
import { readCredentialArgument, refuseUnknownCredential } from '../../recognizers/credential-argument';
import { readDayArgument, dayIn } from '../../recognizers/day-argument';
import { findPersonArgument, mayFollow } from '../../recognizers/person-argument';
import { withoutPhrase, findPhraseOf, type Phrases, type RecognitionContext } from '../../language/phrases';
import { type Command } from '../command';
import { confirm, namedDay, shortText } from '../payload-fields';
import { correctionSource } from '../../corrections/correction-record';
import { answersTo, type CorrectionTurn, type Proposed } from '../../corrections/correction-reply';
import type { Utterance } from '../../language/utterance';
import { findPerson } from '../../recognizers/person-lookup';
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

async function propose(
  question: Extract<Question, { ask: 'completed' }>,
  { request, services }: CorrectionTurn,
): Promise<Proposed> {
  const text = services.text(request.locale);
  const isClaim = !(await loadPartnerSnapshot(request, services)).isAdmin;
  const snapshot = await loadFactsSnapshot(request, services);
  const on = dayIn(question.on, snapshot.asOf);
  if (on > snapshot.asOf) return { refusal: { code: 'day-to-come' } };
  const unknown = refuseUnknownCredential(question.credential, snapshot.programme, (id) => ({
    ...question,
    credential: id,
  }));
  if (unknown) return { refusal: unknown };
  const credential = snapshot.programme.credentials.find(({ id }) => id === question.credential)!;
  const { until } = question;
  const renewal = until !== undefined && isCalendarDate(until) ? { until } : {};
  const make = (person: string) => ({ ask: 'completed', credential: credential.id, person, on, ...renewal }) as const;
  const found = isClaim
    ? await findPerson(question.person, { snapshot, request, make })
    : await findPersonArgument(question.person, make, { snapshot, request });
  if ('refusal' in found) return found;
  const { id, achievements } = found.person;
  const credentialOf = indexCredentials(snapshot.programme.credentials);
  if (achievements.some((one) => one.completedOn === on && credentialOf(one)?.id === credential.id)) {
    const record = { label: text.say('button.person'), question: { ask: 'person', person: id } } as const;
    return { refusal: { code: 'already-so', nearest: [record] } };
  }
  const named = correctionSource(make(id), question.confirm);
  const source = isClaim ? claimSource(named) : sourceOf(named);
  const kind = credential.kind === 'third-party' ? 'certification' : credential.kind;
  const expiry = renewal.until === undefined ? {} : { expiresOn: renewal.until };
  const title = titleFor(credential, snapshot.programme);
  const achievement = { title, kind, completedOn: on, ...expiry, source } as const;
  const change = { kind: 'completed', person: id, achievement } as const;
  return { proposal: { question: make(id), change }, snapshot };
}

/** `completed <credential> [person] [date]`. */
export const completed: Command<'completed'> = {
  name: 'completed',
  phrases: hears,
  order: 210,
  access: { role: 'self', scope: 'private' },
  audited: 'corrected',
  payload: z.object({ credential: shortText, person: shortText, on: namedDay, until: namedDay, confirm }),
  parse,
  ...answersTo(propose),
};
