/** A forgotten person leaves no row and no log line, and no import brings them back; others stay as they were. */
import { createHash } from 'node:crypto';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { emptyPartner } from '../../domain/partner/partner';
import type { Store } from '../../domain/ports';
import { builtInProgramme } from '../../infra/catalogue/load';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import { openOnAzurite } from '../../infra/tables/azurite.case';
import { processDueTenant } from '../alerts/due-tenant';
import type { AppServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import { importFile } from '../imports/import-file';
import { takeBackImport, importToUndo } from '../imports/import-undo';
import { answerIn, askBy, noon, tenant, worldOf } from '../partner/standing-cache.case';
import { listValues } from '../store/row-list';
import { wholeStore } from '../store/whole-store.case';
import { replyTo } from './turn';

const programme = builtInProgramme('competencies');
const account = 'aad0aad0-0000-4000-8000-00000000ab1e';

/** Everything by which Zoe Quist can be told; none of it is part of another word. */
const linkHash = createHash('sha256').update('9911991').digest('hex');
const signs = [
  'Zoe Quist',
  'zoe.quist@fern.example',
  'zq-private@home.example',
  '9911991',
  account,
  'a:zoe-chat',
  linkHash,
];

const rows = [
  'Zoe,Quist,zoe.quist@fern.example,zq-private@home.example,9911991,70-532,2020-05-01',
  'Zoe,Quist,zoe.quist@fern.example,zq-private@home.example,9911991,70-533,2020-06-01',
  'Ana,Souza,ana@fern.example,,77,70-532,2020-05-01',
  'Bo,Lind,bo@fern.example,,78,70-533,2020-05-01',
];
const csv = [
  'IndividualFirstName,IndividualLastName,CorpEmail,Email,MCPID,TrainingTitle,TrainingCompletionDate',
  ...rows,
  '',
].join('\r\n');

interface World {
  readonly services: AppServices;
  /** Every line that was logged. */
  readonly logged: string[];
}

function importRows(services: AppServices, by = 'boss', name = 'trainings.csv') {
  const deps = { ...services, read: readImport };
  return importFile(deps, { tenant, file: fileOf(name, Buffer.from(csv)), by, dry: false });
}

/** A partner in which Zoe has done everything that leaves a row: imported, corrected, onboarded, written, been told. */
async function worldWithZoe(store: Store): Promise<World> {
  const logged: string[] = [];
  const log = (about: object, message: string) => void logged.push(JSON.stringify(about) + message);
  const access = { tenants: 'any', firstAdmins: [] } as const;
  const services = worldOf(store, {
    access,
    log: { info: log, warn: log, error: log },
    programmes: new Map([[programme.id, programme]]),
  });
  const partner = { ...emptyPartner(tenant, programme.id), name: 'Fern', admins: ['boss', account] };
  const apart = [{ one: ['9911991'], other: ['77'] }];
  await store.partners.write(tenant, [{ kind: 'create', value: { ...partner, apart } }]);
  await importRows(services, account, 'Zoe Quist trainings.csv');
  const zoe = (await listValues(store.people, tenant)).find(({ name }) => name === 'Zoe Quist')!;
  await reportToZoe(zoe, services);
  await linkAccount(zoe, services);
  await leaveRows(zoe, services);
  for (const said of ['onboard Bo Lind', 'left Bo Lind 2021-01-15', 'people'])
    await press((await answerIn(services, said, account)).card.actions?.[0], services, account);
  for (const said of ['completed 70-534 Zoe Quist 2020-07-01', 'onboard Zoe Quist'])
    await press((await answerIn(services, said)).card.actions?.[0], services, 'boss');
  await processDueTenant({ tenant, dueAt: 0, calls: 1 }, services);
  return { services, logged };
}

async function linkAccount(zoe: Person, { store }: AppServices): Promise<void> {
  const kept = (await store.people.get(tenant, zoe.id))!;
  const identifiers = { ...kept.value.identifiers, aadUserId: [account] };
  const value = { ...kept.value, identifiers, linkedOn: '2019-01-01', leftOn: '2021-03-01' };
  await store.people.write(tenant, [{ kind: 'replace', value, version: kept.version }]);
}

/** A list of people names Zoe as the manager of Ana, and the trace of the import keeps it. */
async function reportToZoe(zoe: Person, services: AppServices): Promise<void> {
  const list = (office: string) => `WorkEmail,Office,Manager\r\nana@fern.example,${office},zoe.quist@fern.example\r\n`;
  for (const office of ['Berlin', 'Bonn']) {
    const file = fileOf('people.csv', Buffer.from(list(office)));
    await importFile({ ...services, read: readImport }, { tenant, file, by: 'boss', dry: false });
  }
  const ana = (await listValues(services.store.people, tenant)).find(({ name }) => name === 'Ana Souza')!;
  expect(ana).toMatchObject({ office: 'Bonn', manager: zoe.identifiers.corpEmail[0] });
}

/** Rows that only Teams, another instance or a time of waiting would leave. */
async function leaveRows({ id }: Person, { store }: AppServices): Promise<void> {
  const reference = { channel: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/', bot: 'b', user: '29:zoe' };
  const seenAt = '2021-01-01T00:00:00.000Z';
  const chat = { scope: 'personal', reference: { ...reference, conversation: 'a:zoe-chat' }, locale: 'en' } as const;
  const room = { scope: 'groupChat', reference, name: 'Lunch with Zoe Quist', locale: 'en', seenAt } as const;
  await store.conversations.write(tenant, [
    { kind: 'create', value: { ...chat, id: account, name: 'Zoe Quist', seenAt } },
    { kind: 'create', value: { ...room, id: 'room-1' } },
  ]);
  await store.installations.write(tenant, [
    { kind: 'create', value: { conversation: 'a:zoe-chat', welcomedAt: seenAt } },
  ]);
  const hours = { quietFrom: 0, quietTo: 0, workingDays: [1], stopped: [] };
  await store.alertSettings.write(tenant, [{ kind: 'create', value: { ...hours, person: account } }]);
  await store.offers.write(tenant, [{ kind: 'create', value: { id: 'o1', by: account, about: 'people', at: seenAt } }]);
  const pending = { id: 'w1', by: 'boss', at: seenAt, file: 'Zoe Quist.csv', content: 'x', state: 'open' } as const;
  await store.pendings.write(tenant, [{ kind: 'create', value: pending }]);
  const told = { tries: 1, unclear: 0, day: '2021-01-01', state: { is: 'sent', at: 1, activity: 'x' } } as const;
  await store.deliveries.write(tenant, [
    { kind: 'create', value: { ...told, id: `d1`, recipient: account, post: 'p' } },
    { kind: 'create', value: { ...told, id: `boss certification/${id}/70-532/1`, recipient: 'boss', post: 'q' } },
  ]);
  const cause = {
    code: 'credential',
    credential: '70-532',
    on: '2021-03-01',
    because: { code: 'not-linked' },
  } as const;
  const risk = { code: 'lost', competency: 'devops', level: 'silver', causes: [{ ...cause, person: id }] } as const;
  const alert = { audience: 'admins', openedAt: 1, opening: 1, round: 1, severity: 'urgent' } as const;
  const reason = { rule: 'level-lost', risk } as const;
  const state = { is: 'assigned', by: 'boss', at: 1, to: account } as const;
  const stale = { rule: 'stale-data', importedOn: '2021-01-01', days: 35 } as const;
  await store.notices.write(tenant, [
    { kind: 'create', value: { ...alert, key: 'level-lost/devops/silver', reason, state } },
    {
      kind: 'create',
      value: { ...alert, key: 'stale-data/2021', reason: stale, state: { ...state, to: id, person: id } },
    },
  ]);
}

function press(pressed: unknown, services: AppServices, by: string): Promise<Reply> {
  return replyTo({ pressed }, askBy(by, noon), services);
}

/** Every property of every row that a tenant, and all tenants together, have: the whole store. */
async function idOfZoe({ store }: AppServices): Promise<string> {
  return (await listValues(store.people, tenant)).find(({ name }) => name === 'Zoe Quist')!.id;
}

const stores = [
  ['memory', async () => ({ store: openMemory() as Store, close: async () => undefined })],
  ['tables', openOnAzurite],
] as const;

describe.each(stores)('in %s', (_, open) => {
  it.each([
    ['forget me', account],
    ['forget Zoe Quist', 'boss'],
  ])(
    '“%s” leaves nothing that names the person',
    async (said, by) => {
      const { store, close } = await open();
      try {
        const { services, logged } = await worldWithZoe(store);
        const id = await idOfZoe(services);
        const before = await wholeStore(store, tenant);
        for (const sign of [...signs, id]) expect(before).toContain(sign);
        const preview = await answerIn(services, said, by);
        const previewed = await wholeStore(store, tenant);
        logged.length = 0;
        const done = await press(preview.card.actions?.[0], services, by);
        const after = await wholeStore(store, tenant);

        expect(preview.name).toBe('forget-wanted');
        expect(previewed).toContain('Zoe Quist');
        expect(done.name).toBe('forgotten');
        expect(done.leavesNoTrace === true).toBe(by === account);
        for (const sign of [...signs, id]) {
          expect(after.split('\n').filter((row) => row.includes(sign))).toEqual([]);
          expect(logged.join('\n')).not.toContain(sign);
          expect(JSON.stringify(done.card)).not.toContain(sign);
        }
        expect(after).toContain('Ana Souza');
        expect(after).toContain('Bo Lind');
      } finally {
        await close();
      }
    },
    120_000,
  );
});

async function forgotten(): Promise<World> {
  const world = await worldWithZoe(openMemory());
  const preview = await answerIn(world.services, 'forget Zoe Quist');
  await press(preview.card.actions?.[0], world.services, 'boss');
  return world;
}

it('keeps the person out of the next import of the same file, and says how many rows', async () => {
  const { services } = await forgotten();
  const result = await importRows(services);
  const people = await listValues(services.store.people, tenant);

  expect(result).toMatchObject({ rows: 4, rejected: [] });
  expect('warnings' in result && result.warnings).toContainEqual(
    expect.objectContaining({ code: 'kept-out', args: { count: 2 } }),
  );
  expect(people.map(({ name }) => name).sort()).toEqual(['Ana Souza', 'Bo Lind']);
});

it('does not bring the person back where an earlier import is undone', async () => {
  const { services } = await forgotten();
  const record = (await importToUndo(services, tenant, undefined))!;
  await takeBackImport({ ...services, read: readImport }, tenant, record);

  expect(await wholeStore(services.store, tenant)).not.toContain('Zoe Quist');
});

it('works the standing out again, and shows no card with the name', async () => {
  const { services } = await forgotten();
  const cards: string[] = [];
  for (const said of ['people', 'who holds 70-532', 'key people', 'audit', 'alerts', 'onboarding', 'admins', 'export'])
    cards.push(JSON.stringify((await answerIn(services, said)).card));

  for (const card of cards) expect(card).not.toContain('Zoe');
  expect((await answerIn(services, 'person Zoe Quist')).name).toBe('unknown-person');
});

it('keeps what was done in the audit trail, with the mark in place of the person', async () => {
  const { services } = await forgotten();
  const [mark] = await listValues(services.store.forgotten, tenant);
  const entries = await listValues(services.store.audit, tenant);

  expect(entries).toContainEqual(expect.objectContaining({ act: 'forgotten', by: 'boss', whom: mark!.id }));
  expect(entries.filter(({ by }) => by === mark!.id).length).toBeGreaterThan(0);
});

it('keeps the signs under a key of each partner: two partners have other hashes for one person', async () => {
  const [one, other] = [await forgotten(), await forgotten()];
  const signsOf = async ({ services }: World) => (await listValues(services.store.forgotten, tenant))[0]!.signs;

  expect((await signsOf(one)).length).toBeGreaterThan(2);
  expect(await signsOf(one)).not.toEqual(await signsOf(other));
});

it('asked again after a crash on the way, it finishes', async () => {
  const store = openMemory();
  const { services } = await worldWithZoe(store);
  const preview = await answerIn(services, 'forget Zoe Quist');
  const crash = (): never => {
    throw new Error('crash');
  };
  const broken = { ...store.audit, list: crash };
  await press(preview.card.actions?.[0], { ...services, store: { ...store, audit: broken } }, 'boss');
  const again = await answerIn(services, 'forget Zoe Quist');
  await press(again.card.actions?.[0], services, 'boss');

  expect(again.name).toBe('forget-wanted');
  expect((await wholeStore(store, tenant)).split('\n').filter((row) => row.includes('Zoe Quist'))).toEqual([]);
  expect(await listValues(store.forgotten, tenant)).toHaveLength(1);
});

it.each([
  ['forget Ana Souza', 'employee', 'admins-only'],
  ['forget me', 'employee', 'no-own-record'],
  ['forget it', 'boss', 'small-talk'],
  ['do not forget Zoe Quist', 'boss', 'help-topic'],
])('“%s” by %s is answered with %s', async (said, by, name) => {
  const { services } = await worldWithZoe(openMemory());
  const before = await wholeStore(services.store, tenant);

  expect((await answerIn(services, said, by)).name).toBe(name);
  expect(await wholeStore(services.store, tenant)).toBe(before);
});

it('does not forget the last admin', async () => {
  const { services } = await worldWithZoe(openMemory());
  const remove = await answerIn(services, 'remove me as admin', 'boss');
  await press(remove.card.actions?.[0], services, 'boss');

  expect((await answerIn(services, 'forget me', account)).name).toBe('last-admin');
});

it('tells people what is kept of them, and hands it over to them alone', async () => {
  const { services } = await worldWithZoe(openMemory());
  const reply = await answerIn(services, 'what do you know about me', account);
  const lines = JSON.stringify(reply.card);

  expect(reply.name).toBe('about-me');
  for (const sign of ['Zoe Quist', 'zoe.quist@fern.example', '9911991']) expect(lines).toContain(sign);
  expect(lines).not.toContain('Ana');
});

it('hands everything about the asker over once, to the asker alone, and nothing about others', async () => {
  const { services: world } = await worldWithZoe(openMemory());
  const put: string[] = [];
  const transfer = {
    ...world.transfer,
    canOffer: true,
    accepts: () => true,
    put: async (_: string, bytes: Uint8Array) => void put.push(Buffer.from(bytes).toString('utf8')),
  };
  const services = { ...world, transfer };
  const typed = await answerIn(services, 'export my data', account);
  const { offer } = await press({ verb: 'about-me', data: { file: true } }, services, account);
  const consented = { accepted: true, offer: offer?.id, about: 'own-data', upload: { uploadUrl: 'https://x' } };
  const consent = (by: string) => replyTo({ consented }, askBy(by, noon), services);
  const [stranger, own, again] = [await consent('boss'), await consent(account), await consent(account)];

  expect([typed.name, stranger.name, own.name, again.name]).toEqual([
    'about-me',
    'card-outdated',
    'about-me-handed-over',
    'card-outdated',
  ]);
  expect(put).toHaveLength(1);
  expect(JSON.parse(put[0]!)).toMatchObject({ achievements: 3, isAdmin: true });
  for (const other of ['Ana', 'Bo Lind', '"boss"']) expect(put[0]).not.toContain(other);
});

describe('a whole partner', () => {
  async function previewed() {
    const { services } = await worldWithZoe(openMemory());
    await services.store.people.write('other', [
      { kind: 'create', value: { id: 'p1', name: 'Other', identifiers: noIdentifiers, achievements: [] } },
    ]);
    return { services, preview: await answerIn(services, 'forget this partner') };
  }

  it.each(['', 'fer', 'Fern Ltd', 'yes'])('stays where “%s” is typed', async (typed) => {
    const { services } = await previewed();
    const before = await wholeStore(services.store, tenant);
    const pressed = { verb: 'forget-partner', data: { typed, isSure: true } };

    expect((await press(pressed, services, 'boss')).name).toBe('not-confirmed');
    expect(await wholeStore(services.store, tenant)).toBe(before);
  });

  it('goes where its name is typed, and nobody else goes', async () => {
    const { services, preview } = await previewed();
    const action = preview.card.actions?.[0] as unknown as { readonly data: object; readonly verb: string };
    const reply = await press({ ...action, data: { ...action.data, typed: ' fern ' } }, services, 'boss');

    expect(preview.name).toBe('forget-partner-wanted');
    expect(JSON.stringify(preview.card)).toContain('Input.Text');
    expect(reply).toMatchObject({ name: 'forgotten', leavesNoTrace: true });
    expect(await wholeStore(services.store, tenant)).toBe('');
    expect(await listValues(services.store.people, 'other')).toHaveLength(1);
  });

  it('stays where somebody who is no admin presses', async () => {
    const { services } = await previewed();
    const pressed = { verb: 'forget-partner', data: { typed: 'Fern', isSure: true } };

    expect((await press(pressed, services, 'employee')).name).toBe('admins-only');
    expect(await wholeStore(services.store, tenant)).toContain('Zoe Quist');
  });
});
