/** The order of day and month is settled by the whole file or not at all. */
import { readDate } from './date-cell';
import { dateEvidence, dateIn } from './date-order';

function verdictOn(cells: readonly string[], months: readonly string[] = []) {
  const evidence = dateEvidence();
  cells.forEach((value, index) =>
    evidence.see(readDate(value), { line: index + 2, column: 'Date', value, month: months[index] ?? '' }),
  );
  return evidence.verdict();
}

const question = (line: number, value: string, dayFirst: string, monthFirst: string) => ({
  refused: { code: 'ambiguous-dates', args: { line, column: 'Date', value, dayFirst, monthFirst } },
});

it.each([
  ['one day above 12', ['05/06/2018', '25/12/2018'], [], { order: 'day-first' }],
  ['one month-first date', ['05/06/2018', '12/25/2018'], [], { order: 'month-first' }],
  ['dots', ['05.06.2018', '25.12.2018'], [], { order: 'day-first' }],
  ['the month column', ['05/06/2018', '07/08/2018'], ['Jun-18'], { order: 'day-first' }],
  ['the month column, month first', ['05/06/2018', '07/08/2018'], ['', 'Jul-18'], { order: 'month-first' }],
  [
    'a month column that fits neither',
    ['05/06/2018'],
    ['Dec-18'],
    question(2, '05/06/2018', '2018-06-05', '2018-05-06'),
  ],
  ['nothing to settle', ['2018-06-05', '22 Aug 2021', '05/05/2018'], [], {}],
  ['ISO dates beside', ['2018-12-25', '05/06/2018'], [], question(3, '05/06/2018', '2018-06-05', '2018-05-06')],
  [
    'dates that are the same both ways',
    ['05/05/2018', '05/06/2018'],
    [],
    question(3, '05/06/2018', '2018-06-05', '2018-05-06'),
  ],
  ['a clear majority', ['25/12/2018', '26/12/2018', '12/25/2018'], [], { order: 'day-first' }],
  [
    'a tie',
    ['25/12/2018', '12/25/2018', '05/06/2018'],
    [],
    {
      refused: {
        code: 'contradicting-dates',
        args: { dayFirst: '25/12/2018', dayFirstLine: 2, monthFirst: '12/25/2018', monthFirstLine: 3 },
      },
    },
  ],
])('%s', (_, cells, months, verdict) => {
  expect(verdictOn(cells, months)).toEqual(verdict);
});

it.each([
  ['2018-12-25', 'month-first', { date: '2018-12-25' }],
  ['05/06/2018', 'day-first', { date: '2018-06-05' }],
  ['05/06/2018', 'month-first', { date: '2018-05-06' }],
  ['25/12/2018', 'month-first', { fault: 'other-date-order' }],
  ['12/25/2018', 'day-first', { fault: 'other-date-order' }],
  ['05/06/2018', undefined, { fault: 'other-date-order' }],
  ['31/31/2021', 'day-first', { fault: 'not-a-date' }],
] as const)('%s in a file that is %s', (cell, order, read) => {
  expect(dateIn(readDate(cell), order)).toEqual(read);
});
