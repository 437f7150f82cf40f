/** Days by their distance from today, which is Saturday, 28 November 2026: which day is meant, and which words are no day. */
import { isBeginning, recognizeRelativeDay } from './relative-day';

const today = '2026-11-28';

it.each<[string, readonly string[] | undefined]>([
  ['she sat AI-102 on Monday', ['2026-11-23']],
  ['she sat AI-102', undefined],
  ['saiu hj', ['2026-11-28']],
  ['с сегодняшнего дня', ['2026-11-28']],
  ['即日起生效', ['2026-11-28']],
  ['na próxima segunda', ['2026-11-30']],
  ['в следующий вторник', ['2026-12-01']],
  ['passed it on sat', ['2026-11-21']],
  ['he left sat.', ['2026-11-21']],
  ['the sun is shining', undefined],
  ['from monday Graham is gone', ['2026-11-23', '2026-11-30']],
  ['с понедельника не работает', ['2026-11-23', '2026-11-30']],
  ['a partir de segunda', ['2026-11-23', '2026-11-30']],
  ['周一起不在了', ['2026-11-23', '2026-11-30']],
  ['left on Tuesday last week', ['2026-11-17']],
  ['last week on Tuesday', ['2026-11-17']],
  ['(на прошлой неделе во вторник)', ['2026-11-17']],
  ['saiu na terça da semana passada', ['2026-11-17']],
  ['next week, Friday', ['2026-12-04']],
  ['na sexta da semana que vem', ['2026-12-04']],
  ['на следующей неделе в пятницу', ['2026-12-04']],
  ['大前天走的', ['2026-11-25']],
  ['大后天离职', ['2026-12-01']],
  ['前天走的', ['2026-11-26']],
  ['the 5th of last month', ['2026-10-05']],
  ['on the twelfth of next month', ['2026-12-12']],
  ['下個月15號止', ['2026-12-15']],
  ['上个月3号', ['2026-10-03']],
  ['15 числа следующего месяца', ['2026-12-15']],
  ['dia 15 do mês que vem', ['2026-12-15']],
  ['connected it yday', ['2026-11-27']],
  ['尋日考到', ['2026-11-27']],
  ['聽日走', ['2026-11-29']],
  ['сёдня утром', ['2026-11-28']],
  ['сегодняшним числом', ['2026-11-28']],
  ['от вчерашнего числа', ['2026-11-27']],
  ['Nguyen Thu Ha passed', undefined],
  ['left Thu', ['2026-11-26']],
  ['which person sat AZ-104', undefined],
  ['na segunda tentativa passou', undefined],
  ['saiu na segunda', ['2026-11-23']],
  ['что у нас в среде Azure', undefined],
  ['к среде', ['2026-11-25']],
  ['证明日期', undefined],
  ['明日离职', ['2026-11-29']],
  ['张伟二十天前离职', ['2026-11-08']],
  ['十五天前', ['2026-11-13']],
  ['九天前', ['2026-11-19']],
  ['seven days ago', ['2026-11-21']],
  ['восемь дней назад', ['2026-11-20']],
  ['本周四离职', ['2026-11-26']],
  ['这周日走', ['2026-11-29']],
  ['周日走', ['2026-11-22']],
])('%s', (said, days) => {
  expect(recognizeRelativeDay(said, today)?.days).toEqual(days);
});

it.each([
  ['as from monday', true],
  ['с понедельника', true],
  ['a partir de segunda', true],
  ['周一起', true],
  ['on Monday', false],
  ['last Monday', false],
])('%s begins something: %s', (said, isOne) => {
  expect(isBeginning(said)).toBe(isOne);
});
