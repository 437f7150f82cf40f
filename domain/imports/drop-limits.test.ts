/** What a chat takes of one file: a usual export by its bytes as by its rows, and none that would hold up other tenants. */
import { dropLimits, largestDrop } from './drop-limits';

/** Bytes of one row of a training export with every column that Partner Center gives. */
const usualRow = 290;

it.each([
  [14_000, true],
  [100_000, false],
])('of a training export, %i rows are taken: %s', (rows, isTaken) => {
  expect(rows * usualRow <= largestDrop).toBe(isTaken);
  expect(rows <= dropLimits.rows).toBe(isTaken);
});

it('is not refused for the blank lines that a spreadsheet leaves below a table, nor for the seconds that a full file takes', () => {
  const [left, seconds] = [65_536, 2];

  expect(dropLimits.blankLines).toBeGreaterThan(left);
  expect(dropLimits.milliseconds).toBeGreaterThan(seconds * 1000);
});
