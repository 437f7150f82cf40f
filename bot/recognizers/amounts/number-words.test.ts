/** Amounts of a few as people spell them; an article and a length of time are none. */
import { speltNumber } from './number-words';

it.each<[string, number | undefined]>([
  ['put down twelve new customers', 12],
  ['a couple of new customers', 2],
  ['новых клиентов трое', 3],
  ['четырёх клиентов добавили', 4],
  ['três novos clientes', 3],
  ['vinte assentos', 20],
  ['新客户十二家', 12],
  ['新增三個客戶', 3],
  ['a customer', undefined],
  ['um cliente novo', undefined],
  ['новые клиенты за два месяца', undefined],
  ['customers of the last three months', undefined],
  ['三个月的消耗', undefined],
  ['someone new', undefined],
  ['сто двадцать тысяч', undefined],
  ['três milhões e meio', undefined],
  ['two hundred seats', undefined],
  ['мы получили двенадцать клиентов', 12],
  ['in December twelve new customers', 12],
  ['on behalf of twelve customers', 12],
  ['十二个星期', undefined],
])('%s', (said, value) => {
  expect(speltNumber(said)).toBe(value);
});
