/** Who or what a contrast denies is left out, and what it is contrasted with is heard. */
import type { Locale } from '../../domain/basics/locale';
import { noIdentifiers } from '../../domain/partner/people/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { withoutContrast } from './contrast';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const people = ['Yuki Tanabe', 'Owen Brandt'].map((name) => ({
  id: name,
  name,
  identifiers: noIdentifiers,
  achievements: [],
}));
const contextFor = (locale: Locale) => ({ vocabulary, locale, today: '2026-11-28', people });

it.each<[string, Locale, string]>([
  ['Yuki Tanabe left, not Owen Brandt', 'en', 'Yuki Tanabe left'],
  ['not Owen, Yuki left', 'en', 'Yuki left'],
  ['Owen Brandt passed 70-473, not 70-475', 'en', 'Owen Brandt passed 70-473'],
  ['Owen Brandt сдал 70-473, не 70-475', 'ru-RU', 'Owen Brandt сдал 70-473'],
  ['Owen Brandt passou no 70-473, não no 70-475', 'pt-BR', 'Owen Brandt passou no 70-473'],
  ['Owen Brandt 通过了70-473，不是70-475', 'zh-CN', 'Owen Brandt 通过了70-473'],
])('“%s” (%s) says “%s”', (said, locale, meant) => {
  expect(withoutContrast(said, contextFor(locale))).toBe(meant);
});

it.each<[string, Locale]>([
  ['Owen has not left', 'en'],
  ['not Owen', 'en'],
  ['Yuki left, not Owen?', 'en'],
  ['Owen left, but not yet', 'en'],
  ['do not undo, Owen', 'en'],
  ['Owen did not pass 70-473', 'en'],
])('“%s” (%s) holds no contrast', (said, locale) => {
  expect(withoutContrast(said, contextFor(locale))).toBeUndefined();
});

it.each<[string, Locale, object]>([
  ['not Owen, Yuki left', 'en', { ask: 'left', parameters: { person: 'Yuki' } }],
  ['Owen Brandt passed 70-473, not 70-475', 'en', { ask: 'completed', parameters: { credential: '70-473' } }],
  ['Owen Brandt сдал 70-473, не 70-475', 'ru-RU', { ask: 'completed', parameters: { credential: '70-473' } }],
])('“%s” (%s) is %j', (said, locale, meaning) => {
  const context = contextFor(locale);
  expect(understand(said, context, recognizeQuestion(said, context)).meaning).toMatchObject(meaning);
});
