/** The check of terms names file and key of a message that says a term in another way. */
import { readMessages, readTerms, termFaults, type Messages } from './term-faults';
import type { Locale } from '../../domain/basics/locale';

const messages = readMessages();
const terms = readTerms();

function withMessage(locale: Locale, key: string, message: string): Messages {
  return { ...messages, [locale]: { ...messages[locale], [key]: message } };
}

it('finds nothing in the messages as they are', () => {
  expect(termFaults(messages, terms)).toEqual([]);
});

it.each<[Locale, string, string, string]>([
  ['zh-TW', 'button.programme', '合作夥伴計劃', '計劃'],
  ['zh-TW', 'alert.somebody', '一位系統管理員', '系統管理員'],
  ['zh-CN', 'membership.market', '发展中市场', '成熟市场'],
  ['ru-RU', 'benefit.heading', 'Что даёт {levels}', 'ё'],
  ['pt-BR', 'programme.facts-stay', 'Pessoas e realizações permanecem neste programa', 'realizações'],
  ['pt-BR', 'funnel.empty', 'Digite onboard e os nomes.', 'onboard'],
  ['ru-RU', 'button.membership', 'Участие', 'членств'],
])('names the file and the key where %s says %s as “%s”', (locale, key, message, said) => {
  const faults = termFaults(withMessage(locale, key, message), terms);

  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault).toMatchObject({ file: `cards/text/${locale}.json`, key });
  expect(faults.map(({ problem }) => problem).join()).toContain(said);
});

it('asks for an exception that is not needed to be removed', () => {
  const except = { ...terms.except, 'button.programme': 'no reason' };

  expect(termFaults(messages, { ...terms, except })).toEqual([
    { file: 'cards/text/terms.json', key: 'button.programme', problem: 'this exception is not needed' },
  ]);
});
