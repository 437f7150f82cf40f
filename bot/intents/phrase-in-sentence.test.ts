/** A word of a command that occurs in a sentence about something else does not make that command of it. */
import { builtInProgramme } from '../../infra/catalogue/load';
import type { Locale } from '../../domain/basics/locale';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const otherProgrammes = [builtInProgramme('designations')];

function askedFor(said: string, locale: Locale): string {
  const context = { vocabulary, locale, today: '2026-11-28', people: [], otherProgrammes } as const;
  const { meaning } = understand(said, context, recognizeQuestion(said, context));
  const topic = meaning?.parameters['topic'];
  return typeof topic === 'string' ? topic : (meaning?.ask ?? 'unsure');
}

describe('a word of a command in another sentence', () => {
  it.each<[said: string, locale: Locale, other: string]>([
    ['how many Azure Administrators do we have', 'en', 'admins'],
    ['quantos Azure Administrator a gente tem', 'pt-BR', 'admins'],
    ['админ только что завёл мне логин, галочку можно ставить', 'ru-RU', 'admins'],
    ['which files can you read?', 'en', 'readmit'],
    ['which level is public right now', 'en', 'share'],
    ['o que tá público sobre nós', 'pt-BR', 'share'],
    ['忘記信箱密碼', 'zh-TW', 'forget'],
    ['忘記打卡怎麼補', 'zh-TW', 'forget'],
    ["erase Ben's AI-102", 'en', 'forget'],
    ['retention list: those without whom we would drop', 'en', 'retention'],
    ['Office 365 seats: 1,250', 'en', 'competency'],
  ])('%s (%s) is not %s', (said, locale, other) => {
    expect(askedFor(said, locale)).not.toBe(other);
  });

  it.each<[said: string, locale: Locale, meant: string]>([
    ['admins', 'en', 'admins'],
    ['employee list', 'en', 'people'],
    ['progress rpt', 'en', 'progress'],
    ['onde estamos vulneráveis', 'pt-BR', 'risk'],
    ['explica o plan', 'pt-BR', 'plan'],
    ['what-if 怎么写', 'zh-CN', 'what-if'],
    ['alerts on', 'en', 'start-alerts'],
    ['pessoas com a MD-102', 'pt-BR', 'who-holds'],
    ['renewed my AZ-104 this morning', 'en', 'completed'],
    ['MS-102 done', 'en', 'completed'],
    ['SC-300 vencendo de quem?', 'pt-BR', 'expiring'],
    ['who are the admins', 'en', 'admins'],
    ['make Anna Berg admin', 'en', 'admins'],
    ['forget Anna Berg', 'en', 'forget'],
    ['forget me', 'en', 'forget'],
    ['忘記我', 'zh-TW', 'forget'],
    ['keep the audit trail for 180 days', 'en', 'retention'],
    ['let zoe@example.com in again', 'en', 'readmit'],
    ['share', 'en', 'share'],
    ['share progress', 'en', 'share'],
  ])('%s (%s) is %s', (said, locale, meant) => {
    expect(askedFor(said, locale)).toBe(meant);
  });
});
