/** The terminal's commands: a turn and an import through the same world, and an evaluation that loads neither. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from '../../cards/text';
import { emptyPartner } from '../../domain/partner/partner';
import { everybody } from '../../domain/ports';
import { openMemory } from '../../infra/memory/store';
import { builtInProgramme } from '../../infra/catalogue/load';
import type { CliContext } from './cli-context';
import { clockAction } from './clock-action';
import { parseClockSetting } from '../local-world/clock-argument';
import { compose } from '../composition/compose';
import { localTenant } from '../composition/local-world';
import { localConfig } from '../config/config.case';
import { exportAction } from './export-action';
import { hearAction } from './hear-action';
import { importAction } from './import-action';
import { recordingOutbound } from '../context/notifier.case';
import { sampleAction } from './sample-action';
import { sayAction } from './say-action';
import { sweepAction } from './sweep-action';
import { windowAction } from './window-action';

const folder = mkdtempSync(join(tmpdir(), 'laurel-cli-'));
const programmes = new Map([['competencies', builtInProgramme('competencies')]]);

const config = localConfig({ data: folder, tables: { kind: 'embedded', folder }, firstAdmins: 'first-speaker' });

function deskWith(store = openMemory()) {
  const said = { printed: '', complained: '' };
  const context: CliContext = {
    text: text('en'),
    print: (more) => void (said.printed += more),
    complain: (more) => void (said.complained += more),
    withLocal: (_refusal, run) => run(config),
    withLaurel: async (run, overrides) => {
      const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const laurel = await compose(config, {
        store,
        programmes,
        log: quiet,
        notifier: recordingOutbound(),
        ...overrides,
      });
      const { services, say, press, importing, exportInto, restore, writeSample, sweep } = laurel;
      return run({ services, say, press, importing, exportInto, restore, writeSample, sweep, tenant: localTenant });
    },
  };
  return { desk: context, said, store };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const people = file(
  'people.csv',
  'Name,WorkEmail\nAna Lima,ana@fernhollow.example\nBoris Volkov,boris@fernhollow.example\n',
);

describe('export', () => {
  it('writes what import reads back unchanged', async () => {
    const { desk: context, said } = deskWith();
    await importAction([people], {}, context);
    const out = join(folder, 'exported');

    expect(await exportAction({ out }, context)).toBe(0);
    said.printed = '';
    expect(await importAction([join(out, 'people.csv')], {}, context)).toBe(0);

    expect(said.printed).toContain('0 new, 0 changed, 2 unchanged');
  });

  it('writes a backup, which import restores where nothing is kept, and nowhere else', async () => {
    const { desk: context } = deskWith();
    await importAction([people], {}, context);
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    await exportAction({ out: first }, context);
    const backup = join(first, 'backup.jsonl');
    const empty = deskWith();

    expect(await importAction([backup], { json: true }, empty.desk)).toBe(0);
    expect(JSON.parse(empty.said.printed)).toMatchObject({ kind: 'backup', kept: 0, dry: false });
    await exportAction({ out: second }, empty.desk);
    for (const name of ['people.csv', 'achievements.csv', 'figures.csv', 'partner.json'])
      expect(readFileSync(join(second, name), 'utf8')).toBe(readFileSync(join(first, name), 'utf8'));

    empty.said.printed = '';
    expect(await importAction([backup], {}, empty.desk)).toBe(1);
    expect(empty.said.printed).toContain('nothing was written');
    const elsewhere = deskWith();
    expect(await importAction([backup], { tenant: 'another' }, elsewhere.desk)).toBe(1);
    expect(elsewhere.said.printed).toContain(`--tenant ${localTenant}`);
  });

  it('says why a folder cannot be written', async () => {
    const { desk: context, said } = deskWith();

    expect(await exportAction({ out: join(people, 'below-a-file') }, context)).toBe(1);

    expect(said.complained).toContain('ENOTDIR');
  });
});

describe('say', () => {
  it('prints the card as text, or what goes out as JSON', async () => {
    const { desk: context, said } = deskWith();
    expect(await sayAction('help', {}, context)).toBe(0);
    expect(said.printed).toContain('why data analytics gold');
    said.printed = '';
    expect(await sayAction('help', { json: true }, context)).toBe(0);
    expect(JSON.parse(said.printed)).toEqual([
      expect.objectContaining({ type: 'message', attachments: [expect.objectContaining({})] }),
    ]);
  });

  it('speaks as whoever is named, and the first of the chat window otherwise', async () => {
    const { desk: context, said } = deskWith();
    await sayAction('people', {}, context);
    expect(said.printed).toContain('Nobody on record yet');
    said.printed = '';
    await sayAction('people', { as: 'Oksana' }, context);
    expect(said.printed).toContain('Only admins');
  });

  it('asks at the moment that is given', async () => {
    const { desk: context, said } = deskWith();
    await sayAction('progress', { now: Date.parse('2018-06-01T09:00:00Z') }, context);
    expect(said.printed).toContain('1 Jun 2018');
  });

  it('fails where the store does', async () => {
    const { desk: context, said } = deskWith(openMemory(() => new Error('made to fail')));
    expect(await sayAction('progress', {}, context)).toBe(1);
    expect(said.printed).toContain('cannot reach my data');
  });
});

describe('import', () => {
  it('says what became of each file, and fails if one was refused', async () => {
    const { desk: context, said, store } = deskWith();
    expect(await importAction([people, join(folder, 'nothing.csv')], {}, context)).toBe(1);
    expect(said.printed).toContain(
      'people.csv: people, 2 rows, none rejected\n  People: 2 new, 0 changed, 0 unchanged',
    );
    expect(said.printed).toContain('nothing.csv was not taken. There is no such file.');
    const names: string[] = [];
    for await (const { value } of store.people.list(localTenant)) names.push(value.name);
    expect(names.sort()).toEqual(['Ana Lima', 'Boris Volkov']);
  });

  it('has an entry for each file in the audit trail', async () => {
    const { desk: context, store } = deskWith();
    const others = file('others.csv', 'Name,WorkEmail\nChen Wei,chen@fernhollow.example\n');
    await importAction([people, others], {}, context);
    const acts: string[] = [];
    for await (const { value } of store.audit.list(localTenant)) acts.push(value.act);
    expect(acts).toEqual(['imported', 'imported']);
  });

  it('shows the plan and writes nothing where it is dry', async () => {
    const { desk: context, said, store } = deskWith();
    expect(await importAction([people], { dry: true }, context)).toBe(0);
    expect(said.printed).toContain('Nothing was written');
    expect(store.requests.filter(({ operation }) => operation === 'write')).toEqual([]);
  });

  it('names line, column, value and reason of what it rejects', async () => {
    const { desk: context, said } = deskWith();
    const figures = file('figures.csv', 'Metric,Value,AsOf\nazure_consumption_usd_12m,many,2018-05-31\n');
    await importAction([figures], {}, context);
    expect(said.printed).toContain('figures.csv: figures, 1 row, 1 rejected\n  Figures: 0 new');
    expect(said.printed).toContain('Line 2, rejected: Value “many”: not a number');
  });

  it('prints one object for one file, and a list for several', async () => {
    const { desk: context, said } = deskWith();
    await importAction([people], { json: true }, context);
    expect(JSON.parse(said.printed)).toMatchObject({ kind: 'people', rows: 2, people: { new: 2 }, dry: false });
    said.printed = '';
    await importAction([people, join(folder, 'nothing.csv')], { json: true }, context);
    expect(JSON.parse(said.printed)).toMatchObject([
      { people: { new: 0, unchanged: 2 } },
      { file: 'nothing.csv', refused: { code: 'unreadable', reason: expect.stringContaining('no such file') } },
    ]);
  });

  it('puts the tenant that is named before its own', async () => {
    const { desk: context, store } = deskWith();
    await importAction([people], { tenant: 'another' }, context);
    expect(new Set(store.requests.map(({ tenant }) => tenant))).toEqual(new Set(['another', everybody]));
  });
});

it('evaluate loads neither an SDK nor a store', () => {
  const input = file('facts.json', '{"market":"developed"}');
  const loaded = `process.on('exit', () => console.error(Object.keys(require.cache).join('\\n')))`;
  const words = ['evaluate', '--input', input, '--as-of', '2018-06-01', '--json'];
  const script = `${loaded}; process.argv.push('laurel', ...${JSON.stringify(words)}); require('./bot/cli/cli.ts')`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', 'tsx/cjs', '-e', script, '--'], {
    cwd: join(__dirname, '..', '..'),
    encoding: 'utf8',
  });
  expect({ status, asOf: (JSON.parse(stdout) as { asOf: string }).asOf }).toEqual({ status: 0, asOf: '2018-06-01' });
  expect(stderr).toContain('evaluate-action');
  expect(stderr).not.toMatch(/botbuilder|teams-ai|restify|@azure|infra\/tables|app\.ts/);
});

describe('sample', () => {
  it('puts the sample of a day into an empty store, and nothing beside what is there', async () => {
    const { desk: context, said } = deskWith();
    const now = Date.parse('2018-04-02T09:00:00Z');

    expect(await sampleAction({ now }, context)).toBe(0);
    await sayAction('expiring within 365 days', { now }, context);
    expect(said.printed).toContain('Ruth Abernathy · 70-247');

    const other = deskWith();
    await importAction([people], {}, other.desk);
    await sampleAction({ now }, other.desk);
    await sayAction('people', { now }, other.desk);
    expect(other.said.printed).not.toContain('Ruth Abernathy');
  });
});

describe('sweep', () => {
  const conversation = (id: string) => ({
    id,
    scope: 'personal' as const,
    reference: { channel: 'msteams', serviceUrl: 'http://127.0.0.1/', conversation: 'a:1', bot: '28:b' },
    name: 'Ana',
    locale: 'en' as const,
    seenAt: '2018-06-01T10:00:00Z',
  });

  it('does nothing where nothing is due, and says so', async () => {
    const { desk: context, said } = deskWith();

    expect(await sweepAction({ now: Date.parse('2018-06-01T09:00:00Z') }, context)).toBe(0);
    expect(said.printed).toBe(
      'Nothing was due.\nNotices: 0 opened, 0 resolved\nDeliveries: 0 planned = 0 sent + 0 failed + 0 skipped\n',
    );
  });

  it('attends to what an import has made due, and accounts for every delivery', async () => {
    const { desk: context, said, store } = deskWith();
    const admins = ['ana', 'boris'];
    const value = { ...emptyPartner(localTenant, 'competencies'), admins, name: 'Fernhollow' };
    await store.partners.write(localTenant, [
      { kind: 'create', value: { ...value, membership: { level: 'silver', boughtOn: '2018-01-01', renewedOn: [] } } },
    ]);
    await store.conversations.write(localTenant, [{ kind: 'create', value: conversation('ana') }]);
    await importAction([people], {}, context);
    said.printed = '';

    expect(await sweepAction({ now: Date.parse('2019-01-02T09:00:00Z'), json: true }, context)).toBe(0);
    expect(JSON.parse(said.printed)).toEqual({
      now: '2019-01-02T09:00:00.000Z',
      partners: 1,
      // The renewal window, and that nothing would qualify for it; Ana is reached, Boris is not.
      notices: { opened: 2, resolved: 0 },
      deliveries: { planned: 4, sent: 2, failed: 0, skipped: 2 },
    });
  });
});

describe('clock', () => {
  const machine = () => Date.parse('2018-06-01T09:00:00Z');
  const clock = async (word?: string, options: { json?: true } = {}) => {
    const { desk: context, said } = deskWith();
    const wish = word === undefined ? undefined : parseClockSetting(word);
    return { code: await clockAction(wish, options, { ...context, machine }), ...said };
  };
  afterEach(() => clock('reset'));

  it('goes forward, to a moment and back, and all who live by it follow', async () => {
    expect((await clock()).printed).toBe(
      'The clock of the local world shows 2018-06-01T09:00:00Z, as this machine does.\n',
    );
    expect((await clock('+74h')).printed).toContain('shows 2018-06-04T11:00:00Z, +3d2h against this machine.\n');
    expect((await clock('+1d')).printed).toContain('+4d2h');
    expect((await clock('2018-04-02')).printed).toContain('shows 2018-04-02T00:00:00Z, -60d9h');
    expect(JSON.parse((await clock('+1h', { json: true })).printed)).toEqual({
      now: '2018-04-02T01:00:00Z',
      aheadMs: -5_212_800_000,
    });
    expect((await clock('reset')).printed).toContain('as this machine does.');
  });

  it('is what everything is asked at, unless a moment is given', async () => {
    await clockAction(parseClockSetting('2018-06-02'), {}, { ...deskWith().desk, machine: Date.now });
    const { desk: context, said } = deskWith();
    await sayAction('progress', {}, context);
    await sayAction('progress', { now: Date.parse('2018-06-01T09:00:00Z') }, context);

    expect(said.printed).toMatch(/2 Jun 2018[\s\S]*1 Jun 2018/);
  });

  it.each(['+999999999d', '1999-12-31', '2100-01-01'])('refuses %s, and stays where it was', async (word) => {
    await clock('+1d');
    const { code, complained } = await clock(word);

    expect({ code, complained }).toEqual({
      code: 1,
      complained: expect.stringContaining('from 2000-01-01 to 2099-12-31'),
    });
    expect((await clock()).printed).toContain('+1d against');
  });
});

describe('window', () => {
  const seated = async (as: string) => {
    const { desk: context, said } = deskWith();
    const never = () => Promise.reject(new Error('not to be started'));
    const parts = { startPlayground: never, startLanguageRelay: never, openBrowser: () => undefined };
    const withLocal: CliContext['withLocal'] = (_refusal, run) => run({ ...config, port: 9 });
    return { code: await windowAction({ as }, { ...context, ...parts, withLocal, stopAsked: never }), ...said };
  };

  it('is for those whom the local world knows, and names them', async () => {
    const { code, complained } = await seated('Nobody');

    expect(code).toBe(1);
    expect(complained).toMatch(/“Nobody”.*Ingrid Solheim.*Oksana Melnyk/);
  });

  it.each(['Oksana', 'ana@fernhollow.example'])('says what is missing where no bot runs for %s', async (as) => {
    const { code, complained } = await seated(as);

    expect(code).toBe(1);
    expect(complained).toMatch(/does not answer at http:\/\/127\.0\.0\.1:9\. Run “npm start”/);
  });
});

it.each([
  [['clock', '+1d'], /in the local world only/],
  [['window'], /belong to the local world/],
])('%j is refused in production, with the reason', (words, reason) => {
  const id = '11111111-2222-4333-8444-555555555555';
  const bot = { BOT_ID: id, BOT_TYPE: 'UserAssignedMSI', BOT_TENANT_ID: id, LAUREL_FIRST_ADMINS: id };
  const env = { LANG: 'C', ...bot, LAUREL_TABLES_URL: 'https://account.table.core.windows.net' };
  const cli = ['--require', require.resolve('tsx/cjs'), join(__dirname, 'cli.ts'), ...words];
  const { status, stderr, stdout } = spawnSync(process.execPath, cli, { cwd: folder, encoding: 'utf8', env });

  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(reason);
});

describe('say --yes and hear', () => {
  const now = Date.parse('2018-06-01T09:00:00Z');

  it('previews what was said, and writes it with --yes', async () => {
    const { desk: context, said, store } = deskWith();
    const level = async () => (await store.partners.get(localTenant, localTenant))?.value.membership?.level;
    await sayAction('membership silver 14 Feb 2018', { now }, context);

    expect(said.printed).toContain('Nothing is recorded until you confirm.');
    expect(await level()).toBeUndefined();
    await sayAction('membership silver 14 Feb 2018', { now, yes: true }, context);
    expect(said.printed).toContain('Recorded: Silver membership');
    expect(await level()).toBe('silver');
  });

  it('presses nothing where the answer is no preview', async () => {
    const { desk: context, said } = deskWith();
    await sayAction('benefits', { now, yes: true }, context);
    const once = said.printed;
    said.printed = '';
    await sayAction('benefits', { now }, context);

    expect(once).toBe(said.printed);
  });

  it('tells in one line of JSON how a text is understood', async () => {
    const { desk: context, said } = deskWith();

    expect(await hearAction('why devops gold', { now, json: true }, context)).toBe(0);
    expect(JSON.parse(said.printed)).toMatchObject({
      text: 'why devops gold',
      locale: 'en',
      ask: 'why',
      parameters: { competency: 'devops', level: 'gold' },
      does: 'show',
      also: [],
    });
    expect(said.printed.trim()).not.toContain('\n');
  });
});
