/** Files made to hold the bot up: each is answered, and meanwhile nothing holds the event loop for longer than others may wait. */
import { spawnSync } from 'node:child_process';
import type { Endured } from './hostile-file.case';

/** What a question of another tenant may lose by a file, as a multiple of parsing 15 MB of JSON: about a quarter of a second. */
const longestStretch = 2.5;

let endured: ReadonlyMap<string, Endured>;

beforeAll(() => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=256', '--require', 'tsx/cjs', '--eval', "require('./hostile-file.case.ts').endureAll()"],
    { cwd: __dirname, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const lines = stdout.trim().split('\n');
  const found = lines.map((line) => JSON.parse(line) as Endured & { readonly name: string });
  endured = new Map(found.map(({ name, ...one }) => [name, one]));
}, 300_000);

it.each([
  ['blank lines', ['import-refused']],
  ['blank lines above the header', ['import-refused']],
  ['rows of a comma', ['import-refused']],
  ['rows of one letter', ['import-refused']],
  ['a quotation mark that never closes', ['import-refused']],
  ['one line of commas', ['import-refused']],
  ['a legacy encoding', ['import-refused']],
  ['UTF-16', ['import-refused']],
  ['lists within lists', ['import-refused']],
  ['a person in each row', ['import-plan', 'import-applied']],
  ['titles that nearly are those of a programme', ['import-plan', 'import-applied']],
  ['signs that many people share', ['import-plan', 'import-applied']],
  ['one name for all', ['import-plan', 'import-applied']],
  ['no sign to know anybody by', ['import-plan']],
  ['figures of no metric', ['import-plan']],
])('%s', (name, names) => {
  const { longest, names: answered } = endured.get(name)!;

  expect(answered).toEqual(names);
  expect(longest).toBeLessThanOrEqual(longestStretch);
});
