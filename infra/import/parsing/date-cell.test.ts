/** The forms in which a date is met, and what is no date. */
import fc from 'fast-check';
import { dateOf } from '../../../domain/basics/date';
import { readDate, readMonth } from './date-cell';

it.each([
  ['2018-12-25', '2018-12-25'],
  ['2018-12-25  23:07:22', '2018-12-25'],
  ['2018-12-25T23:07:22Z', '2018-12-25'],
  ['2018-12-25T23:07:22.123+02:00', '2018-12-25'],
  ['2018-12-25\u00a023:07', '2018-12-25'],
  ['2018-1-5', '2018-01-05'],
  ['2018/12/25', '2018-12-25'],
  ['2018.12.25 11:07:22 PM', '2018-12-25'],
  ['２０１８－１２－２５', '2018-12-25'],
  ['2018年12月25日', '2018-12-25'],
  ['22 Aug 2021', '2021-08-22'],
  ['22-Aug-2021 10:00', '2021-08-22'],
  ['2 September 2021', '2021-09-02'],
  ['22 Sept 2021', '2021-09-22'],
  ['Aug 22, 2021', '2021-08-22'],
  ['August 2 2021', '2021-08-02'],
  ['29 Feb 2020', '2020-02-29'],
  ['05/05/2018', '2018-05-05'],
  ['2018/12/25 下午 11:07:22', '2018-12-25'],
  ['2019/2/10 上午 09:02:49', '2019-02-10'],
  ['2018年12月25日 下午11:07', '2018-12-25'],
  ['25/dez/2018', '2018-12-25'],
  ['25-dez.-2018 23:07', '2018-12-25'],
  ['25 de dezembro de 2018', '2018-12-25'],
  ['1/mar/2019', '2019-03-01'],
  ['25 дек. 2018', '2018-12-25'],
  ['25 декабря 2018 г.', '2018-12-25'],
  ['25.дек.2018', '2018-12-25'],
  ['1 мая 2019', '2019-05-01'],
])('%s is one day', (cell, date) => {
  expect(readDate(cell)).toEqual({ date });
});

it.each([
  ['25/12/2018 23:07', '2018-12-25', undefined],
  ['12/25/2018', undefined, '2018-12-25'],
  ['12/25/2018 11:07:22 PM', undefined, '2018-12-25'],
  ['05/06/2018', '2018-06-05', '2018-05-06'],
  ['5.6.2018', '2018-06-05', '2018-05-06'],
  ['5-6-2018', '2018-06-05', '2018-05-06'],
])('%s reads day first as %s and month first as %s', (cell, dayFirst, monthFirst) => {
  expect(readDate(cell)).toEqual({ dayFirst, monthFirst });
});

it.each([
  ['31/31/2021', 'not-a-date'],
  ['30/02/2021', 'not-a-date'],
  ['2018-02-30', 'not-a-date'],
  ['2018-12/25', 'not-a-date'],
  ['2018-12-25 24:07', 'not-a-date'],
  ['2018-12-25 13:07 PM', 'not-a-date'],
  ['25/12/2018 23h07', 'not-a-date'],
  ['Dec-18', 'not-a-date'],
  ['22 Foo 2021', 'not-a-date'],
  ['yesterday', 'not-a-date'],
  ['20181225', 'not-a-date'],
  ['25/12/18', 'two-digit-year'],
  ['22-Aug-21', 'two-digit-year'],
  ['25/dez/18', 'two-digit-year'],
  ['2018/12/25 下午 13:07', 'not-a-date'],
  ['2018/12/25 下午 11:07 PM', 'not-a-date'],
  ['25/dia/2018', 'not-a-date'],
  ['43459', 'serial-number'],
  ['43459.96', 'serial-number'],
])('%s is refused: %s', (cell, fault) => {
  expect(readDate(cell)).toEqual({ fault });
});

it.each([
  ['Dec-18', '2018-12'],
  ['Dec 2018', '2018-12'],
  ['december-2018', '2018-12'],
  ['2018-12', '2018-12'],
  ['dez/18', '2018-12'],
  ['дек.18', '2018-12'],
  ['18-Dec', undefined],
  ['2018-13', undefined],
  ['', undefined],
])('the month %s is %s', (cell, month) => {
  expect(readMonth(cell)).toBe(month);
});

it('reads back every day in every form with a word or the year in front', () => {
  const day = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) }).map(dateOf);
  fc.assert(
    fc.property(day, (date) => {
      const [year, month, number] = date.split('-').map(Number) as [number, number, number];
      const word = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[month - 1]!;
      for (const form of [
        date,
        `${year}/${month}/${number}`,
        `${number} ${word} ${year}`,
        `${word} ${number}, ${year}`,
      ])
        expect(readDate(form)).toEqual({ date });
    }),
  );
});
