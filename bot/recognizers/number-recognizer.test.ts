/** Amounts as people write them in five languages. */
import type { Locale } from '../../domain/basics/locale';
import { recognizeNumber } from './number-recognizer';

const rows: readonly (readonly [said: string, locale: Locale, value: number | boolean | undefined, rest: string])[] = [
  ['azure consumption 250000', 'en', 250_000, 'azure consumption'],
  ['azure consumption 12 months 250,000', 'en', 250_000, 'azure consumption 12 months'],
  ['azure_consumption_usd_12m 5', 'en', 5, 'azure_consumption_usd_12m'],
  ['revenue $1.5m', 'en', 1_500_000, 'revenue'],
  ['revenue 250k', 'en', 250_000, 'revenue'],
  ['revenue 250 000 usd', 'en', 250_000, 'revenue'],
  ['revenue 1,234.5', 'en', 1234.5, 'revenue'],
  ['revenue 1.25', 'en', 1.25, 'revenue'],
  ['receita 1.234', 'pt-BR', 1234, 'receita'],
  ['receita 1.234.567,8', 'pt-BR', 1_234_567.8, 'receita'],
  ['выручка 1,5 млн', 'ru-RU', 1_500_000, 'выручка'],
  ['выручка 250 тыс.', 'ru-RU', 250_000, 'выручка'],
  ['收入 25万', 'zh-CN', 250_000, '收入'],
  ['authorised yes', 'en', true, 'authorised'],
  ['autorizado não', 'pt-BR', false, 'autorizado'],
  ['авторизован да', 'ru-RU', true, 'авторизован'],
  ['revenue', 'en', undefined, 'revenue'],
];

it.each(rows)('%s (%s)', (said, locale, value, rest) => {
  const { value: read, rest: left } = recognizeNumber(said, locale);

  expect(read).toBe(value);
  expect(left).toBe(rest);
});
