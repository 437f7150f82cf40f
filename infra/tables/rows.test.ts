/** Rows hold any value within the limits of the service, and are refused where they cannot be understood. */
import fc from 'fast-check';
import { joined } from '../../domain/programme/joined-programme';
import { judgeStanding } from '../../domain/membership/cached-standing';
import { emptyPartner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import { RowUnreadable, ValueTooLarge } from '../../domain/basics/repository';
import type { Installation } from '../../domain/partner/installation';
import { builtInProgramme } from '../catalogue/load';
import { faultsOf } from '../memory/legal';
import { personNoun, standingNoun, visitNoun } from './noun';
import { fromRow, type Row, toRow } from './rows';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
const anyDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const texts = fc.array(anyText, { maxLength: 3 });
const anyPerson: fc.Arbitrary<Person> = fc.record(
  {
    id: anyText,
    name: anyText,
    identifiers: fc.record({ corpEmail: texts, mcpId: texts, email: texts, aadUserId: texts }),
    accountOn: anyDate,
    leftOn: anyDate,
    achievements: fc.array(
      fc.record(
        { title: anyText, activityId: anyText, completedOn: anyDate, expiresOn: anyDate, source: anyText },
        { requiredKeys: ['title', 'completedOn', 'source'] },
      ),
    ),
  },
  { requiredKeys: ['id', 'name', 'identifiers', 'achievements'] },
);

const rowOf = (value: Installation): Row => toRow(visitNoun, { tenant: 't', value, mark: 'm' });
const visit = (welcomedAt: string): Installation => ({ conversation: 'c', welcomedAt });

it('gives back the value that was put in, from a row that is legal and plain ASCII', () => {
  fc.assert(
    fc.property(anyPerson, anyText, (value, tenant) => {
      const row = toRow(personNoun, { tenant, value, mark: 'm' });

      expect(fromRow(personNoun, { ...row })).toEqual(value);
      expect(faultsOf(row)).toEqual([]);
      expect(JSON.stringify(row)).toMatch(/^[ -~]*$/);
    }),
  );
});

it.each([0, 1, 29_900, 30_000, 59_950, 60_000, 300_000, 520_000])('keeps %i characters within the limits', (length) => {
  const value = visit('x'.repeat(length));

  expect(faultsOf(rowOf(value))).toEqual([]);
  expect(fromRow(visitNoun, { ...rowOf(value) })).toEqual(value);
});

it('needs a small part of a row for the standing of the whole programme, which no number of people makes larger', () => {
  const programme = builtInProgramme('competencies');
  const branching = { orBranchMixing: 'on', focusAreaScope: 'team' };
  const partner = {
    ...emptyPartner('t', programme.id),
    policies: branching,
    admins: Array<string>(100).fill('a'.repeat(36)),
  };
  const figures = programme.metrics.map(({ id }) => ({ metric: id, value: 1e6 / 7, asOf: '2018-05-31', source: 'i' }));
  const judged = judgeStanding({
    programme,
    partner,
    known: { people: [], figures },
    asOf: '2018-06-01',
    release: '1',
  });

  const row = toRow(standingNoun, { tenant: 't', value: { tenant: 't', marks: [], judged }, mark: 'm' });

  const bytes = 2 * Object.values(row).reduce<number>((sum, value) => sum + String(value).length, 0);
  expect(bytes).toBeLessThan(1_048_576 / 8);
});

it('gives back the standing of two programmes at once, points and all', () => {
  const programme = joined([builtInProgramme('competencies'), builtInProgramme('designations')]);
  const partner = emptyPartner('t', programme.id);
  const figures = programme.metrics.map(({ id }) => ({ metric: id, value: 1e6 / 7, asOf: '2026-05-31', source: 'i' }));
  const judged = judgeStanding({
    programme,
    partner,
    known: { people: [], figures },
    asOf: '2026-06-01',
    release: '1',
  });
  const value = { tenant: 't', marks: [], judged };

  const row = toRow(standingNoun, { tenant: 't', value, mark: 'm' });

  expect(fromRow(standingNoun, { ...row })).toEqual(value);
  expect(JSON.stringify(judged)).toContain('"setAside":true');
  const bytes = 2 * Object.values(row).reduce<number>((sum, cell) => sum + String(cell).length, 0);
  expect(bytes).toBeLessThan(1_048_576 / 4);
});

it('refuses what is too large before the service would, whatever the service counts', () => {
  const largest = (length: number): number => {
    try {
      const row = rowOf(visit('x'.repeat(length)));
      expect(faultsOf(row)).toEqual([]);
      return largest(length + 100);
    } catch (error) {
      expect(error).toBeInstanceOf(ValueTooLarge);
      return length;
    }
  };

  expect(largest(520_000)).toBeLessThan(524_288);
});

it.each<[string, object, RegExp]>([
  ['a newer format', { format: 2 }, /format 2/],
  ['no format', { format: undefined }, /format undefined/],
  ['no JSON', { json0: '{"conversation":"secret' }, /invalid_type/],
  ['a missing part', { json0: undefined }, /invalid_type/],
  ['a missing field', { json0: '{"conversation":"secret"}' }, /welcomedAt invalid_type/],
  ['a field of another kind', { json0: '{"conversation":"secret","welcomedAt":1}' }, /welcomedAt invalid_type/],
  ['the value of another key', { json0: '{"conversation":"secret","welcomedAt":"x"}' }, /key of another/],
])('does not read a row with %s, and says which row without its contents', (_, damage, fault) => {
  const read = () => fromRow(visitNoun, { ...rowOf(visit('secret')), ...damage });

  expect(read).toThrow(RowUnreadable);
  expect(read).toThrow(fault);
  expect(read).toThrow(/^visit c cannot be read/);
  expect(read).not.toThrow(/secret/);
});

it('does not read a date that does not exist', () => {
  const value: Person = {
    id: 'p',
    name: '',
    identifiers: { corpEmail: [], mcpId: [], email: [], aadUserId: [] },
    achievements: [],
  };
  const row = toRow(personNoun, { tenant: 't', value, mark: 'm' });
  const json0 = JSON.stringify({ ...value, leftOn: '2018-02-30' });

  expect(() => fromRow(personNoun, { ...row, json0 })).toThrow(/leftOn custom/);
});

it('reads a row with properties and fields that it does not know', () => {
  const row = rowOf(visit('x'));
  const json0 = '{"conversation":"c","welcomedAt":"x","later":{"a":1}}';

  expect(fromRow(visitNoun, { ...row, json0, timestamp: 't', etag: 'e', other: 1 })).toEqual(visit('x'));
});
