/** The doctor finds what is wrong, says what to do about it in every language, and writes nothing. */
import { text } from '../../cards/text';
import { callSweep } from '../../domain/alerts/sweep-entry';
import type { Conversation } from '../../domain/partner/conversation';
import { locales } from '../../domain/basics/locale';
import { RowUnreadable } from '../../domain/basics/repository';
import { everybody } from '../../domain/ports';
import { openMemory, type MemoryStore } from '../../infra/memory/store';
import { LocalWorldFault } from '../../infra/dev/local-world-fault';
import { CatalogueError } from '../config/catalogue-error';
import { readConfig, type Config } from '../config/config';
import { localConfig } from '../config/config.case';
import { examine, type DoctorContext } from './doctor';
import { checks } from './doctor-finding';
import { doctorAction } from './doctor-action';
import type { Environment } from '../config/environment';

const id = '01234567-89ab-cdef-0123-456789abcdef';
const stranger = '11111111-2222-3333-4444-555555555555';
const now = Date.parse('2018-06-01T09:00:00Z');

const production: Environment = {
  BOT_ID: id,
  BOT_TYPE: 'SingleTenant',
  BOT_TENANT_ID: id,
  BOT_PASSWORD: 'a value',
  BOT_PASSWORD_EXPIRES_ON: '2019-06-01',
  LAUREL_FIRST_ADMINS: id,
  LAUREL_TABLES_URL: 'https://contoso.table.core.windows.net',
};

/** Somebody who can be reached, in Teams. */
function conversation(name: string, other: Partial<Conversation> = {}): Conversation {
  const serviceUrl = 'https://smba.trafficmanager.net/emea/';
  const reference = { channel: 'msteams', serviceUrl, conversation: `a:${name}`, bot: '28:b', user: `29:${name}` };
  return { id: name, scope: 'personal', reference, name, locale: 'en', seenAt: '2018-05-30T09:00:00Z', ...other };
}

async function storeWith(conversations: Readonly<Record<string, readonly Conversation[]>>): Promise<MemoryStore> {
  const store = openMemory();
  for (const [tenant, values] of Object.entries(conversations)) {
    await store.schedule.write(everybody, [{ kind: 'create', value: callSweep(undefined, tenant) }]);
    await store.conversations.write(
      tenant,
      values.map((value) => ({ kind: 'create', value })),
    );
  }
  return store;
}

interface Situation extends Partial<Omit<DoctorContext, 'reading' | 'open'>> {
  readonly env?: Environment;
  readonly config?: Config;
  readonly store?: MemoryStore;
  readonly open?: DoctorContext['open'];
}

function patientIn({ env = production, config, store, ...other }: Situation = {}) {
  const closed = jest.fn(() => Promise.resolve());
  const patient: DoctorContext = {
    reading: config ? { config, warnings: [] } : readConfig(env),
    now,
    tenants: (known) => (known.kind === 'local' ? ['local'] : known.allowedTenants),
    open: async () => ({ store: store ?? (await storeWith({ [id]: [conversation('ana')] })), close: closed }),
    askForToken: () => Promise.resolve({ kind: 'granted' }),
    ...other,
  };
  return { patient, closed };
}

async function found(situation: Situation = {}): Promise<readonly string[]> {
  const findings = await examine(patientIn(situation).patient, text('en'));
  return findings.map(({ check, result, code, count }) =>
    [check, result, code, ...(count === undefined ? [] : [count])].join(' '),
  );
}

/** What is found beside what is in order. */
async function wrong(situation: Situation): Promise<readonly string[]> {
  return (await found(situation)).filter((one) => !one.includes(' ok '));
}

it('finds everything in order, in this order', async () => {
  expect(await found()).toEqual([
    'settings ok production',
    'token ok granted',
    'secret ok expires',
    'programmes ok in-order',
    'store ok answers',
    'conversations ok known 1',
    'people ok apart',
    'languages ok complete',
  ]);
});

