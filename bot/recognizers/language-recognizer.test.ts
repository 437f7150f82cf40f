/** Languages are named in any of the five; Chinese alone is asked about. */
import { languageNamed } from './language-recognizer';

it.each([
  ['language russian', 'ru-RU'],
  ['говори по-английски', 'en'],
  ['切换到繁体中文', 'zh-TW'],
  ['語言 簡體中文', 'zh-CN'],
  ['fale em português', 'pt-BR'],
  ['speak Brazilian Portuguese', 'pt-BR'],
  ['язык как в Teams, автоматически', 'client'],
  ['speak chinese', undefined],
  ['russian or english', undefined],
  ['language', undefined],
])('%s names %s', (said, language) => {
  expect(languageNamed(said)).toBe(language);
});
