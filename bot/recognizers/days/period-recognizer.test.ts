/** Periods and days as people say them, on Saturday 28 November 2026. */
import { recognizePeriod } from './period-recognizer';
import { recognizeRelativeDay } from './relative-day';

const today = '2026-11-28';

describe('a period', () => {
  it.each([
    ['within 1 year', { days: 365 }],
    ['in two weeks', { days: 14 }],
    ['in a fortnight', { days: 14 }],
    ['half a year', { days: 180 }],
    ['in 2 wks', { days: 14 }],
    ['30d', { days: 30 }],
    ['this wk', { until: '2026-11-29' }],
    ['next qtr', { until: '2027-03-31' }],
    ['b4 yr end', { until: '2026-12-31' }],
    ['by eoy', { until: '2026-12-31' }],
    ['next month', { until: '2026-12-31' }],
    ['in the next month', { days: 30 }],
    ['over the next quarter', { days: 90 }],
    ['the coming year', { days: 365 }],
    ['next year', { until: '2027-12-31' }],
    ['the end of the next quarter', { until: '2027-03-31' }],
    ['semana q vem', { until: '2026-12-06' }],
    ['6 mos', { days: 180 }],
    ['за 2 нед', { days: 14 }],
    ['this month (30 days)', { days: 30 }],
    ['明年的预算，往后十二个月', { days: 360 }],
    ['no próximo semestre', { days: 180 }],
    ['三个月内', { days: 90 }],
    ['半年', { days: 180 }],
    ['三十天内', { days: 30 }],
    ['六十天', { days: 60 }],
    ['二十五天', { days: 25 }],
    ['十二个月', { days: 360 }],
    ['за три месяца', { days: 90 }],
    ['в ближайший месяц', { days: 30 }],
    ['на неделю вперёд', { days: 7 }],
    ['месяц вперёд', { days: 30 }],
    ['полгодика', { days: 180 }],
    ['em 6 meses', { days: 180 }],
    ['до конца года', { until: '2026-12-31' }],
    ['até o fim do ano', { until: '2026-12-31' }],
    ['next month', { until: '2026-12-31' }],
    ['下个月', { until: '2026-12-31' }],
    ['в этом квартале', { until: '2026-12-31' }],
    ['no primeiro trimestre do ano que vem', { until: '2027-03-31' }],
    ['明年第一季', { until: '2027-03-31' }],
    ['next year', { until: '2027-12-31' }],
    ['in May', { until: '2027-05-31' }],
    ['before June', { until: '2027-05-31' }],
    ['in December', { until: '2026-12-31' }],
    ['в мае', { until: '2027-05-31' }],
    ['до марта', { until: '2027-02-28' }],
    ['em fevereiro', { until: '2027-02-28' }],
    ['五月', { until: '2027-05-31' }],
    ['12月份', { until: '2026-12-31' }],
    ['8月前', { until: '2027-07-31' }],
  ])('%s is %j', (said, period) => {
    expect(recognizePeriod(said, today)?.period).toEqual(period);
  });

  it.each(['within a while', 'soon', 'в ближайшее время', ''])('is not read into “%s”', (said) => {
    expect(recognizePeriod(said, today)).toBeUndefined();
  });
});

describe('a day', () => {
  it.each([
    ['last Friday', '2026-11-27'],
    ['сексту', undefined],
    ['sexta passada', '2026-11-27'],
    ['в прошлую пятницу', '2026-11-20'],
    ['上周五', '2026-11-20'],
    ['позавчера', '2026-11-26'],
    ['anteontem', '2026-11-26'],
    ['前天', '2026-11-26'],
    ['last night', '2026-11-27'],
    ['昨晚', '2026-11-27'],
    ['6 月底', '2027-06-30'],
    ['three days ago', '2026-11-25'],
    ['há duas semanas', '2026-11-14'],
    ['on monday', '2026-11-23'],
    ['конца июня', '2027-06-30'],
    ['明年6月底', '2027-06-30'],
    ['we renewed it', undefined],
  ])('%s is %s', (said, day) => {
    expect(recognizeRelativeDay(said, today)?.days[0]).toBe(day);
  });

  it.each([
    ['on the 12th', ['2026-11-12', '2026-12-12']],
    ['on the 28th', ['2026-11-28', '2026-12-28']],
    ['on the 31st', ['2026-10-31', '2026-12-31']],
    ['foi feita dia 25', ['2026-11-25', '2026-12-25']],
    ['no dia 1º', ['2026-11-01', '2026-12-01']],
    ['12-го числа', ['2026-11-12', '2026-12-12']],
    ['24号办的', ['2026-11-24', '2026-12-24']],
    ['on the 12th floor', undefined],
    ['11月24号', undefined],
    ['the 4th attempt', undefined],
  ])('of a month that is not named: %s is %j', (said, days) => {
    expect(recognizeRelativeDay(said, today)?.days).toEqual(days);
  });
});