it('examines the local world, which needs neither token nor secret', async () => {
  const local = conversation('ana', {
    reference: { ...conversation('ana').reference, serviceUrl: 'http://127.0.0.1:56150/' },
  });
  const askForToken = () => Promise.reject(new Error('a token was asked for'));
  const situation = { config: localConfig(), store: await storeWith({ local: [local] }), askForToken };
  expect(await found(situation)).toEqual([
    'settings ok local',
    'token ok not-needed',
    'secret ok not-needed',
    'programmes ok in-order',
    'store ok answers',
    'conversations ok known 1',
    'people ok apart',
    'languages ok complete',
  ]);
});

it('tells every fault of the settings, and examines nothing that depends on them', async () => {
  const open = () => Promise.reject(new Error('it was opened'));
  const env = { ...production, BOT_TENANT_ID: '', LAUREL_TABLES_URL: '', BOT_PASSWORD_EXPIRES_ON: 'soon' };
  expect(await wrong({ env, open })).toEqual([
    'settings failed not-a-day',
    'settings failed bot-tenant-missing',
    'settings failed tables-missing',
    'token skipped not-examined',
    'secret skipped not-examined',
    'programmes skipped not-examined',
    'store skipped not-examined',
    'conversations skipped not-examined',
    'people skipped not-examined',
  ]);
});

it('passes on what the settings are warned of', async () => {
  const env = { ...production, LAUREL_TABELS_URL: 'x', LAUREL_COLOUR_OF_THE_SKY: 'x' };
  expect(await wrong({ env })).toEqual(['settings warning mistyped-setting', 'settings warning unknown-setting']);
});

it.each(['secret-wrong', 'secret-expired', 'bot-unknown', 'tenant-unknown', 'not-reached', 'other'] as const)(
  'says why no token is granted: %s',
  async (reason) => {
    const askForToken = () => Promise.resolve({ kind: 'refused', reason, code: 'AADSTS1' } as const);
    expect(await wrong({ askForToken })).toEqual([`token failed ${reason}`]);
  },
);

it.each([
  ['2018-05-31', 'secret failed expired'],
  ['2018-06-01', 'secret warning expires-soon'],
  ['2018-07-31', 'secret warning expires-soon'],
  ['2018-08-01', 'secret ok expires'],
  ['', 'secret warning unknown-end'],
])('counts the days that the secret has left: until %s, %s', async (day, expected) => {
  expect(await found({ env: { ...production, BOT_PASSWORD_EXPIRES_ON: day } })).toContain(expected);
});

it('knows the id of a secret from its value', async () => {
  expect(await wrong({ env: { ...production, BOT_PASSWORD: stranger } })).toEqual(['secret failed is-id']);
});

it('needs no secret with a managed identity', async () => {
  const env = { ...production, BOT_TYPE: 'UserAssignedMSI', BOT_PASSWORD: '', BOT_PASSWORD_EXPIRES_ON: '' };
  expect(await found({ env })).toContain('secret ok none');
});

describe('what does not open', () => {
  it('is the programme files', async () => {
    const fault = { file: 'own.yaml', path: '/id', line: 3, code: 'missing', args: { what: 'id' } };
    const open = () => Promise.reject(new CatalogueError([fault]));
    expect(await wrong({ open })).toEqual([
      'programmes failed refused',
      'store skipped not-examined',
      'conversations skipped not-examined',
      'people skipped not-examined',
    ]);
  });

  it('is the embedded tables', async () => {
    const places = { folder: '/data', file: '/data/tables.json', log: '/data/tables.log', ports: [1, 2] };
    const open = () => Promise.reject(new LocalWorldFault('tables-failed', places as never));
    expect(await wrong({ open })).toEqual([
      'programmes skipped not-examined',
      'store failed not-opened',
      'conversations skipped not-examined',
      'people skipped not-examined',
    ]);
  });

  it('is a bug, which is thrown', async () => {
    await expect(found({ open: () => Promise.reject(new TypeError('a bug')) })).rejects.toThrow('a bug');
  });
});

it('says that the store is silent, and closes it all the same', async () => {
  const store = openMemory(() => new Error('made to fail'));
  const { patient, closed } = patientIn({ store });
  const codes = (await examine(patient, text('en'))).map(({ code }) => code);
  expect(codes.slice(4, 6)).toEqual(['silent', 'not-examined']);
  expect(closed).toHaveBeenCalledTimes(1);
});

