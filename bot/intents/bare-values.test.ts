/** Messages of nothing but values, and messages that stop before their last word. */
import type { Locale } from '../../domain/basics/locale';
import { noIdentifiers } from '../../domain/partner/people/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const people = ['Anna Berg', 'Karthik Anand'].map((name) => ({
  id: name,
  name,
  identifiers: noIdentifiers,
  achievements: [],
}));

function heard(said: string, locale: Locale) {
  const context = { vocabulary, locale, today: '2026-11-28', people };
  return understand(said, context, recognizeQuestion(said, context));
}

it.each<[string, Locale, object]>([
  ['Anna', 'en', { ask: 'person', parameters: { person: 'Anna Berg' } }],
  ['70-473', 'en', { ask: 'who-holds', parameters: { credential: '70-473' } }],
  ['devops', 'en', { ask: 'competency', parameters: { competency: 'devops' } }],
  ['Anna 70-473 ✅', 'en', { ask: 'completed', parameters: { credential: '70-473', person: 'Anna Berg' } }],
])('“%s” (%s) asks what is most asked of it', (said, locale, meaning) => {
  expect(heard(said, locale).meaning).toEqual(meaning);
});

const ofPair = ['completed', 'person', 'remove'];

it.each<[string, Locale, readonly string[]]>([
  ['Anna 70-473', 'en', ofPair],
  ['70-473 и Anna', 'ru-RU', ofPair],
  ['anna e 70-473', 'pt-BR', ofPair],
  ['Anna和70-473', 'zh-CN', ofPair],
  ['趙婉如 70-486', 'zh-TW', ofPair],
  ['Anna, Karthik', 'en', ['person', 'person']],
])('of “%s” (%s) it is asked which', (said, locale, asks) => {
  const { meaning, also, isChoice } = heard(said, locale);

  expect(meaning).toBeUndefined();
  expect(isChoice).toBe(true);
  expect(also.map(({ ask }) => ask)).toEqual(asks);
});

it.each<[string, Locale]>([
  ['DevOps vs', 'en'],
  ['devops or', 'en'],
  ['DevOps или', 'ru-RU'],
  ['devops ou', 'pt-BR'],
  ['数据平台跟', 'zh-CN'],
  ['发我一份', 'zh-CN'],
  ['did they do it', 'en'],
])('“%s” (%s) is not answered', (said, locale) => {
  expect(heard(said, locale).meaning).toBeUndefined();
});
