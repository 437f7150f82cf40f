/** `membership`: what was bought and when, shown to everybody, recorded by admins. */
import { z } from 'zod/v4';
import type { MembershipUndo, Question } from '../../../cards/contract/question';
import { mostCandidates, type Refusal } from '../../../cards/contract/refusal';
import { enrolIn, isSameRecord, leaveEnrolment, purchaseMembership } from '../../../domain/membership/membership';
import { knownTimeZone } from '../../../domain/basics/local-time';
import { marketClasses } from '../../../domain/programme/requirement';
import { wholeDates } from '../../recognizers/days/day-argument';
import {
  findPhraseOf,
  withoutPhrase,
  type Phrases,
  type RecognitionContext,
} from '../../language-understanding/phrases';
import { type Command } from '../command';
import { removing } from './remove';
import { day, shortText, typed } from '../payload-fields';
import { tellingWords, tokenize, type Utterance } from '../../language-understanding/utterance';
import {
  membershipReply,
  previewMembership,
  recordMembership,
  unlessChanged,
  type MembershipChange,
} from '../../corrections/membership-reply';
import { recognizeCompetencies } from '../../recognizers/competency-recognizer';
import { recognizeLevel } from '../../recognizers/level-recognizer';
import { competencyLabel } from '../../language-understanding/vocabulary';

const enrolment: Phrases = {
  en: ['enrolled', 'enrolled in', 'enrolment', 'enrollment', 'we enrolled', 'we are enrolled'],
  'zh-CN': ['已注册', '注册', '我们已注册'],
  'zh-TW': ['已註冊', '註冊', '我們已註冊'],
  'ru-RU': ['регистрация', 'зарегистрированы', 'регистрации'],
  'pt-BR': ['inscrição', 'inscritos', 'inscritos em', 'inscrita em'],
};

/** What ends an enrolment, said in one piece. */
const leaving: Phrases = {
  en: [
    'remove enrolment',
    'remove the enrolment',
    'remove enrollment',
    'cancel enrolment',
    'end enrolment',
    'no longer enrolled',
    'no longer enrolled in',
    'not enrolled',
    'not enrolled in',
    'unenroll',
    'unenroll from',
    'unenrol',
    'enrolment ended',
    'enrolment has ended',
  ],
  'zh-CN': ['取消注册', '注销注册', '移除注册', '删除注册', '已不再注册', '不再注册'],
  'zh-TW': ['取消註冊', '註銷註冊', '移除註冊', '刪除註冊', '已不再註冊', '不再註冊'],
  'ru-RU': [
    'удалить регистрацию',
    'отменить регистрацию',
    'больше не зарегистрированы',
    'регистрации больше нет',
    'снять с регистрации',
  ],
  'pt-BR': [
    'não estamos mais inscritos',
    'não estamos mais inscritos em',
    'remover inscrição',
    'remover a inscrição',
    'cancelar inscrição',
    'cancelar a inscrição',
  ],
};

/** What ends an enrolment where one is named beside it, as {@link removing} does. */
const ending: Phrases = {
  en: ['cancel', 'end', 'take back'],
  'zh-CN': ['取消', '撤销'],
  'zh-TW': ['取消', '撤銷'],
  'ru-RU': ['отменить', 'отмени', 'снять', 'аннулировать'],
  'pt-BR': ['cancelar', 'encerrar', 'retirar'],
};

const removals: Phrases = {
  en: [...removing.en, ...ending.en],
  'zh-CN': [...removing['zh-CN'], ...ending['zh-CN']],
  'zh-TW': [...removing['zh-TW'], ...ending['zh-TW']],
  'ru-RU': [...removing['ru-RU'], ...ending['ru-RU']],
  'pt-BR': [...removing['pt-BR'], ...ending['pt-BR']],
};

const zone: Phrases = {
  en: ['time zone', 'our time zone', 'set time zone', 'set our time zone', 'set the time zone'],
  'zh-CN': ['时区', '设置时区'],
  'zh-TW': ['時區', '設定時區'],
  'ru-RU': ['часовой пояс', 'установить часовой пояс'],
  'pt-BR': ['fuso horário', 'definir fuso horário', 'definir o fuso horário'],
};

