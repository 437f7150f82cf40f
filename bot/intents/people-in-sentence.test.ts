/** Who on record is meant beside other words and other names: words around a name are no part of it, and nobody stands in for another. */
import type { Locale } from '../../domain/basics/locale';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeSlots } from '../recognizers/slot-recognizer';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const people = [
  'Bo Lind',
  'Yuki Tanabe',
  'Thandi Mokoena',
  'Sizwe Nkosi',
  'Олег Петров',
  '张雅婷',
  'Костенко А. В.',
].map((name): Person => ({
  id: name,
  name,
  identifiers: noIdentifiers,
  achievements: [],
}));

it.each<[string, Locale, object]>([
  ['Запишите, пожалуйста: Yuki Tanabe получила 70-473', 'ru-RU', { person: 'Yuki Tanabe', credential: '70-473' }],
  ['what if Yuki Tanabe and donald leave', 'en', { events: [{ person: 'Yuki Tanabe' }, { person: 'donald' }] }],
  ['who is Ingrid Halvorsen and what has she passed so far', 'en', { person: 'Ingrid Halvorsen' }],
  ['hired Sven Andersson last week, could you take him on board', 'en', { people: ['Sven Andersson'] }],
  ['a fresh face in the Sydney office, Kirra Walsh, pls begin her onboarding', 'en', { people: ['Kirra Walsh'] }],
  ['what if Thandi Nkosi leaves', 'en', { events: [{ person: 'Thandi Nkosi' }] }],
  ['端木晴发来成绩单，70-473合格', 'zh-CN', { person: '端木晴' }],
  ['明天诸葛静来上班，带她走一下入职引导', 'zh-CN', { people: ['诸葛静'] }],
  ['好消息，上官婧刚过70-473', 'zh-CN', { person: '上官婧' }],
  ['蒋涛于2026年11月18日取得70-473证书', 'zh-CN', { person: '蒋涛', on: '2026-11-18' }],
  ['阿依古丽·买买提考了哪些证', 'zh-CN', { person: '阿依古丽·买买提' }],
  ['小张（张雅婷）那边认证都齐不齐', 'zh-CN', { person: '张雅婷' }],
  ['Инициируйте подключение сотрудника Рустам Галеев', 'ru-RU', { people: ['Рустам Галеев'] }],
  ['show Olga Petrova', 'en', { person: 'Olga Petrova' }],
  ['покажи Олега Петрова', 'ru-RU', { person: 'Олег Петров' }],
  ['отметь уход Кьяры Беллини сегодняшним числом', 'ru-RU', { person: 'Кьяры Беллини' }],
  ['сотрудник Hiroshi Tanabe, список экзаменов', 'ru-RU', { person: 'Hiroshi Tanabe' }],
  ['в понедельник выходит Рустам Галеев, подключи к программе', 'ru-RU', { people: ['Рустам Галеев'] }],
  ['quem é Anselmo Pitanga mesmo?', 'pt-BR', { person: 'Anselmo Pitanga' }],
  ['entrou gente nova: Amanda Lacerda. inicia a integração dela', 'pt-BR', { people: ['Amanda Lacerda'] }],
  ['HR通知：康宁远已办理离职手续，生效日期2026-11-24', 'zh-CN', { person: '康宁远', on: '2026-11-24' }],
  ['登记一下离职 人员：郝蕾蕾 日期：11.13', 'zh-CN', { person: '郝蕾蕾' }],
  ['撤下辛芷溪名下的 PL-300', 'zh-CN', { person: '辛芷溪' }],
  ['启动Chloé Dubois的新人引导', 'zh-CN', { people: ['Chloé Dubois'] }],
  ['麻煩將許家瑋登錄為已離職人員', 'zh-TW', { person: '許家瑋' }],
  ['請調出王雅婷的認證紀錄', 'zh-TW', { person: '王雅婷' }],
  ['請調出張雅婷的認證紀錄', 'zh-TW', { person: '张雅婷' }],
  ['上官云飞的记录', 'zh-CN', { person: '上官云飞' }],
  ['what if Yuki Tanabe leaves', 'en', { events: [{ person: 'Yuki Tanabe' }] }],
  // Nobody who is named is left out, also behind the verb and joined by other words.
  ['что если уйдут Bo Lind и Юки', 'ru-RU', { events: [{ person: 'Bo Lind' }, { person: 'Yuki Tanabe' }] }],
  ['а если Олег с Юки уволятся', 'ru-RU', { events: [{ person: 'Олег Петров' }, { person: 'Yuki Tanabe' }] }],
  ['万一离职的是张雅婷和Bo Lind', 'zh-CN', { events: [{ person: '张雅婷' }, { person: 'Bo Lind' }] }],
  ['如果Yuki、张雅婷都走了会怎样', 'zh-CN', { events: [{ kind: 'leaves' }, { person: '张雅婷' }] }],
  ['e se saírem Bo Lind e Yuki', 'pt-BR', { events: [{ person: 'Bo Lind' }, { person: 'Yuki Tanabe' }] }],
  ['has Yuki linked yet?', 'en', { person: 'Yuki Tanabe' }],
])('%s (%s)', (said, locale, parameters) => {
  const context = { vocabulary, locale, today: '2026-11-28', people };
  expect(understand(said, context, recognizeQuestion(said, context)).meaning?.parameters).toMatchObject(parameters);
});

