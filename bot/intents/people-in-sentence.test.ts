/** Who on record is meant beside other words and other names: words around a name are no part of it, and nobody stands in for another. */
import type { Locale } from '../../domain/basics/locale';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { builtInProgramme } from '../../infra/catalogue/load';
import { recognizeQuestion, vocabularyFor } from './grammar';
import { understand } from './decision';

const vocabulary = vocabularyFor(builtInProgramme('competencies'));
const people = ['Bo Lind', 'Yuki Tanabe'].map((name): Person => ({
  id: name,
  name,
  identifiers: noIdentifiers,
  achievements: [],
}));

it.each<[string, Locale, object]>([
  ['Запишите, пожалуйста: Yuki Tanabe получила 70-473', 'ru-RU', { person: 'Yuki Tanabe', credential: '70-473' }],
  ['what if Yuki Tanabe and donald leave', 'en', { events: [{ person: 'Yuki Tanabe' }, { person: 'donald' }] }],
  ['what if Yuki Tanabe leaves', 'en', { events: [{ person: 'Yuki Tanabe' }] }],
])('%s (%s)', (said, locale, parameters) => {
  const context = { vocabulary, locale, today: '2026-11-28', people };
  expect(understand(said, context, recognizeQuestion(said, context)).meaning?.parameters).toMatchObject(parameters);
});