const hears: Phrases = {
  en: [
    'membership',
    'our membership',
    'when did we buy',
    'bought',
    'market class',
    ...zone.en,
    ...enrolment.en,
    ...leaving.en,
  ],
  'zh-CN': ['成员身份', '会员资格', '会员', '购买日期', ...zone['zh-CN'], ...enrolment['zh-CN'], ...leaving['zh-CN']],
  'zh-TW': ['會員資格', '會員', '購買日期', ...zone['zh-TW'], ...enrolment['zh-TW'], ...leaving['zh-TW']],
  'ru-RU': [
    'членство',
    'членства',
    'когда куплено',
    'куплено',
    ...zone['ru-RU'],
    ...enrolment['ru-RU'],
    ...leaving['ru-RU'],
  ],
  'pt-BR': [
    'associação',
    'afiliação',
    'quando compramos',
    'compramos',
    ...zone['pt-BR'],
    ...enrolment['pt-BR'],
    ...leaving['pt-BR'],
  ],
};

/** As the time zone database writes it: Europe/Oslo, America/Argentina/Ushuaia, Etc/GMT-14, UTC. */
const zoneName = /(?<![\w/])(?:utc|[a-z_]+(?:\/[a-z_]+)*\/[a-z0-9_+-]+)(?![\w/])/giu;

interface HeardZone {
  readonly timeZone: string;
  readonly rest: string;
}

/** The time zone that is named, and the rest. */
function zoneIn(utterance: Utterance, reading: RecognitionContext): HeardZone | undefined {
  return zoneByName(utterance) ?? zoneByCity(utterance, reading);
}

function zoneByName({ said }: Utterance): HeardZone | undefined {
  for (const [name] of said.matchAll(zoneName)) {
    const timeZone = knownTimeZone(name);
    if (timeZone !== undefined) return { timeZone, rest: said.replace(name, ' ') };
  }
  return undefined;
}

/**
 * What is said beside “time zone” and is neither level nor day is the city; one that has no zone is kept as it was typed where
 * the sentence begins with “time zone”, so that the answer can say so.
 */
function zoneByCity(utterance: Utterance, reading: RecognitionContext): HeardZone | undefined {
  const others = withoutPhrase(utterance, zone);
  if (!others || wholeDates(others, reading) || withoutPhrase(others, hears)) return undefined;
  if (recognizeLevel(others, reading.vocabulary).level !== undefined) return undefined;
  const city = tellingWords(others)
    .map(({ said }) => said)
    .join(' ');
  const isNamed = city !== '' && (findPhraseOf(utterance, zone)?.start === 0 || knownTimeZone(city) !== undefined);
  return isNamed ? { timeZone: city, rest: hears.en[0] } : undefined;
}

/** The rest of a sentence that ends an enrolment; nothing of any other. */
function restOfLeaving(utterance: Utterance): Utterance | undefined {
  const alone = withoutPhrase(utterance, leaving);
  if (alone) return withoutPhrase(alone, enrolment) ?? alone;
  const named = withoutPhrase(utterance, enrolment);
  return named && withoutPhrase(named, removals);
}

function parse(heard: Utterance, reading: RecognitionContext): Question | Refusal | undefined {
  const left = restOfLeaving(heard);
  if (left) return named(left, reading, (competency) => ({ ask: 'membership', competency, remove: true }));
  const heardZone = zoneIn(heard, reading);
  const utterance = heardZone ? tokenize(heardZone.rest, reading.vocabulary.lexicon) : heard;
  const dated = wholeDates(utterance, reading);
  const others = withoutPhrase(dated?.rest ?? utterance, hears);
  if (!others) return undefined;
  const { level, rest } = recognizeLevel(others, reading.vocabulary);
  const about = {
    ask: 'membership' as const,
    ...(level !== undefined && { level }),
    ...(heardZone && { timeZone: heardZone.timeZone }),
  };
  if (!dated) return about;
  const [only, ...more] = recognizeCompetencies(rest, reading.vocabulary).competencies;
  const [boughtOn] = dated.dates;
  if (only !== undefined && (more.length > 0 || dated.dates.length === 1))
    return named(rest, reading, (competency) => ({ ...about, competency, boughtOn: boughtOn! }));
  const made = dated.dates.map((boughtOn) => ({ label: boughtOn, question: { ...about, boughtOn } }));
  return made.length === 1 ? made[0]!.question : { code: 'ambiguous', heard: heard.said, candidates: made };
}

