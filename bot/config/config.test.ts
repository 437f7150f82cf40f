/** The settings: what they become, and that everything wrong with them is said at once, in every language, without secrets. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from '../../cards/text';
import { locales } from '../../domain/basics/locale';
import { isLoopback } from './loopback';
import { configFaultCodes, type ConfigFault } from './config-fault';
import { terminalLanguage, readConfig, readEnvFile } from './config';

const bot = '11111111-2222-4333-8444-555555555555';
const tenant = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const other = '99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const url = 'https://account.table.core.windows.net';
const zeros = '00000000-0000-0000-0000-000000000000';

const managed = {
  BOT_ID: bot,
  BOT_TYPE: 'UserAssignedMSI',
  BOT_TENANT_ID: tenant,
  LAUREL_TABLES_URL: url,
  LAUREL_FIRST_ADMINS: other,
};
const single = { ...managed, BOT_TYPE: 'SingleTenant', BOT_PASSWORD: 'correct horse' };

function faultsOf(env: Record<string, string>, envFile: Record<string, string> = {}): readonly ConfigFault[] {
  const reading = readConfig(env, envFile);
  return 'faults' in reading ? reading.faults : [];
}

function configOf(env: Record<string, string>, envFile: Record<string, string> = {}) {
  const reading = readConfig(env, envFile);
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.config;
}

describe('the local world', () => {
  it('is what nothing configured means', () => {
    expect(configOf({})).toEqual({
      kind: 'local',
      host: '127.0.0.1',
      port: 3978,
      data: resolve('.laurel'),
      tables: { kind: 'embedded', folder: resolve('.laurel') },
      cards: 'auto',
      telemetry: {},
      playground: { port: 56_150 },
      windowsAbove: 56_150,
      sample: 'competencies',
      allowedTenants: 'any',
      firstAdmins: 'first-speaker',
    });
  });

  it.each([
    ['empty settings are absent ones', { PORT: '', HOST: ' ', LAUREL_SAMPLE: '', BOT_ID: '', BOT_TYPE: '' }, {}],
    ['ports', { PORT: ' 80 ', PLAYGROUND_PORT: '65535' }, { port: 80, playground: { port: 65_535 } }],
    ['no chat window', { LAUREL_PLAYGROUND: 'off' }, { playground: undefined }],
    ['no chat window on the same port', { LAUREL_PLAYGROUND: 'off', PORT: '56150' }, { port: 56_150 }],
    ['no sample', { LAUREL_SAMPLE: 'off' }, { sample: undefined }],
    ['the sample of today', { LAUREL_SAMPLE: 'designations' }, { sample: 'designations' }],
    ['cards in words', { LAUREL_CARDS: 'textual' }, { cards: 'textual' }],
    [
      'telemetry',
      {
        APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=1',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      },
      { telemetry: { connectionString: 'InstrumentationKey=1', endpoint: 'http://127.0.0.1:4318' } },
    ],
    ['another loopback', { HOST: '::1' }, { host: '::1' }],
    [
      'another folder',
      { LAUREL_DATA: 'elsewhere' },
      { data: resolve('elsewhere'), tables: { kind: 'embedded', folder: resolve('elsewhere') } },
    ],
    ['tables in Azure', { LAUREL_TABLES_URL: url }, { tables: { kind: 'url', url } }],
    [
      'tables in Azurite',
      { LAUREL_TABLES_CONNECTION_STRING: 'UseDevelopmentStorage=true' },
      { tables: { kind: 'connection-string', connectionString: 'UseDevelopmentStorage=true' } },
    ],
    [
      'tenants and admins',
      { LAUREL_ALLOWED_TENANTS: `${tenant.toUpperCase()}, ${other},${other},`, LAUREL_FIRST_ADMINS: bot },
      { allowedTenants: [tenant, other], firstAdmins: [bot] },
    ],
  ])('%s', (_case, env, expected) => {
    expect(configOf(env)).toMatchObject({ kind: 'local', ...expected });
  });

  it('takes from .env what the environment does not say', () => {
    const config = configOf({ PORT: '4001' }, { PORT: '4002', PLAYGROUND_PORT: '4003' });

    expect(config).toMatchObject({ port: 4001, playground: { port: 4003 } });
  });
});

describe('production', () => {
  it.each([
    ['a managed identity', managed, { kind: 'UserAssignedMSI', id: bot, tenant }],
    ['a password', single, { kind: 'SingleTenant', id: bot, tenant, password: 'correct horse' }],
  ])('has a bot with %s', (_case, env, identity) => {
    expect(configOf(env)).toEqual({
      kind: 'production',
      port: 3978,
      bot: identity,
      cards: 'auto',
      telemetry: {},
      tables: { kind: 'url', url },
      allowedTenants: [tenant],
      firstAdmins: [other],
    });
  });

  it.each([
    ['any host', { HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    ['named tenants', { LAUREL_ALLOWED_TENANTS: other }, { allowedTenants: [other] }],
    ['no chat window', { LAUREL_PLAYGROUND: 'off', LAUREL_SAMPLE: 'off' }, {}],
    [
      'the emulator beside a bot that only this machine reaches',
      { HOST: '127.0.0.1', LAUREL_TABLES_URL: '', LAUREL_TABLES_CONNECTION_STRING: 'UseDevelopmentStorage=true' },
      { tables: { kind: 'connection-string', connectionString: 'UseDevelopmentStorage=true' } },
    ],
    [
      'a storage account with a key, over https',
      {
        LAUREL_TABLES_URL: '',
        LAUREL_TABLES_CONNECTION_STRING: 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=x',
      },
      { tables: { kind: 'connection-string' } },
    ],
  ])('takes %s', (_case, env, expected) => {
    expect(configOf({ ...managed, ...env })).toMatchObject({ kind: 'production', ...expected });
  });

  it('does not look into .env', () => {
    expect(configOf(managed, { PORT: '4002', LAUREL_SAMPLE: 'on' })).toMatchObject({ port: 3978 });
  });
});

const tablesOfDevelopment = (
  [
    ['the emulator', 'UseDevelopmentStorage=true', 'development-tables'],
    [
      'the account of the emulator',
      'AccountName=devstoreaccount1;AccountKey=x;TableEndpoint=https://h/',
      'development-tables',
    ],
    ['tables over plain http', 'AccountName=a;AccountKey=x;DefaultEndpointsProtocol=http', 'plain-http-tables'],
    ['a table endpoint over plain http', 'AccountName=a;AccountKey=x;TableEndpoint=http://h/', 'plain-http-tables'],
  ] as const
).map(([name, connectionString, code]): (typeof refused)[number] => {
  const env = { ...managed, LAUREL_TABLES_URL: '', LAUREL_TABLES_CONNECTION_STRING: connectionString };
  const other = code === 'development-tables' ? { other: 'LAUREL_TABLES_URL' } : {};
  return [name, env, [{ code, setting: 'LAUREL_TABLES_CONNECTION_STRING', ...other }]];
});

const refused: readonly [string, Record<string, string>, readonly ConfigFault[]][] = [
  ['a port that is no number', { PORT: 'http' }, [{ code: 'not-a-port', setting: 'PORT', value: 'http' }]],
  ['port 0', { PORT: '0' }, [{ code: 'not-a-port', setting: 'PORT', value: '0' }]],
  ['port 65536', { PLAYGROUND_PORT: '65536' }, [{ code: 'not-a-port', setting: 'PLAYGROUND_PORT', value: '65536' }]],
  ['a port in hexadecimal', { PORT: '0x50' }, [{ code: 'not-a-port', setting: 'PORT', value: '0x50' }]],
  [
    'one port twice',
    { PORT: '56150' },
    [{ code: 'same-port', setting: 'PLAYGROUND_PORT', other: 'PORT', value: '56150' }],
  ],
  [
    'a switch that is neither',
    { LAUREL_SAMPLE: 'no' },
    [{ code: 'not-a-choice', setting: 'LAUREL_SAMPLE', value: 'no', other: 'on, off, designations' }],
  ],
  ['an open door', { HOST: '0.0.0.0' }, [{ code: 'not-loopback', setting: 'HOST', value: '0.0.0.0' }]],
  [
    'tables twice',
    { LAUREL_TABLES_URL: url, LAUREL_TABLES_CONNECTION_STRING: 'UseDevelopmentStorage=true' },
    [{ code: 'two-tables', setting: 'LAUREL_TABLES_CONNECTION_STRING', other: 'LAUREL_TABLES_URL' }],
  ],
  [
    'tables over http',
    { LAUREL_TABLES_URL: 'http://account' },
    [{ code: 'not-a-tables-url', setting: 'LAUREL_TABLES_URL' }],
  ],
  ['tables nowhere', { LAUREL_TABLES_URL: 'account' }, [{ code: 'not-a-tables-url', setting: 'LAUREL_TABLES_URL' }]],
  [
    'a token in the address',
    { LAUREL_TABLES_URL: `${url}?sig=x` },
    [{ code: 'not-a-tables-url', setting: 'LAUREL_TABLES_URL' }],
  ],
  [
    'half a connection string',
    { LAUREL_TABLES_CONNECTION_STRING: 'AccountName=a' },
    [{ code: 'not-a-connection-string', setting: 'LAUREL_TABLES_CONNECTION_STRING' }],
  ],
  [
    'an id that is none',
    { LAUREL_FIRST_ADMINS: `${bot},me` },
    [{ code: 'not-an-id', setting: 'LAUREL_FIRST_ADMINS', value: 'me' }],
  ],
  [
    'a bot without an id',
    { BOT_TYPE: 'SingleTenant', BOT_PASSWORD: 'x' },
    [
      { code: 'bot-id-missing', setting: 'BOT_TYPE' },
      { code: 'bot-id-missing', setting: 'BOT_PASSWORD' },
    ],
  ],
  [
    'a bot and nothing else',
    { BOT_ID: bot },
    [
      { code: 'bot-tenant-missing', setting: 'BOT_TENANT_ID' },
      { code: 'bot-type-missing', setting: 'BOT_TYPE' },
      { code: 'tables-missing', setting: 'LAUREL_TABLES_URL' },
      { code: 'first-admin-missing', setting: 'LAUREL_FIRST_ADMINS' },
    ],
  ],
  [
    'a type in another case',
    { ...managed, BOT_TYPE: 'userassignedmsi' },
    [{ code: 'unknown-bot-type', setting: 'BOT_TYPE', value: 'userassignedmsi' }],
  ],
  [
    'a multi-tenant bot',
    { ...managed, BOT_TYPE: 'MultiTenant' },
    [{ code: 'unknown-bot-type', setting: 'BOT_TYPE', value: 'MultiTenant' }],
  ],
  [
    'a managed identity with a password',
    { ...managed, BOT_PASSWORD: 'x' },
    [{ code: 'bot-password-unwanted', setting: 'BOT_PASSWORD', other: 'BOT_TYPE' }],
  ],
  [
    'a single tenant without one',
    { ...managed, BOT_TYPE: 'SingleTenant' },
    [{ code: 'bot-password-missing', setting: 'BOT_PASSWORD', other: 'BOT_TYPE' }],
  ],
  [
    'ids of zeros',
    { ...managed, BOT_TENANT_ID: zeros, LAUREL_FIRST_ADMINS: zeros },
    [
      { code: 'empty-id', setting: 'BOT_TENANT_ID', value: zeros },
      { code: 'empty-id', setting: 'LAUREL_FIRST_ADMINS', value: zeros },
    ],
  ],
  [
    'a bot without an admin',
    { ...managed, LAUREL_FIRST_ADMINS: '' },
    [{ code: 'first-admin-missing', setting: 'LAUREL_FIRST_ADMINS' }],
  ],
  ...tablesOfDevelopment,
  [
    'sample data among real data',
    { ...managed, LAUREL_SAMPLE: 'on' },
    [{ code: 'local-only', setting: 'LAUREL_SAMPLE', value: 'on' }],
  ],
  [
    'everything at once',
    { BOT_ID: 'x', BOT_TYPE: 'y', PORT: 'z', LAUREL_PLAYGROUND: 'on' },
    [
      { code: 'local-only', setting: 'LAUREL_PLAYGROUND', value: 'on' },
      { code: 'not-a-port', setting: 'PORT', value: 'z' },
      { code: 'not-an-id', setting: 'BOT_ID', value: 'x' },
      { code: 'bot-tenant-missing', setting: 'BOT_TENANT_ID' },
      { code: 'unknown-bot-type', setting: 'BOT_TYPE', value: 'y' },
      { code: 'tables-missing', setting: 'LAUREL_TABLES_URL' },
      { code: 'first-admin-missing', setting: 'LAUREL_FIRST_ADMINS' },
    ],
  ],
];

describe('refused', () => {
  it.each(refused)('%s', (_case, env, faults) => {
    expect(faultsOf(env)).toEqual(faults);
  });

  it('refuses a bot that stands in .env', () => {
    expect(faultsOf({}, { BOT_ID: bot, BOT_PASSWORD: 'x' })).toEqual([
      { code: 'bot-in-env-file', setting: 'BOT_ID' },
      { code: 'bot-in-env-file', setting: 'BOT_PASSWORD' },
    ]);
  });

  it.each(locales)('says every fault in %s', (locale) => {
    const said = configFaultCodes.map((code) =>
      text(locale).say(`config.fault.${code}`, { setting: 'A_SETTING', other: 'ANOTHER', value: 'its value' }),
    );

    expect(new Set(said).size).toBe(configFaultCodes.length);
    for (const message of said) expect(message).toContain('A_SETTING');
  });

  it('never shows what may be a secret', () => {
    const secret = 'correct horse battery';
    const env = { BOT_PASSWORD: secret, LAUREL_TABLES_URL: secret, LAUREL_TABLES_CONNECTION_STRING: secret };

    expect(JSON.stringify([faultsOf(env), faultsOf({ ...managed, ...env })])).not.toContain(secret);
  });
});

describe('warnings', () => {
  it.each([
    [
      'a typing error',
      { LAUREL_SAMPEL: 'off' },
      { code: 'mistyped-setting', setting: 'LAUREL_SAMPEL', meant: 'LAUREL_SAMPLE' },
    ],
    ['a stranger', { LAUREL_COLOUR_OF_THE_SKY: 'x' }, { code: 'unknown-setting', setting: 'LAUREL_COLOUR_OF_THE_SKY' }],
  ])('%s', (_case, env, warning) => {
    expect(readConfig(env)).toHaveProperty('warnings', [warning]);
  });

  it('has none where nothing is odd', () => {
    expect(readConfig({ ...single, LAUREL_FIRST_ADMINS: bot, PATH: '/bin' })).toHaveProperty('warnings', []);
  });
});

describe('the terminal', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'pt_BR.UTF-8' }, 'pt-BR'],
    [{ LANG: 'zh_TW.UTF-8' }, 'zh-TW'],
    [{ LANG: 'zh_CN' }, 'zh-CN'],
    [{ LANG: 'ru_RU@euro', LC_ALL: '' }, 'ru-RU'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ru_RU.UTF-8' }, 'ru-RU'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8', LC_MESSAGES: 'ru_RU.UTF-8' }, 'zh-CN'],
  ])('speaks the language of %j', (env, locale) => {
    expect(terminalLanguage(env)).toBe(locale);
  });
});

describe('loopback', () => {
  it.each(['127.0.0.1', '127.8.9.10', '::1', '[::1]', 'localhost', 'LOCALHOST'])('is %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '192.168.1.1', '127.0.0.1.example', 'localhost.example', '2130706433', ''])(
    'is not "%s"',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe('.env', () => {
  it('is read where it is, and is nothing where it is not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'laurel-env-'));
    try {
      expect(readEnvFile(folder)).toEqual({});
      writeFileSync(join(folder, '.env'), '# a comment\nPORT=4001\nLAUREL_DATA="my data"\n');
      expect(readEnvFile(folder)).toEqual({ PORT: '4001', LAUREL_DATA: 'my data' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
