/** Amounts of money as people write them in five languages. */
import type { Locale } from '../../../domain/basics/locale';
import { currencyNamed, recognizeMoney } from './money-recognizer';

it.each<[string, Locale, string, string | undefined]>([
  ['cost 165 USD', 'en', '165', 'USD'],
  ['cost 165.50 usd', 'en', '165.50', 'USD'],
  ['$165', 'en', '165', 'USD'],
  ['1,165.50 EUR', 'en', '1165.50', 'EUR'],
  ['€99', 'en', '99', 'EUR'],
  ['165', 'en', '165', undefined],
  ['2 vouchers, 165 USD', 'en', '165', 'USD'],
  ['165 for all', 'en', '165', undefined],
  ['500,90 reais', 'pt-BR', '500.90', 'BRL'],
  ['R$ 1.500', 'pt-BR', '1500', 'BRL'],
  ['9 000 рублей', 'ru-RU', '9000', 'RUB'],
  ['9000,50 руб.', 'ru-RU', '9000.50', 'RUB'],
  ['费用 1000元', 'zh-CN', '1000', 'CNY'],
  ['165美元', 'zh-CN', '165', 'USD'],
  ['¥1000', 'zh-CN', '1000', 'CNY'],
  ['5000 元', 'zh-TW', '5000', 'TWD'],
  ['¥1000', 'en', '1000', undefined],
  ['5 тыс. рублей', 'ru-RU', '5000', 'RUB'],
  ['收入50万元', 'zh-CN', '500000', 'CNY'],
  ['€1.2m', 'en', '1200000', 'EUR'],
  ['85 mil reais', 'pt-BR', '85000', 'BRL'],
  ['стоимость экзамена 165 к 1 января', 'ru-RU', '165', undefined],
  ['考试费 每2年 800', 'zh-CN', '800', undefined],
  ['real 50.000', 'pt-BR', '50000', undefined],
])('%s (%s)', (said, locale, amount, currency) => {
  const found = recognizeMoney(said, locale);

  expect(Number(found?.amount)).toBe(Number(amount));
  expect(found?.currency).toBe(currency);
});

it('is not in words without a number', () => {
  expect(recognizeMoney('what does it cost in USD', 'en')).toBeUndefined();
});

it.each([
  ['usd', 'USD'],
  ['ALL', 'ALL'],
  ['all', undefined],
  ['dollars', 'USD'],
  ['bananas', undefined],
])('the currency of %s is %s', (said, currency) => {
  expect(currencyNamed(said, 'en')).toBe(currency);
});
