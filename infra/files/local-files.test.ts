/** Files of this machine: tables only, of a bounded size, and written into one folder under any name. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLocalFile, saveLocalFile } from './local-files';

const folder = mkdtempSync(join(tmpdir(), 'laurel-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text = 'a,b\n') => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const largest = 10;

it('reads a table with its name and no folder', async () => {
  expect(await readLocalFile(put('my export.CSV'), largest)).toEqual({
    name: 'my export.CSV',
    bytes: Buffer.from('a,b\n'),
  });
});

it.each([
  ['a file that is not there', () => join(folder, 'nowhere.csv'), 'absent'],
  ['a file that is no table', () => put('id_rsa'), 'foreign'],
  ['a setting', () => put('.env'), 'foreign'],
  ['a folder with the name of a table', () => (mkdtempSync(join(folder, 'x')), folder), 'foreign'],
  ['a device', () => '/dev/zero', 'foreign'],
  ['more than may be', () => put('large.csv', 'x'.repeat(largest + 1)), 'oversized'],
])('does not read %s', async (_, path, fault) => {
  expect(await readLocalFile(path(), largest)).toEqual({ fault });
});

it('does not read a device under the name of a table', async () => {
  const device = join(folder, 'endless.csv');
  symlinkSync('/dev/zero', device);

  expect(await readLocalFile(device, largest)).toEqual({ fault: 'foreign' });
});

it('writes into the folder whatever the file is called', async () => {
  const out = join(folder, 'out');
  const path = await saveLocalFile(out, '../../people.csv', Buffer.from('x'));

  expect(path).toBe(join(out, 'people.csv'));
  expect(readFileSync(path, 'utf8')).toBe('x');
});
