/** Settings in a file: each field taken or rejected by name, and never whose data it is or who may change it. */
import { importNames } from '../../../domain/imports/import-names';
import { builtInProgramme } from '../../catalogue/load';
import { fileOf } from '../file';
import { readImport } from '../reader';

const names = importNames(builtInProgramme('competencies'));
const options = { names, programmes: new Set(['competencies']), today: '2018-06-01' };
const read = (content: unknown, more: object = {}) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
  return readImport(fileOf('partner.json', Buffer.from(text)), { ...options, ...more });
};

const membership = { level: 'gold', boughtOn: '2018-02-14', renewedOn: [] };

it('takes what is a setting', async () => {
  const settings = { name: 'Contoso', programme: 'competencies', market: 'developing', membership, policies: { a: 1 } };

  expect(await read({ tenant: 'elsewhere', admins: ['mallory'], ...settings })).toMatchObject({
    facts: { kind: 'partner', settings },
    rows: 5,
    rejected: [],
    warnings: [],
  });
});

it.each([
  [{ colour: 'red' }, 'colour', 'unknown-setting'],
  [{ toString: 'x' }, 'toString', 'unknown-setting'],
  [{ constructor: null }, 'constructor', 'unknown-setting'],
  [{ policies: { constructor: null } }, 'policies', 'not-such-a-setting'],
  [{ policies: { toString: [] } }, 'policies', 'not-such-a-setting'],
  [{ market: 'both' }, 'market', 'not-such-a-setting'],
  [{ membership: { ...membership, boughtOn: '2018-02-30' } }, 'membership', 'not-such-a-setting'],
  [{ membership: { ...membership, level: 'platinum' } }, 'membership', 'unknown-level'],
  [{ membership: { ...membership, level: 'Gold' } }, 'membership', 'unknown-level'],
  [{ programme: 'designations' }, 'programme', 'unknown-programme'],
])('rejects %j by name', async (given, column, code) => {
  expect(await read({ ...given, name: 'Contoso' })).toMatchObject({
    facts: { settings: { name: 'Contoso' } },
    rows: 2,
    rejected: [{ column, code }],
  });
});

it.each([
  ['broken JSON', '{ "name": ', {}, 'no-settings'],
  ['a table said to be settings', 'Name,WorkEmail\nAna,a@b.example\n', { kind: 'partner' }, 'no-settings'],
  ['settings said to be people', '{}', { kind: 'people' }, 'missing-column'],
  ['lists within lists', `{ "name": ${'[\n'.repeat(20_000)}${']\n'.repeat(20_000)} }`, {}, 'no-settings'],
  ['more fields than there are', Object.fromEntries([...Array(101).keys()].map((at) => [at, 1])), {}, 'no-settings'],
  ['more than settings ever are', `{ "name": "${'x\\n'.repeat(100)}" }\n${' \n'.repeat(600_000)}`, {}, 'no-settings'],
])('refuses %s', async (_, content, more, code) => {
  expect(await read(content, more)).toMatchObject({ refused: { code } });
});

it('says so where there is nothing in it', async () => {
  expect(await read('\ufeff{}')).toMatchObject({ rows: 0, warnings: [{ code: 'no-rows' }] });
});
