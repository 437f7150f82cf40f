/** Cells of exported tables: quoted where they must be, and harmless in a spreadsheet. */

const executed = /^'*[=+\-@\t\r]/;

/**
 * The text as a cell. What a spreadsheet would execute gets an apostrophe in front, which `import` takes away again; so does
 * what has one in front of such a sign already, or the two could not be told apart.
 */
function cellOf(text: string): string {
  const harmless = executed.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The lines of a table for any program: UTF-8 with a byte order mark, ended as Windows does. */
export function rowOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

export const byteOrderMark = '\ufeff';
