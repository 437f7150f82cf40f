/** What is answered where recording what a sentence says would be of no use or could not be taken back. */
import type { Locale } from '../../domain/basics/locale';
import { noIdentifiers } from '../../domain/partner/people/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeSlots } from '../recognizers/slot-recognizer';
import { answeredInstead } from './answered-instead';
import { vocabularyFor } from './grammar';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const people = [{ id: 'owen', name: 'Owen Brandt', identifiers: noIdentifiers, achievements: [] }];

function answered(said: string, locale: Locale, ask: string) {
  const context = { vocabulary, locale, today: '2026-11-28', people };
  const meaning = { ask, parameters: { person: 'Owen Brandt' } };
  return answeredInstead({ meaning, isElsewhere: false, sure: 1, also: [] }, recognizeSlots(said, context), context);
}

it.each<[string, Locale]>([
  ['I heard that Owen is leaving', 'en'],
  ['говорят, Owen увольняется', 'ru-RU'],
  ['听说 Owen 要走了', 'zh-CN'],
  ['聽說 Owen 要離職', 'zh-TW'],
  ['dizem que o Owen vai sair', 'pt-BR'],
])('%s (%s) is supposed and not recorded', (said, locale) => {
  const events = [{ kind: 'leaves', person: 'Owen Brandt' }];
  expect(answered(said, locale, 'left').meaning).toEqual({ ask: 'what-if', parameters: { events } });
});

it.each<[string, Locale]>([
  ['apparently Owen left on Friday', 'en'],
  ['record that Owen leaves on 4 December, I heard it from HR', 'en'],
  ['apparently Owen is not leaving on 4 December', 'en'],
  ['I heard Owen quit on Friday', 'en'],
  ['登记 Owen 12月31日离职，我刚听说', 'zh-CN'],
  ['Owen is leaving', 'en'],
])('%s (%s) is a leave', (said, locale) => {
  expect(answered(said, locale, 'left').meaning?.ask).toBe('left');
});

it.each<[string, Locale]>([
  ['remove Owen', 'en'],
  ['take Owen off the list', 'en'],
  ['убери Owen из списка', 'ru-RU'],
  ['把 Owen 移除', 'zh-CN'],
  ['tira o Owen da lista', 'pt-BR'],
])('%s (%s) asks whether they have left, before it offers to forget them', (said, locale) => {
  const { meaning, also } = answered(said, locale, 'forget');
  expect(meaning).toBeUndefined();
  expect(also.map(({ ask }) => ask)).toEqual(['left', 'forget']);
});

it.each<[string, Locale]>([
  ['forget Owen', 'en'],
  ["erase all of Owen's data", 'en'],
  ['удали все данные Owen', 'ru-RU'],
  ['删除 Owen 的资料', 'zh-CN'],
  ['apaga tudo do Owen', 'pt-BR'],
])('%s (%s) is an order to forget', (said, locale) => {
  expect(answered(said, locale, 'forget').meaning?.ask).toBe('forget');
});

it.each<[string, Locale]>([
  ['who could replace Owen?', 'en'],
  ['кто может заменить Owen?', 'ru-RU'],
  ['有谁可以顶替 Owen', 'zh-CN'],
  ['quem pode substituir o Owen?', 'pt-BR'],
])('%s (%s) is told by what would be without them', (said, locale) => {
  const events = [{ kind: 'leaves', person: 'Owen Brandt' }];
  expect(answered(said, locale, 'admins').meaning).toEqual({ ask: 'what-if', parameters: { events } });
});

it.each<[string, Locale]>([
  ['make Owen an admin, he takes over from me', 'en'],
  ['who is admin instead of Owen?', 'en'],
  ['让 Owen 接替我当管理员', 'zh-CN'],
])('%s (%s) is about the admins', (said, locale) => {
  expect(answered(said, locale, 'admins').meaning?.ask).toBe('admins');
});