it('names a row that cannot be read', async () => {
  const store = await storeWith({ [id]: [conversation('ana')] });
  async function* list(): AsyncGenerator<never> {
    throw new RowUnreadable('conversation', 'ana', 'damaged');
  }
  const damaged = { ...store, conversations: { ...store.conversations, list } };
  expect(await wrong({ store: damaged })).toEqual([
    'store failed row-unreadable',
    'conversations skipped not-examined',
    'people skipped not-examined',
  ]);
});

it('says which languages this Node cannot write', async () => {
  const supported = jest.spyOn(Intl.DateTimeFormat, 'supportedLocalesOf').mockImplementation((tag) => {
    return String(tag) === 'ru-RU' ? [] : [String(tag)];
  });
  const findings = await examine(patientIn().patient, text('en'));
  supported.mockRestore();
  expect(findings.at(-1)).toMatchObject({ check: 'languages', result: 'failed', code: 'no-formats' });
  expect(findings.at(-1)!.says).toContain('dates and numbers of ru-RU');
});

it('counts who cannot be reached, and why', async () => {
  const since = '2018-05-30T09:00:00Z';
  const hindered = (code: string) => ({ hindrance: { kind: 'blocked', code, since, retryAt: since } }) as const;
  const elsewhere = { ...conversation('eve').reference, serviceUrl: 'https://example.com/' };
  const store = await storeWith({
    [id]: [
      conversation('ana'),
      conversation('bo', hindered('ConversationBlockedByUser')),
      conversation('cy', hindered('ConversationBlockedByUser')),
      conversation('di', hindered('BotDisabledByAdmin')),
      conversation('eve', { reference: elsewhere }),
    ],
    [stranger]: [conversation('fay')],
  });
  expect((await found({ store })).filter((one) => one.startsWith('conversations'))).toEqual([
    'conversations ok known 6',
    'conversations warning BotDisabledByAdmin 1',
    'conversations warning ConversationBlockedByUser 2',
    'conversations warning tenant-not-allowed 1',
    'conversations warning untrusted-address 1',
  ]);
  expect(await wrong({ store: await storeWith({}) })).toEqual(['conversations warning none']);
});

it('writes nothing', async () => {
  const store = await storeWith({ [id]: [conversation('ana')] });
  const before = store.requests.length;
  await found({ store });
  const after = store.requests.slice(before);
  expect(after.map(({ operation }) => operation)).toEqual(['ping', 'list', 'list', 'list', 'get']);
});

describe('in the terminal', () => {
  const run = async (
    situation: Situation,
    options: { json?: true } = {},
    locale = 'en' as (typeof locales)[number],
  ) => {
    let printed = '';
    const print = (more: string) => void (printed += more);
    const exitCode = await doctorAction(options, { text: text(locale), print }, patientIn(situation).patient);
    return { exitCode, printed };
  };
  const expiring = { env: { ...production, BOT_PASSWORD_EXPIRES_ON: '2018-06-11' } };

  it('a warning is no failure', async () => {
    const { exitCode, printed } = await run(expiring);
    expect(exitCode).toBe(0);
    expect(printed).toContain('Secret: worth a look\n  The client secret expires on 11 Jun 2018, in 10 days;');
    expect(printed).toMatch(/\nNothing needs mending; 1 is worth a look\.\n$/);
  });

  it('what needs mending is a failure', async () => {
    const { exitCode, printed } = await run({ env: { ...production, BOT_PASSWORD: stranger } });
    expect(exitCode).toBe(1);
    expect(printed).toMatch(/\n1 thing needs mending\.\n$/);
    expect(printed).not.toContain(stranger);
  });

  it('JSON holds every check', async () => {
    const { printed } = await run({}, { json: true });
    const { now: at, findings } = JSON.parse(printed) as { now: string; findings: { check: string; result: string }[] };
    expect(at).toBe('2018-06-01T09:00:00.000Z');
    expect(findings.map(({ check }) => check)).toEqual(checks);
  });

  it.each(locales)('is said in %s', async (locale) => {
    const english = (await run(expiring)).printed.split('\n');
    const { printed } = await run(expiring, {}, locale);
    expect(printed.split('\n')).toHaveLength(english.length);
    if (locale !== 'en')
      expect(printed.split('\n').filter((line) => line !== '' && english.includes(line))).toEqual([]);
  });
});
