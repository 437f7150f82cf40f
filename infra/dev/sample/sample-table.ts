/** What the files of the samples have in common: how Partner Center writes a table, a month and a mail name. */

export const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** CSV as Partner Center writes it: UTF-8 with a byte order mark, lines ended by CR LF. */
export function csv(header: string, rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [header, ...rows.map((row) => row.map(cell).join(','))];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** The mail name of a person, in plain letters. */
export function plainAddress(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z ]/g, (letter) => ({ ł: 'l', ø: 'o', ß: 'ss' })[letter] ?? '').replaceAll(' ', '.');
}
