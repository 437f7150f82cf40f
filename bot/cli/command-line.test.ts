/** The command line: which words run which action, and what is printed for words that are no command. */
import { text } from '../../cards/text';
import { locales } from '../../domain/basics/locale';
import type { Actions } from './actions';
import { runCommandLine } from './command-line';

interface Ran {
  readonly code: number;
  readonly printed: string;
  readonly complained: string;
  readonly did: readonly unknown[];
}

async function run(words: readonly string[], locale: (typeof locales)[number] = 'en', code = 0): Promise<Ran> {
  let [printed, complained] = ['', ''];
  const did: unknown[] = [];
  const action =
    (name: string) =>
    async (...given: readonly unknown[]) => {
      did.push([name, ...given]);
      return code;
    };
  const actions = {
    say: action('say'),
    import: action('import'),
    evaluate: action('evaluate'),
    window: action('window'),
    catalogue: action('catalogue'),
    clock: action('clock'),
  } as Actions;
  const print = (more: string) => void (printed += more);
  const complain = (more: string) => void (complained += more);
  const exitCode = await runCommandLine(words, { text: text(locale), version: '1.2.3', actions, print, complain });
  return { code: exitCode, printed, complained, did };
}

it.each([
  [
    ['say', 'progress'],
    ['say', 'progress', {}],
  ],
  [
    ['say', 'why erp', '--as', 'Ana', '--tenant', 't', '--locale', 'ru', '--now', '2018-06-01T09:00:00Z', '--json'],
    ['say', 'why erp', { as: 'Ana', tenant: 't', now: 1527843600000, json: true }],
  ],
  [
    ['import', 'a.csv', 'b.tsv', '--kind', 'people', '--dates', 'day-first', '--dry', '--remove-gone', '--json'],
    ['import', ['a.csv', 'b.tsv'], { kind: 'people', dates: 'day-first', dry: true, removeGone: true, json: true }],
  ],
  [
    ['evaluate', '--input', 'f.json', '--catalogue', 'c.yaml', '--as-of', '2018-06-01', '--json'],
    ['evaluate', { input: 'f.json', catalogue: 'c.yaml', asOf: '2018-06-01', json: true }],
  ],
  [
    ['catalogue', 'check', '--json'],
    ['catalogue', { json: true }],
  ],
  [
    ['window', '--as', 'oksana', '--locale', 'pt-BR'],
    ['window', { as: 'oksana' }],
  ],
  [
    ['clock', '+3d2h', '--json'],
    ['clock', { kind: 'forward', ms: 266_400_000 }, { json: true }],
  ],
  [['clock'], ['clock', undefined, {}]],
])('%j is done', async (words, [name, ...given]) => {
  const { code, did, complained } = await run(words);
  const passed = (did[0] as readonly unknown[]).slice(0, 1 + given.length);
  expect(passed).toEqual([name, ...given]);
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
});

it('what failed gives the code of failure', async () => {
  expect(await run(['say', 'progress'], 'en', 1)).toMatchObject({ code: 1, complained: '' });
});

it.each([
  [['sya', 'progress'], 'no command “sya”', 'mean “say”'],
  [["o'k"], "no command “o'k”", '“laurel --help”'],
  [['xyzzy'], 'no command “xyzzy”', '“laurel --help”'],
  [['say'], 'missing: text', '“laurel say --help”'],
  [['say', 'one', 'two'], 'more words than “say”', 'quotation marks'],
  [['say', 'x', '--jsno'], 'no option “--jsno”', 'mean “--json”'],
  [['say', 'x', '--as'], '--as <user> needs a value', 'laurel say --help'],
  [['say', 'x', '--jon'], 'no option “--jon”', 'mean “--json”'],
  [['catalogue', 'chek'], 'no command “chek”', 'mean “check”'],
  [['say', 'x', '--now', 'tomorrow'], '“tomorrow” will not do', '2018-06-01T09:00:00Z'],
  [['import'], 'missing: file', 'laurel import --help'],
  [['import', 'a', '--kind', 'persons'], '“persons” will not do', 'training-completions, people, figures'],
  [['import', 'a', '--dates', 'mdy'], '“mdy” will not do', 'day-first, month-first'],
  [['clock', 'tomorrow'], '“tomorrow” will not do', 'Write +74h, +3d'],
  [['clock', '-3d'], 'no option “-3d”', 'laurel clock --help'],
  [['window', 'oksana'], 'more words than “window”', 'laurel window --help'],
  [['evaluate'], '--input <file> is needed', 'laurel evaluate --help'],
  [['evaluate', '--input', 'f', '--as-of', '2018-02-30'], '“2018-02-30” will not do', 'such as 2018-06-01'],
])('%j are wrong words, and it says why and what to write', async (words, why, remedy) => {
  const { code, complained, printed, did } = await run(words);
  expect(complained).toContain(why);
  expect(complained).toContain(remedy);
  expect({ code, printed, did }).toEqual({ code: 2, printed: '', did: [] });
});

it.each(['say', 'import', 'evaluate'])('every option of %s is explained in its help', async (name) => {
  const { code, printed, complained } = await run([name, '--help']);
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  for (const option of ['--json', '--locale', '--help']) expect(printed).toContain(option);
});

it('help and version are asked for, and no words at all are wrong ones', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, printed: expect.stringContaining('evaluate [options]') });
  expect(await run(['--version'])).toMatchObject({ code: 0, printed: '1.2.3\n' });
  expect(await run([])).toMatchObject({ code: 2, complained: expect.stringContaining('Usage: laurel') });
});

it.each(locales.filter((locale) => locale !== 'en'))('in %s nothing is said in English', async (locale) => {
  const { printed } = await run(['import', '--help'], locale);
  const { complained } = await run(['import', '--jsno'], locale);
  expect(printed).not.toMatch(/Usage|Options|Arguments|show|file or|default/);
  expect(complained).not.toMatch(/error|unknown|option “|Did you/);
});
