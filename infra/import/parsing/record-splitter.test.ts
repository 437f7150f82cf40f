/** Records out of text: the same as an independent parser finds, however the text is cut, and in a time that grows with its length. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { separators } from './header';
import { RecordSplitter, type SplitFault, type SplitRecord } from './record-splitter';

const bounds = { characters: 1_000, cells: 50 };

function splitAll(pieces: readonly string[], separator: (typeof separators)[number] = ',') {
  const splitter = new RecordSplitter(separator, bounds);
  const found: (SplitRecord | SplitFault)[] = [];
  for (const piece of pieces) {
    found.push(...splitter.split(piece));
    // Nothing is asked of it after a fault.
    if (found.some((one) => 'fault' in one)) return { found, emptyLines: splitter.emptyLines().emptyLines };
  }
  const last = splitter.end();
  return { found: last ? [...found, last] : found, emptyLines: splitter.emptyLines().emptyLines };
}

const cellsIn = (found: readonly (SplitRecord | SplitFault)[]) =>
  found.map((one) => ('cells' in one ? one.cells : one.fault));

/** Characters that mean something, and some that do not. */
const text = fc.string({ unit: fc.constantFrom('"', '""', ',', ';', '\t', '\r', '\n', '\r\n', 'a', ' ', 'é', '中') });

/** Undefined where the text is no table. */
function independent(csv: string, delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(csv, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
  } catch {
    return undefined;
  }
}

it('finds what an independent parser finds, apart from empty lines, and refuses what that refuses', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...separators), (csv, separator) => {
      const expected = independent(csv, separator);
      const { found } = splitAll([csv], separator);

      if (!expected) expect(found.at(-1)).toHaveProperty('fault');
      // An empty cell in quotation marks alone in its line is a record; the other parser does not tell it from an empty line.
      else expect(withoutEmpty(cellsIn(found))).toEqual(withoutEmpty(expected));
    }),
    { numRuns: 2_000 },
  );
});

function withoutEmpty(records: readonly (string | readonly string[])[]) {
  return records.filter((cells) => !(cells.length === 1 && cells[0] === ''));
}

it('finds the same however the text is cut', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(40)), (csv, cuts) => {
      const places = [0, ...cuts.filter((cut) => cut <= csv.length).sort((one, other) => one - other), csv.length];
      const pieces = places.slice(1).map((place, index) => csv.slice(places[index], place));

      expect(splitAll(pieces)).toEqual(splitAll([csv]));
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ['a\nb\n', [1, 2], 0],
  ['a\r\n\r\nb', [1, 3], 1],
  ['a\r\rb', [1, 3], 1],
  ['"a\r\nb\nc"\nd', [1, 4], 0],
  ['\n\n\n', [], 3],
])('counts the lines of %j', (csv, lines, emptyLines) => {
  const split = splitAll([csv]);

  expect(split.found.map(({ line }) => line)).toEqual(lines);
  expect(split.emptyLines).toBe(emptyLines);
});

it.each([
  ['a b" c', 'stray-quote'],
  ['"a" b', 'stray-quote'],
  ['"a', 'quote-not-closed'],
  ['x'.repeat(1_001), 'too-long'],
  [`"${'x\n'.repeat(600)}"`, 'too-long'],
  [','.repeat(51), 'too-many-cells'],
])('refuses %j', (csv, fault) => {
  expect(splitAll([`a\n${csv}`]).found.at(-1)).toEqual({ line: 2, fault });
});

it('takes what is exactly as large as the bounds allow', () => {
  expect(cellsIn(splitAll(['x'.repeat(1_000)]).found)).toEqual([['x'.repeat(1_000)]]);
  expect(cellsIn(splitAll([','.repeat(49)]).found)).toEqual([Array(50).fill('')]);
});
