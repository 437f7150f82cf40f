/** Until when a span to come reaches, as people name it on Saturday 28 November 2026. */
import type { Locale } from '../../../domain/basics/locale';
import { opensTime, spanAheadIn } from './span-end';

const today = '2026-11-28';

it.each<[Locale, string, string]>([
  ['en', 'anything expiring between August and October?', '2027-10-31'],
  ['en', 'what expires from January to March', '2027-03-31'],
  ['en', 'what expires from 1 January to 31 March', '2027-03-31'],
  ['en', 'what expires between 1 January and 31 March', '2027-03-31'],
  ['en', 'certifications expiring Jan - Mar 2028', '2028-03-31'],
  ['en', 'what expires in the first half of 2027', '2027-06-30'],
  ['en', 'expiring in 2027', '2027-12-31'],
  ['en', 'what expires in January 2028', '2028-01-31'],
  ['en', 'expiring between now and June', '2027-06-30'],
  ['en', 'from November to February', '2027-02-28'],
  ['ru-RU', 'что истекает с января по март?', '2027-03-31'],
  ['ru-RU', 'что истекает между январём и мартом', '2027-03-31'],
  ['ru-RU', 'что истекает в период с 1 января по 31 марта 2028', '2028-03-31'],
  ['ru-RU', 'что истекает в первом полугодии 2027', '2027-06-30'],
  ['pt-BR', 'o que vence entre janeiro e março?', '2027-03-31'],
  ['pt-BR', 'o que expira de 1 de janeiro a 31 de março', '2027-03-31'],
  ['pt-BR', 'o que vence no primeiro semestre de 2027', '2027-06-30'],
  ['zh-CN', '1月到3月有哪些认证过期', '2027-03-31'],
  ['zh-CN', '明年1月到3月什么过期', '2027-03-31'],
  ['zh-CN', '2027年过期的', '2027-12-31'],
  ['en', 'what expires in May or June 2027', '2027-06-30'],
  ['en', 'expiring between 2027 and 2028', '2028-12-31'],
  ['pt-BR', 'o que expira até 2027', '2026-12-31'],
  ['ru-RU', 'до 2028 года', '2027-12-31'],
  ['zh-CN', '2027年前到期的有哪些', '2026-12-31'],
  ['zh-CN', '2027年3月之前到期的', '2027-02-28'],
  ['zh-CN', '2027年3月到2028年5月到期的', '2028-05-31'],
  ['zh-TW', '一月至三月有哪些證照到期', '2027-03-31'],
  ['zh-TW', '明年上半年哪些到期', '2027-06-30'],
])('%s: “%s” reaches to %s', (locale, said, until) => {
  expect(spanAheadIn(said, { locale, today })).toEqual({ until });
});

it.each<[Locale, string]>([
  ['en', 'what expires soon'],
  ['en', 'what expired in 2025'],
  ['en', 'Owen passed on 1 May and Yuki on 2 May'],
  ['en', 'what may expire and what will we lose'],
  ['ru-RU', 'что истекает'],
  ['zh-CN', '3月5日过期的'],
  ['zh-CN', '去年下半年到期的'],
  ['en', 'what expires in 2027 days'],
  ['en', 'what expires in the first half of January'],
])('%s: no span to come is read into “%s”', (locale, said) => {
  expect(spanAheadIn(said, { locale, today })).toBeUndefined();
});

it.each<[Locale, string]>([
  ['zh-CN', '2027年以后到期的有哪些'],
  ['zh-CN', '2027年3月之后到期的'],
])('%s: “%s” has no end', (locale, said) => {
  expect(spanAheadIn(said, { locale, today })).toEqual({ isOpen: true });
});

it.each([
  ['what expires after ', '', true],
  ['что истекает после ', '', true],
  ['', '以后过期的', true],
  ['what expires on ', '', false],
  ['what expires by ', ' at the latest', false],
])('“%s… %s” begins a time without an end: %s', (before, behind, opens) => {
  expect(opensTime(before, behind)).toBe(opens);
});
