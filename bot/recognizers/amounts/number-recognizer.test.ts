/** Amounts as people write them in five languages. */
import type { Locale } from '../../../domain/basics/locale';
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
  ['消费5万美元', 'zh-CN', 50_000, '消费'],
  ['消費五萬美元', 'zh-TW', 50_000, '消費'],
  ['过去12个月消费4.8万', 'zh-CN', 48_000, '过去12个月消费'],
  ['营收1.2亿', 'zh-CN', 120_000_000, '营收'],
  ['營收3千萬', 'zh-TW', 30_000_000, '營收'],
  ['消费4万5', 'zh-CN', 45_000, '消费'],
  ['收入87万5千', 'zh-CN', 875_000, '收入'],
  ['消费4.8万12个月', 'zh-CN', 48_000, '消费 12个月'],
  ['消费十二万', 'zh-CN', 120_000, '消费'],
  ['消费两百万', 'zh-CN', 2_000_000, '消费'],
  ['收入3百万，过去12个月', 'zh-CN', 3_000_000, '收入 ，过去12个月'],
  ['потребление 48 тысяч', 'ru-RU', 48_000, 'потребление'],
  ['потребление 48,2 тыс. долл.', 'ru-RU', 48_200, 'потребление'],
  ['выручка 50к', 'ru-RU', 50_000, 'выручка'],
  ['выручка 2 миллиона', 'ru-RU', 2_000_000, 'выручка'],
  ['выручка 1,2 млрд', 'ru-RU', 1_200_000_000, 'выручка'],
  ['receita 800 mil', 'pt-BR', 800_000, 'receita'],
  ['receita 1 milhão e 100 mil', 'pt-BR', 1_100_000, 'receita'],
  ['выручка 2 млн 350 тыс.', 'ru-RU', 2_350_000, 'выручка'],
  ['revenue 1 crore 20 lakh', 'en', 12_000_000, 'revenue'],
  ['from 250 thousand to 300 thousand', 'en', 300_000, 'from 250 thousand to'],
  ['receita 1,1 milhão', 'pt-BR', 1_100_000, 'receita'],
  ['receita de 2 mi', 'pt-BR', 2_000_000, 'receita de'],
  ['revenue is R2 310 000', 'en', 2_310_000, 'revenue is'],
  ['revenue 35 lakh', 'en', 3_500_000, 'revenue'],
  ['revenue Rs 1.2 crore', 'en', 12_000_000, 'revenue'],
  ['consumo de 1,2 milhao', 'pt-BR', 1_200_000, 'consumo de'],
  ['receita de R$ 1,5 bi', 'pt-BR', 1_500_000_000, 'receita de'],
  ['revenue 2bn', 'en', 2_000_000_000, 'revenue'],
  ['revenue 3 thousand dollars', 'en', 3_000, 'revenue'],
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
