/** Rows that an earlier version wrote are read by this one, and written again as they were: an upgrade needs no migration. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as kinds from './noun';
import { unpackKey } from './keys';
import { enrolledUntil } from '../../domain/partner/held-goal';
import { joined } from '../../domain/programme/joined-programme';
import { builtInProgramme } from '../catalogue/load';
import { fromRow, toRow, type UnknownRow } from './rows';

const nouns = Object.values(kinds) as readonly unknown[] as readonly kinds.Noun<unknown>[];

/** One row of each noun, recorded when format 1 was current. Rows of a released format are never recorded anew. */
const recorded = JSON.parse(readFileSync(join(__dirname, '__fixture__/rows-of-format-1.json'), 'utf8')) as Record<
  string,
  UnknownRow & { readonly table: string; readonly partitionKey: string; readonly mark: string }
>;

it('are recorded for every noun', () => {
  expect(Object.keys(recorded)).toEqual(nouns.map(({ name }) => name).toSorted());
});

it.each(nouns)(
  'of $name are read, from the table where they lie, and change nothing when they are written again',
  (noun) => {
    const { table, ...row } = recorded[noun.name]!;
    const value = fromRow(noun, row);
    const [tenant] = unpackKey(row.partitionKey);

    expect(table).toBe(noun.table);
    // When a row sleeps is written beside its value and read by queries alone.
    const { sleepsFrom: _, sleepsUntil: __, ...again } = toRow(noun, { tenant: tenant!, value, mark: row.mark });
    expect(again).toEqual(row);
  },
);

it.each(nouns)('of $name in a format to come are refused by name, not misread', (noun) => {
  const { table: _, ...row } = recorded[noun.name]!;

  expect(() => fromRow(noun, { ...row, format: 2 })).toThrow(/format 2 instead of 1/);
});

/** Earlier versions wrote enrolments without saying how they are renewed, later ones with a flag. */
it.each([
  ['without a flag', {}],
  ['with a flag', { renewsAlone: true }],
])('of an enrolment in a specialization %s tell its own anniversary', (_, flag) => {
  const { table: _table, ...row } = recorded.partner!;
  const enrolment = { competency: 'sap-on-microsoft-azure', level: 'attained', from: '2026-08-12' };
  const stored = JSON.parse(String(row.json0)) as object;
  const json0 = JSON.stringify({ ...stored, enrolments: [{ ...enrolment, ...flag }] });
  const programme = joined([builtInProgramme('designations'), builtInProgramme('specializations')]);

  const { enrolments, membership } = fromRow(kinds.partnerNoun, { ...row, json0 });

  expect(enrolments).toEqual([enrolment]);
  expect(enrolledUntil(enrolments![0]!, { membership, programme })).toBe('2027-09-11');
});
