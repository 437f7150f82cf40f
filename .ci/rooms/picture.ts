/** The picture of the rooms in ARCHITECTURE.md, drawn from the imports as a Mermaid chart. */
import { arrowsOf, essentialArrows } from './arrows';
import type { SourceFile } from './source';

const start = '<!-- rooms: drawn by `npm run rooms -- --draw` -->';
const end = '<!-- end of rooms -->';

/** A room of the picture: the second folder, so that `bot/commands/alerts` is part of `bot/commands`. */
function pictureRoom(path: string): string {
  const [top, second, ...deeper] = path.split('/');
  if (deeper.length > 0) return `${top}/${second}`;
  return path.endsWith('ports.ts') ? `${top}/ports` : top!;
}

/** The page with its picture replaced by that of these files. Throws if the page has no place for one. */
export function withPicture(page: string, files: readonly SourceFile[]): string {
  const [before, after] = [page.indexOf(start), page.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`ARCHITECTURE.md has no lines "${start}" and "${end}"`);
  const charts = ['bot', 'domain', 'cards'].map((top) => chartOf(top, files));
  return `${page.slice(0, before)}${start}\n\n${charts.join('\n\n')}\n\n${page.slice(after)}`;
}

function chartOf(top: string, files: readonly SourceFile[]): string {
  const own = files.filter(({ path }) => path.startsWith(`${top}/`));
  const inside = own.map((file) => ({ ...file, imports: file.imports.filter((path) => path.startsWith(`${top}/`)) }));
  const lines = essentialArrows(arrowsOf(inside, pictureRoom)).map(([from, to]) => `  ${node(from)} --> ${node(to)}`);
  return ['```mermaid', 'flowchart TD', ...lines.sort(), '```'].join('\n');
}

function node(room: string): string {
  const name = room.split('/').at(-1)!;
  return `${room.replaceAll(/[^a-z]/g, '_')}[${name}]`;
}
