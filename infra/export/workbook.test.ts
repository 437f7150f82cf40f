/** A workbook is opened by a reader of other authors: the same cells, and no text is ever a formula. */
import { read, type WorkBook } from '@e965/xlsx';
import fc from 'fast-check';
import type { Sheet } from '../../domain/imports/sheet';
import { workbookOf } from './workbook';

const openBook = async (sheets: readonly Sheet[]): Promise<WorkBook> =>
  read(await workbookOf(sheets), { cellFormula: true, cellNF: true, cellDates: true, UTC: true });

const column = (title: string) => ({ title, width: 10 });

it('holds texts, numbers, shares and days as what they are', async () => {
  const book = await openBook([
    {
      name: 'One',
      columns: ['A', 'B', 'C', 'D', 'E'].map(column),
      rows: [[{ text: 'Łucja 王' }, { number: 2.5 }, { share: 0.5 }, { day: '2024-02-29' }, undefined]],
    },
    { name: 'Two', columns: [column('A')], rows: [] },
  ]);

  expect(book.SheetNames).toEqual(['One', 'Two']);
  const cells = book.Sheets['One']!;
  expect([cells['A2'].t, cells['A2'].v]).toEqual(['s', 'Łucja 王']);
  expect([cells['B2'].t, cells['B2'].v]).toEqual(['n', 2.5]);
  expect([cells['C2'].t, cells['C2'].v, cells['C2'].w]).toEqual(['n', 0.5, '50%']);
  expect([cells['D2'].t, (cells['D2'].v as Date).toISOString()]).toEqual(['d', '2024-02-29T00:00:00.000Z']);
  expect(cells['E2']).toBeUndefined();
});

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    '+7',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("http://x")',
    "'=1",
    '\t=1',
    '<c><f>1</f></c>',
    '&amp;',
    '_x000D_',
  ),
);

it('makes no formula of any text, whatever stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 6 }), async (texts) => {
      const rows = texts.map((text) => [{ text }]);
      const book = await openBook([{ name: 'A', columns: [column('Name')], rows }]);
      const cells = book.Sheets['A']!;
      texts.forEach((_, index) => {
        const cell = cells[`A${index + 2}`];
        if (cell) expect([cell.t, cell.f]).toEqual(['s', undefined]);
      });
    }),
    { numRuns: 60 },
  );
});

it.each(['=1+1', '+7', '@SUM(A1)', '<b>', '&amp;', ' two  spaces ', 'a\nb'])(
  'keeps the text %j as it is',
  async (text) => {
    const book = await openBook([{ name: 'A', columns: [column('Name')], rows: [[{ text }]] }]);
    expect(book.Sheets['A']!['A2'].v).toBe(text);
  },
);

it('writes names of sheets that Excel takes', async () => {
  const name = `A/B: [what] ${'x'.repeat(40)}`;
  expect((await openBook([{ name, columns: [], rows: [] }])).SheetNames[0]).toMatch(/^A B {3}what {2}x{17,19}$/);
});
