/** A workbook (`.xlsx`) of sheets. Each cell has its type, so no program takes a text for a formula. */
/* eslint-disable @typescript-eslint/no-require-imports -- The types of the package name only its ES module; its CommonJS file is what runs. */
import type * as Writer from 'write-excel-file/node' with { 'resolution-mode': 'import' };
import type { Sheet, SheetCell } from '../../domain/imports/sheet';

type CellObject = Writer.CellObject;

const { default: writeExcelFile } = require('write-excel-file/node') as typeof Writer;

/** Excel takes no more in one cell. */
const longestCell = 32_767;
/** What XML 1.0 cannot hold, and halves of surrogate pairs. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * The package finds a text that it has written before by looking it up among the properties of an object, where these names are
 * there from the beginning: they get a space at the end.
 */
function unlikeProperty(text: string): string {
  return text in {} ? `${text} ` : text;
}

/** Excel allows 31 characters in the name of a sheet, and none of these signs. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31);
}

function cellOf(cell: SheetCell): CellObject | null {
  if (cell === undefined) return null;
  if ('number' in cell) return { type: Number, value: cell.number };
  if ('share' in cell) return { type: Number, value: cell.share, format: '0%' };
  if ('day' in cell) return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd' };
  const value = cell.text.replace(unwritable, '').slice(0, longestCell);
  return value === '' ? null : { type: String, value: unlikeProperty(value) };
}

function dataOf({ columns, rows }: Sheet): Writer.SheetData {
  const header = columns.map(({ title }): CellObject => ({
    type: String,
    value: unlikeProperty(title),
    fontWeight: 'bold',
  }));
  return [header, ...rows.map((row) => row.map(cellOf))];
}

/** The bytes of the workbook; the header of each sheet stays in sight. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const all = sheets.map((sheet) => ({
    sheet: sheetName(sheet.name),
    data: dataOf(sheet),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }));
  return writeExcelFile(all).toBuffer();
}
