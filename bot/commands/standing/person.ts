/** `person <name>`: what one person has earned and what of it counts; for admins, and for oneself. */
import { personCard } from '../../../cards/standing/person-card';
import type { Question } from '../../../cards/contract/question';
import type { AchievementLine, PersonLine, Refusal } from '../../../cards/contract/view';
import { withoutSettled } from '../../../domain/partner/claim';
import { indexCredentials } from '../../../domain/programme/credential';
import { findHeard, type Command, type Phrases, type Reading } from '../command';
import { isOurs, nameIn } from '../../recognizers/person-argument';
import { findPerson, oneself } from '../../recognizers/person-lookup';
import { tellingWords, without, type Heard } from '../../language/utterance';
import { lookAtFacts, type Look } from '../../partner/partner-snapshot';
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

function parse(heard: Heard, { locale }: Reading): Question | Refusal | undefined {
  const span = findHeard(heard, hears);
  const rest = span ? without(heard, span) : heard;
  if (isOwn(rest, span !== undefined)) return { ask: 'person', person: oneself };
  if (!span || isOurs(rest)) return undefined;
  const name = nameIn(heard.words.slice(span.end)) || nameIn(heard.words.slice(0, span.start));
  if (name !== '') return { ask: 'person', person: name };
  return {
    code: 'which-person',
    ask: 'person',
    nearest: [{ label: hearsOwn[locale][0], question: { ask: 'person', person: oneself } }],
  };
}

/** A word like "me" occurs in many a question, so it must be all that is said, or follow the command. */
function isOwn(rest: Heard, isAfterPhrase: boolean): boolean {
  const span = findHeard(rest, hearsOwn);
  if (!span) return false;
  const others = without(rest, span);
  const isCommonWord = span.end - span.start === 1 && rest.words[span.start]!.fills;
  return isCommonWord && !isAfterPhrase ? others.words.length === 0 : tellingWords(others).length === 0;
}

/** Everything a person has earned, newest first, and what hinders it. */
function achievementLines({ person: one, credit }: PersonLine, { programme }: Look): readonly AchievementLine[] {
  const credentialOf = indexCredentials(programme.credentials);
  const newestFirst = [...withoutSettled(one.achievements, credentialOf)].sort((earlier, other) =>
    earlier.completedOn < other.completedOn ? 1 : -1,
  );
  return newestFirst.map((achievement) => {
    const credential = credentialOf(achievement);
    const hindrance = credential && (credit.hindrance ?? credit.hindered.get(credential.id));
    return { achievement, ...(credential && { credential }), ...(hindrance && { hindrance }) };
  });
}

/** `person <name>`, `my record`. */
export const person: Command<'person'> = {
  name: 'person',
  hears,
  hearsAlso: hearsOwn,
  parse,
  async answer(question, ask, world) {
    const text = world.text(ask.locale);
    const look = await lookAtFacts(ask, world);
    const found = await findPerson(question.person, {
      ask,
      look,
      make: (id) => ({ ask: 'person', person: id }),
    });
    if ('refusal' in found) return refused(found.refusal, text);
    const line = linesFor(look, ask.locale).find((one) => one.person.id === found.person.id)!;
    const isSelf = question.person === oneself || !look.setting.seesNames;
    const setting = { ...look.setting, ...(isSelf && { self: found.person.id }) };
    const achievements = achievementLines(line, look);
    const view = { ...setting, asOf: look.asOf, line, achievements, page: question.page ?? 1 };
    return { name: 'person', card: personCard(view, text) };
  },
};
