/** `person <name>`: what one person has earned and what of it counts; for admins, and for oneself. */
import { isOpenTask } from '../../../domain/tasks/assigned-task';
import { listTasks } from '../../tasks/task-list';
import { z } from 'zod/v4';
import type { PersonLine } from '../../../cards/standing/people-card';
import { personCard } from '../../../cards/standing/person-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { goalsServedBy } from '../../../domain/programme/goals-served';
import { achievementLinesOf } from '../../../domain/counting/achievement-line';
import { findPhraseOf, type Phrases, type RecognitionContext } from '../../language-understanding/phrases';
import { type Command } from '../command';
import { pageNumber, shortText } from '../payload-fields';
import { isOurs, personNameIn } from '../../recognizers/people/person-argument';
import { findPerson, oneself } from '../../recognizers/people/person-lookup';
import { tellingWords, without, type Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot, type LoadedFacts } from '../../partner/partner-snapshot';
import { refused } from '../../context/reply';
import { linesFor } from './people';

const hears: Phrases = {
  en: ['person', 'who is', 'employee', 'profile of', 'record of', 'certifications of', 'exams of'],
  'zh-CN': ['个人', '谁是', '是谁', '查人', '的记录', '的证书', '的认证'],
  'zh-TW': ['個人', '誰是', '是誰', '的紀錄', '的證書', '的認證'],
  'ru-RU': ['сотрудник', 'сотрудника', 'человек', 'кто такой', 'кто такая', 'кто это'],
  'pt-BR': ['pessoa', 'quem é', 'funcionário', 'funcionária', 'colaborador', 'colaboradora', 'certificações de'],
};

/** How people ask for their own record; where one of these is all that is said no name is needed. */
const hearsOwn: Phrases = {
  en: [
    'my record',
    'my profile',
    'my certifications',
    'my certificates',
    'my exams',
    'my achievements',
    'who am i',
    'me',
    'myself',
  ],
  'zh-CN': ['我的记录', '我的档案', '我的认证', '我的证书', '我的考试', '我的成就', '我自己', '我'],
  'zh-TW': ['我的紀錄', '我的設定檔', '我的記錄', '我的認證', '我的證書', '我的測驗', '我'],
  'ru-RU': ['мои достижения', 'мой профиль', 'мои сертификаты', 'мои сертификации', 'мои экзамены', 'обо мне', 'я'],
  'pt-BR': ['minhas conquistas', 'minhas certificações', 'meus exames', 'meu registro', 'meu perfil', 'eu'],
};

function parse(utterance: Utterance, { locale }: RecognitionContext): Question | Refusal | undefined {
  const span = findPhraseOf(utterance, hears);
  const rest = span ? without(utterance, span) : utterance;
  if (isOwn(rest, span !== undefined)) return { ask: 'person', person: oneself };
  if (!span || isOurs(rest)) return undefined;
  const name = personNameIn(utterance.words.slice(span.end)) || personNameIn(utterance.words.slice(0, span.start));
  if (name !== '') return { ask: 'person', person: name };
  return {
    code: 'which-person',
    ask: 'person',
    nearest: [{ label: hearsOwn[locale][0], question: { ask: 'person', person: oneself } }],
  };
}

/** A word like "me" occurs in many a question, so it must be all that is said, or follow the command. */
function isOwn(rest: Utterance, isAfterPhrase: boolean): boolean {
  const span = findPhraseOf(rest, hearsOwn);
  if (!span) return false;
  const others = without(rest, span);
  const isCommonWord = span.end - span.start === 1 && rest.words[span.start]!.fills;
  return isCommonWord && !isAfterPhrase ? others.words.length === 0 : tellingWords(others).length === 0;
}

/** `person <name>`, `my record`. */
export const person: Command<'person'> = {
  name: 'person',
  phrases: hears,
  order: 190,
  access: { role: 'self', scope: 'any' },
  audited: 'people-read',
  payload: z.object({ person: shortText, page: pageNumber }),
  extraPhrases: hearsOwn,
  parse,
  async answer(question, request, services) {
    const text = services.text(request.locale);
    const snapshot = await loadFactsSnapshot(request, services);
    const found = await findPerson(question.person, {
      request,
      snapshot,
      make: (id) => ({ ask: 'person', person: id }),
    });
    if ('refusal' in found) return refused(found.refusal, text);
    const line = linesFor(snapshot, request.locale).find((one) => one.person.id === found.person.id)!;
    const isSelf = question.person === oneself || !snapshot.setting.seesNames;
    const setting = { ...snapshot.setting, ...(isSelf && { self: found.person.id }) };
    const { programme, asOf } = snapshot;
    const achievements = achievementLinesOf(line, { credentials: programme.credentials, asOf });
    const own = (await listTasks(request.tenant, services)).filter(
      (task) => task.person === found.person.id && isOpenTask(task),
    );
    const tasks = own.length > 0 ? { tasks: own } : {};
    const askedBy = line.countsFor.length > 0 ? {} : { askedBy: askingFor(line, snapshot) };
    const view = { ...setting, asOf, line, achievements, page: question.page ?? 1, ...askedBy, ...tasks };
    return { name: 'person', card: personCard(view, text) };
  },
};

const mostAsking = 6;

/** The competencies whose rules in force name what the person holds and what counts of it. */
function askingFor({ credit }: PersonLine, { programme, asOf }: LoadedFacts): readonly string[] {
  const goals = [...credit.counted].flatMap((credential) => goalsServedBy(credential, programme, asOf));
  return [...new Set(goals.map(({ competency }) => competency))].slice(0, mostAsking);
}
