/** What one file may hold: exactly as much as the limits say is read, one more is refused with its line. */
import type { DropLimits } from '../../domain/imports/drop-limits';
import { fileOf } from './file';
import { longestCell } from './parsing/entry';
import { mostColumns } from './parsing/rows';
import { readImport } from './reader';

const nothing = () => undefined;
const names = { competency: nothing, level: nothing, metric: nothing, sharedBy: () => [] };
const limits: DropLimits = { rows: 3, blankLines: 4, milliseconds: 60_000 };

const read = (text: string, more: Partial<DropLimits> = {}) =>
  readImport(fileOf('people.csv', Buffer.from(text)), { names, today: '2021-06-30', limits: { ...limits, ...more } });

const header = 'Name,WorkEmail';
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `P${index},p${index}@contoso.com`).join('\n');

it.each([
  ['rows', [header, people(3)], 3],
  ['rows, the blank ones not counted', [header, '', people(3), ',', '  '], 3],
  ['empty lines', [header, '', '', people(1), '', ''], 1],
  ['blank rows', [header, ',', ',', people(1), ' ', ' , '], 1],
  ['columns', [`${header}${','.repeat(mostColumns - 2)}`, people(1)], 1],
])('reads as many %s as there may be', async (_, lines, rows) => {
  expect(await read(lines.join('\n'))).toMatchObject({ rows, rejected: [] });
});

it.each([
  ['rows', [header, people(4)], 'too-many-rows', { line: 5, most: 3 }],
  ['empty lines', [header, '', '', '', '', '', people(1)], 'too-many-blank-lines', { line: 7, most: 4 }],
  ['blank rows', [header, ',', ',', ',', ',', ',', people(1)], 'too-many-blank-lines', { line: 7, most: 4 }],
  [
    'blank lines above the header',
    ['', '', '', '', '', header, people(1)],
    'too-many-blank-lines',
    { line: 7, most: 4 },
  ],
  ['columns', [header, ','.repeat(mostColumns)], 'too-many-columns', { line: 2, most: mostColumns }],
  ['columns of the header', [','.repeat(mostColumns), people(1)], 'too-many-columns', { line: 1, most: mostColumns }],
])('refuses one of the %s too many', async (_, lines, code, args) => {
  expect(await read(lines.join('\n'))).toEqual({ refused: { code, args } });
});

it('gives up where reading takes too long', async () => {
  expect(await read(`${header}\n${people(1)}`, { milliseconds: -1 })).toMatchObject({
    refused: { code: 'reading-too-slow' },
  });
});

it('rejects a row with a value that is longer than any, and takes the others', async () => {
  const long = `${'x'.repeat(longestCell + 1)},long@contoso.com`;

  expect(await read([header, people(1), long].join('\n'))).toMatchObject({
    rows: 2,
    rejected: [{ line: 3, column: 'Name', code: 'value-too-long', args: { most: longestCell } }],
  });
});

it('takes any number of rows where there are no limits', async () => {
  const found = await readImport(fileOf('people.csv', Buffer.from(`${header}\n${people(20)}`)), {
    names,
    today: '2021-06-30',
  });

  expect(found).toMatchObject({ rows: 20 });
});
