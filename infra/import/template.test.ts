/** The templates to download are files that can be imported as they are, and that a spreadsheet opens in any language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importNames } from '../../domain/imports/import-names';
import { builtInProgramme } from '../catalogue/load';
import { fileAt } from './file';
import { columnKey } from './parsing/header';
import { figureRowSchema } from './figures/schema';
import { peopleSchema } from './people/schema';
import { readImport } from './reader';

const programme = builtInProgramme('competencies');

const templates = [
  { kind: 'people', schema: peopleSchema, rows: 2 },
  { kind: 'figures', schema: figureRowSchema, rows: programme.metrics.length },
] as const;

describe.each(templates)('$kind', ({ kind, schema, rows }) => {
  const path = join(__dirname, kind, 'template.csv');
  const text = readFileSync(path, 'utf8');

  it('is taken without a remark', async () => {
    const found = await readImport(fileAt(path), { names: importNames(programme), today: '2018-06-01' });

    expect(found).toMatchObject({ rows, rejected: [], warnings: [], facts: { kind } });
  });

  it('has every column, a byte order mark and lines ended by CR LF', () => {
    const [header, ...rest] = text.slice(1).split('\r\n');

    expect(text[0]).toBe('\ufeff');
    expect(rest.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(header!.split(',').map(columnKey)).toEqual(
      Object.values<readonly string[]>(schema.columns).map(([column]) => columnKey(column!)),
    );
  });
});

it('the figures of the template are all metrics of the competency programme, none of them with a value', () => {
  const [, ...rows] = readFileSync(join(__dirname, 'figures', 'template.csv'), 'utf8')
    .trimEnd()
    .split('\r\n');

  expect(rows).toEqual(programme.metrics.map(({ id }) => `${id},,`));
});
