/** The five languages say the same things with the same arguments, in the words of Partner Center, and none is forgotten. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { locales, type Locale } from '../../domain/basics/locale';
import { text, type Key } from '.';
import en from './en.json';

const messagesOf = (locale: Locale): Record<string, string> =>
  JSON.parse(readFileSync(join(__dirname, `${locale}.json`), 'utf8')) as Record<string, string>;
const messages = Object.fromEntries(locales.map((locale) => [locale, messagesOf(locale)])) as Record<
  Locale,
  Record<string, string>
>;
const others = locales.filter((locale) => locale !== 'en');
const keys = Object.keys(en) as Key[];

const values: readonly TYPE[] = [TYPE.argument, TYPE.number, TYPE.plural];

/** Every argument of a message, and whether its value is said or decides what is said. */
function argumentsOf(elements: readonly MessageFormatElement[]): Map<string, 'value' | 'choice'> {
  const found = new Map<string, 'value' | 'choice'>();
  for (const element of elements) {
    if (values.includes(element.type) && 'value' in element) found.set(element.value, 'value');
    if (element.type === TYPE.select) found.set(element.value, 'choice');
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options))
        for (const [name, kind] of argumentsOf(option.value)) found.set(name, kind);
  }
  return found;
}

function pluralsOf(elements: readonly MessageFormatElement[]): readonly (readonly string[])[] {
  return elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const own = element.type === TYPE.plural ? [Object.keys(element.options)] : [];
    return [...own, ...Object.values(element.options).flatMap((option) => pluralsOf(option.value))];
  });
}

it.each(others)('%s has exactly the keys of English', (locale) => {
  expect(Object.keys(messages[locale]).sort()).toEqual([...keys].sort());
});

it.each(others)('%s takes the same arguments of the same kinds as English', (locale) => {
  for (const key of keys)
    expect([key, argumentsOf(parse(messages[locale][key]!))]).toEqual([key, argumentsOf(parse(en[key]))]);
});

it.each(locales)('%s has every plural of its language and no other', (locale) => {
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  // Portuguese has "many" for millions, where it reads as "other" does.
  const wanted = locale === 'pt-BR' ? ['one', 'other'] : [...categories].sort();
  for (const key of keys)
    for (const plural of pluralsOf(parse(messages[locale][key]!))) {
      const named = plural.filter((category) => !category.startsWith('=')).sort();
      expect([key, named]).toEqual([key, named.length === 1 ? ['other'] : wanted]);
    }
});

it.each(locales)('%s says something everywhere', (locale) => {
  expect(keys.filter((key) => messages[locale][key]!.trim() === '')).toEqual([]);
});

/** Words that are the same in English and another language. */
const sameWord: readonly string[] = ['local.place.bot', 'doctor.check.token'];

/** Signs and names that are the same in any language. */
const sameEverywhere = /^(?:[^\p{L}]|\{[^{}]*\}|USD|Laurel)*$/u;

it.each(others)('%s is translated', (locale) => {
  const same = keys.filter((key) => messages[locale][key] === en[key] && !sameEverywhere.test(en[key]));

  expect(same.filter((key) => !sameWord.includes(key))).toEqual([]);
});

const room = join(__dirname, '..', '..');
const code = ['bot', 'cards', 'domain', 'infra']
  .flatMap((folder) =>
    readdirSync(join(room, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(room, file), 'utf8'))
  .join('\n');
const literals = new Set(
  [...code.matchAll(/[`'"]([a-z][\w-]*(?:\.(?:[\w-]|\$\{[^}]*\})+)+)[`'"]/gu)].map(([, key]) => key!),
);
const patterns = [...literals]
  .filter((literal) => literal.includes('${'))
  .map(
    (literal) =>
      new RegExp(`^${literal.replace(/\$\{[^}]*\}|\./gu, (part) => (part === '.' ? '\\.' : '[\\w-]+'))}$`, 'u'),
  );

it('says every message somewhere', () => {
  const unused = keys.filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));

  expect(unused).toEqual([]);
});

it('writes the labels of the Traditional Chinese interface in brackets', () => {
  const withPath = keys.filter((key) => / > /u.test(en[key]));

  expect(withPath.length).toBeGreaterThan(0);
  expect(withPath.filter((key) => !/\[[^\]]+\] > \[[^\]]+\]/u.test(messages['zh-TW'][key]!))).toEqual([]);
});

it.each<[Locale, string]>([
  ['en', '14 Feb 2018'],
  ['zh-CN', '2018年2月14日'],
  ['zh-TW', '2018年2月14日'],
  ['ru-RU', '14 февраля 2018'],
  ['pt-BR', '14 de fev. de 2018'],
])('%s writes a date as %s', (locale, expected) => {
  expect(text(locale).date('2018-02-14')).toBe(expected);
});

it.each<[number, string]>([
  [0, '0%'],
  [0.0001, '1%'],
  [0.004, '1%'],
  [0.5, '50%'],
  [0.994, '99%'],
  [0.9999, '99%'],
  [1, '100%'],
])('writes the share %d as %s', (share, expected) => {
  expect(text('en').percent(share)).toBe(expected);
});

it.each<[Locale, number, string]>([
  ['en', 1, '1 person short'],
  ['en', 2, '2 people short'],
  ['ru-RU', 1, 'не хватает 1 сотрудника'],
  ['ru-RU', 3, 'не хватает 3 сотрудников'],
  ['ru-RU', 21, 'не хватает 21 сотрудника'],
  ['zh-TW', 2, '還差 2 人'],
  ['pt-BR', 1, 'falta 1 pessoa'],
])('%s counts %d as "%s"', (locale, count, expected) => {
  expect(text(locale).say('missing.people', { count })).toBe(expected);
});

it('writes numbers, lists and choices in the way of the language', () => {
  expect(text('en').number(12_345.5)).toBe('12,345.5');
  expect(text('pt-BR').number(12_345.5)).toBe('12.345,5');
  expect(text('ru-RU').list(['A', 'B', 'C'])).toBe('A, B и C');
  expect(text('zh-CN').choice(['A', 'B'])).toBe('A或B');
});

it('falls back to English names where a language has none', () => {
  expect(text('ru-RU').name({ en: 'DevOps' })).toBe('DevOps');
});

it('throws where an argument is missing', () => {
  expect(() => text('en').say('missing.people')).toThrow(/count/u);
});

it('throws where a message is missing', () => {
  expect(() => text('en').say('no.such-key' as Key)).toThrow(/no\.such-key/u);
});
