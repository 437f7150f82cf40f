/** What is exported for people to read has names of its own: of each file, and of each column, so that no import takes it for facts. */
import fc from 'fast-check';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { madeFileNames, readOnlyFiles, readOnlyHeaders } from './exported-file';

const nothing = () => undefined;
const names = { competency: nothing, level: nothing, metric: nothing, sharedBy: () => [] };
const lists = ['onboarding', 'audit', 'history', 'states'] as const;

/** A list with these columns and one row in it, read as a file of any name. */
const read = (columns: readonly string[]) => {
  const lines = [columns, columns.map(() => '2018-06-01')].map((cells) => `${cells.join(',')}\r\n`);
  return readImport(fileOf('any.csv', Buffer.from(lines.join(''))), { names, today: '2018-06-10' });
};

it.each(lists)('an import knows the list %s by its columns, and says which file it is', async (list) => {
  expect(await read(readOnlyHeaders[list])).toEqual({
    refused: { code: 'for-reading', args: { file: readOnlyFiles[list] } },
  });
});

it('no import takes such a list, whichever of its columns somebody has deleted', async () => {
  const someColumns = fc
    .constantFrom(...lists)
    .chain((list) => fc.subarray<string>([...readOnlyHeaders[list]], { minLength: 1 }));

  await fc.assert(
    fc.asyncProperty(someColumns, async (columns) => {
      expect(await read(columns)).toHaveProperty('refused');
    }),
  );
});

it('every file has a name of its own, which says by its end what opens it', () => {
  const files = [...Object.values(madeFileNames), ...Object.values(readOnlyFiles)];

  expect(new Set(files).size).toBe(lists.length + 3);
  expect(madeFileNames.workbook).toMatch(/^\w+\.xlsx$/);
  for (const calendar of [madeFileNames.calendar, madeFileNames['own-calendar']])
    expect(calendar).toMatch(/^[\w-]+\.ics$/);
  for (const list of lists) expect(readOnlyFiles[list]).toMatch(/^[\w-]+\.csv$/);
});
