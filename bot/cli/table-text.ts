/** A table as text: columns of equal width, for terminals. */

/** Chinese characters and full-width signs take two cells. */
const wide = /[\p{sc=Han}\u3000-\u303f\uff00-\uff60]/gu;

function widthOf(text: string): number {
  return [...text].length + (text.match(wide)?.length ?? 0);
}

/** The rows as lines; the last column is not padded. */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  const padded = (cell: string, at: number) => cell + ' '.repeat(widths[at]! - widthOf(cell));
  return rows.map((row) => row.map(padded).join('  ').trimEnd());
}