it.each<[string, Locale, readonly string[]]>([
  ['Patrick Doyle may be transferring to the Dublin entity', 'en', ['Patrick Doyle']],
  ['our people in Lisbon', 'en', []],
  ['怎么提高总分', 'zh-CN', []],
  ['本周总结', 'zh-CN', []],
  ['高总离职了', 'zh-CN', ['高总']],
  ['кто у нас в Казани', 'ru-RU', []],
  ['o escritório de Recife perdeu a Carla Moreira', 'pt-BR', ['Carla Moreira']],
  ['Nope, Vikram Chauhan did not clear it', 'en', ['Vikram Chauhan']],
  ['Anna and Vikram Chauhan passed', 'en', ['Anna', 'Vikram Chauhan']],
])('who is named in: %s (%s)', (said, locale, names) => {
  const slots = recognizeSlots(said, { vocabulary, locale, today: '2026-11-28', people });
  expect(slots.people).toEqual([]);
  expect(slots.unknownNames.map((one) => one.said)).toEqual(names);
});

it('leaves open which of several is meant whose names have nothing in common', () => {
  const several = ['João Kuznetsov', 'Joao Silva'].map((name) => ({ ...people[0]!, id: name, name }));
  const context = { vocabulary, locale: 'pt-BR', today: '2026-11-28', people: several } as const;
  const said = 'o João passou na 70-473';
  expect(understand(said, context, recognizeQuestion(said, context)).meaning?.parameters).toMatchObject({
    person: 'João',
  });
});

it('names nobody by initials alone', () => {
  const said = 'у меня AZ-104 сдан, а в зачёт не идёт';
  expect(recognizeSlots(said, { vocabulary, locale: 'ru-RU', today: '2026-11-28', people }).people).toEqual([]);
});

const bo = { person: 'Bo Lind' };
const yuki = { person: 'Yuki Tanabe' };

it.each<[string, Locale, string, readonly object[]]>([
  ['Bo Lind and Yuki Tanabe have left the company', 'en', 'left', [bo, yuki]],
  [
    'Bo Lind and Yuki Tanabe left yesterday',
    'en',
    'left',
    [
      { ...bo, on: '2026-11-27' },
      { ...yuki, on: '2026-11-27' },
    ],
  ],
  ['Bo Lind и Yuki Tanabe уволились', 'ru-RU', 'left', [bo, yuki]],
  ['Bo Lind和Yuki Tanabe离职了', 'zh-CN', 'left', [bo, yuki]],
  ['forget Bo Lind and Yuki Tanabe', 'en', 'forget', [bo, yuki]],
  ['record 70-473 for Bo Lind and Yuki Tanabe', 'en', 'completed', [bo, yuki]],
  ['запиши 70-473 для Bo Lind и Yuki Tanabe', 'ru-RU', 'completed', [bo, yuki]],
  ['remove 70-473 from Bo Lind and Yuki Tanabe', 'en', 'remove', [bo, yuki]],
  ['Bo Lind together with Yuki Tanabe passed 70-473', 'en', 'completed', [bo, yuki]],
  ['Bo Lind passed 70-473 and so did Yuki Tanabe', 'en', 'completed', [bo, yuki]],
  ['Bo Lind сдал 70-473, Yuki Tanabe тоже', 'ru-RU', 'completed', [bo, yuki]],
  // The day that was said stays with each.
  [
    'ask Bo Lind and Yuki Tanabe to take 70-473 by 30 June 2027',
    'en',
    'ask-people',
    [
      { ...bo, until: '2027-06-30' },
      { ...yuki, until: '2027-06-30' },
    ],
  ],
  // Whom somebody tells of it, or who is named beside, may be meant or not.
  ['o Bo Lind pediu demissão e a Yuki Tanabe foi promovida', 'pt-BR', 'left', [bo, yuki]],
  ['Bo Lind передал дела Yuki Tanabe и уволился', 'ru-RU', 'left', [bo, yuki]],
  ['Bo Lind reports to Yuki Tanabe and left yesterday', 'en', 'left', [bo, yuki]],
  ['Bo Lind told Yuki Tanabe yesterday that he left', 'en', 'left', [bo, yuki]],
  ['Bo Lind and Yuki Tanabe told me they left yesterday', 'en', 'left', [bo, yuki]],
  ['Bo Lind说他离职了，Yuki Tanabe接手', 'zh-CN', 'left', [bo, yuki]],
  ['Bo Lind has left and Yuki Tanabe is on sick leave', 'en', 'left', [bo, yuki]],
])('asks which of several is meant: %s (%s)', (said, locale, ask, either) => {
  const context = { vocabulary, locale, today: '2026-11-28', people };
  const { missing, also } = understand(said, context, recognizeQuestion(said, context));
  expect(missing).toMatchObject({ ask, parameter: 'person' });
  expect(also).toMatchObject(either.map((parameters) => ({ ask, parameters })));
});

it.each<[string, Locale, string]>([
  ['Bo Lind told me Yuki Tanabe left yesterday', 'en', 'left'],
  ['Bo Lind says that Yuki Tanabe passed 70-473', 'en', 'completed'],
  ['Bo Lind сказал, что Yuki Tanabe уволилась', 'ru-RU', 'left'],
  ['Bo Lind disse que a Yuki Tanabe concluiu a 70-473', 'pt-BR', 'completed'],
  ['Bo Lind说Yuki Tanabe离职了', 'zh-CN', 'left'],
  ['Bo Lind asks why Yuki Tanabe does not count', 'en', 'why'],
])('who only tells of another is not meant: %s (%s)', (said, locale, ask) => {
  const context = { vocabulary, locale, today: '2026-11-28', people };
  const { meaning } = understand(said, context, recognizeQuestion(said, context));
  expect(meaning).toMatchObject({ ask, parameters: yuki });
});
