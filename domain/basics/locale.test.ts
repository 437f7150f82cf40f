/** Which language a client's tag means. */
import { localeOf, nameIn } from './locale';

it.each([
  ['zh-TW', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-MO', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh-Hant-SG', 'zh-TW'],
  ['zh', 'zh-CN'],
  ['zh-CN', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hans-MY', 'zh-CN'],
  ['ZH_tw', 'zh-TW'],
  ['ru', 'ru-RU'],
  ['ru-KZ', 'ru-RU'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['pt_br', 'pt-BR'],
  ['en-GB', 'en'],
  ['de-DE', 'en'],
  ['', 'en'],
  ['???', 'en'],
  [undefined, 'en'],
])('%s speaks %s', (tag, expected) => {
  expect(localeOf(tag)).toBe(expected);
});

it('gives a name in English where the language has none', () => {
  expect(nameIn('ru-RU', { en: 'DevOps', 'zh-CN': '开发运营' })).toBe('DevOps');
  expect(nameIn('zh-CN', { en: 'DevOps', 'zh-CN': '开发运营' })).toBe('开发运营');
});