/** The question about the goal that is named; asks which one is meant where it cannot be told. */
function named(
  utterance: Utterance,
  reading: RecognitionContext,
  make: (competency: string) => Question,
): Question | Refusal {
  const [only, ...more] = recognizeCompetencies(utterance, reading.vocabulary).competencies;
  if (only === undefined) return { ask: 'membership' };
  if (more.length === 0) return make(only);
  const { vocabulary, locale } = reading;
  const candidates = [only, ...more]
    .slice(0, mostCandidates)
    .map((id) => ({ label: competencyLabel(vocabulary, id, locale), question: make(id) }));
  return { code: 'ambiguous', heard: utterance.said, candidates };
}

/** What is recorded of a membership, as a button carries it. */
export const membershipRecord = z.object({
  market: z.enum(marketClasses),
  timeZone: shortText.optional(),
  membership: z.object({ level: shortText, boughtOn: day, renewedOn: z.array(day).max(100) }).optional(),
  enrolments: z
    .array(z.object({ competency: shortText, level: shortText, from: day }))
    .max(60)
    .optional(),
});

/** `membership`, `membership <level> <date>`, and the form on its card. */
export const membership: Command<'membership'> = {
  name: 'membership',
  phrases: hears,
  vocabulary: removals,
  order: 130,
  access: { role: 'anyone', scope: 'any' },
  audited: 'corrected',
  payload: z.object({
    competency: shortText.optional(),
    remove: z.literal(true).optional(),
    level: typed,
    boughtOn: typed,
    market: typed,
    timeZone: typed,
    from: membershipRecord.optional(),
    undo: z.object({ after: membershipRecord, before: membershipRecord }).optional(),
  }),
  accessTo: (question) => ({ role: Object.keys(question).length > 1 ? 'admin' : 'anyone', scope: 'any' }),
  parse,
  previews: (question) => changeIn(question) !== undefined,
  async answer(question, request, services) {
    const change = changeIn(question);
    return change ? previewMembership(question, change, { request, services }) : membershipReply({ request, services });
  },
  async press(question, request, services) {
    if (question.undo) return recordMembership(undoing(question.undo), request, services);
    const change = changeIn(question);
    return change
      ? recordMembership(unlessChanged(question.from, change), request, services)
      : membershipReply({ request, services });
  },
};

/** The change that a question asks for; undefined if it only asks what is recorded. */
function changeIn(question: Extract<Question, { ask: 'membership' }>): MembershipChange | undefined {
  const { competency, remove, level, boughtOn } = question;
  if (competency !== undefined)
    return remove
      ? { to: (before) => leaveEnrolment(competency, before) }
      : {
          to: (before, { programme, asOf: today }) =>
            enrolIn({ competency, level, from: boughtOn }, before, { programme, today }),
        };
  const entered = enteredIn(question);
  return entered && purchasing(entered);
}

type Entered = NonNullable<MembershipChange['entered']>;

/** What was typed, or stood in the fields of the form; undefined if that is nothing. */
function enteredIn({
  level,
  boughtOn,
  market,
  timeZone,
}: Extract<Question, { ask: 'membership' }>): Entered | undefined {
  const entered = {
    ...(level !== undefined && { level }),
    ...(boughtOn !== undefined && { boughtOn }),
    ...(market !== undefined && { market }),
    ...(timeZone !== undefined && { timeZone }),
  };
  return Object.keys(entered).length === 0 ? undefined : entered;
}

function purchasing(entered: Entered): MembershipChange {
  const to: MembershipChange['to'] = (before, { programme, asOf }) =>
    purchaseMembership(entered, before, { programme, today: asOf });
  return { to, entered };
}

/** Takes a change back as long as what it recorded is what stands there: imports and others may have written since. */
function undoing({ after, before }: MembershipUndo): MembershipChange {
  return { isUndo: true, to: (present) => (isSameRecord(present, after) ? before : { code: 'changed-since' }) };
}
