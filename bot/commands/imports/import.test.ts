/** A file in the chat: applied once however often it is pressed, through slowness and outages, and taken back exactly. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { setImmediate as nextRound } from 'node:timers/promises';
import { payloadOf } from '../../../cards/contract/verbs';
import type { Card } from '../../../cards/elements/card';
import type { Repository } from '../../../domain/basics/repository';
import type { Store } from '../../../domain/ports';
import { type MemoryStore, openMemory } from '../../../infra/memory/store';
import { titles, tenant, worldOf } from '../../partner/standing-cache.case';
import { replyTo } from '../../turns/turn';
import type { AppServices } from '../../context/app-services';
import type { LocalTools } from '../../context/local-tools';

let server: Server;
let content: Buffer;
let address: string;

beforeAll(async () => {
  server = createServer((_, response) => response.end(content));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
});
afterAll(() => server.close());

const noon = Date.parse('2021-02-01T12:00:00Z');
const minutes = (count: number) => count * 60_000;
const csv = (...people: readonly string[]) =>
  Buffer.from(
    [
      'TrainingTitle,TrainingCompletionDate,CorpEmail',
      ...people.map((one) => `${titles[0]},2018-01-01,${one}`),
      '',
    ].join('\n'),
  );

function askAt(now: number, user = 'boss') {
  const mails = () => Promise.resolve([]);
  const asker = { id: user, aadObjectId: user, name: user, mails };
  return {
    tenant,
    user: asker,
    locale: 'en',
    scope: 'personal',
    conversation: 'with boss',
    members: async () => [],
    now,
  } as const;
}

async function drop(services: AppServices, bytes: Buffer, now = noon) {
  content = bytes;
  return replyTo({ dropped: [{ name: 'a.csv', address }] }, askAt(now), { ...services, now: () => now });
}

function press(services: AppServices, card: Card, title: string, now = noon) {
  const pressed = card.actions?.find((one) => one.title === title);
  return replyTo({ pressed }, askAt(now), { ...services, now: () => now });
}

async function all<T>(repository: Repository<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const { value } of repository.list(tenant)) found.push(value);
  return found;
}

const peopleIn = async (store: Store) =>
  (await all(store.people)).map(({ identifiers }) => identifiers.corpEmail[0]).sort();

/** A store whose writes of people do what is said first. */
function hindered(store: MemoryStore, first: () => Promise<void>): Store {
  const write: Store['people']['write'] = async (of, changes) => {
    await first();
    return store.people.write(of, changes);
  };
  return { ...store, people: { ...store.people, write } };
}

it('two presses at once take it in once', async () => {
  const store = openMemory();
  const services = worldOf(store);
  const { card } = await drop(services, csv('a@b.example', 'b@b.example'));

  const names = (await Promise.all([1, 2, 3].map(() => press(services, card, 'Apply')))).map(({ name }) => name);

  expect(names.filter((name) => name === 'import-applied')).toHaveLength(1);
  expect(new Set(names)).toEqual(new Set(['import-applied', 'import-running']));
  expect(await all(store.imports)).toHaveLength(1);
  expect(await peopleIn(store)).toEqual(['a@b.example', 'b@b.example']);
  expect((await press(services, card, 'Apply')).name).toBe('import-applied');
});

it('forgets the file once it is applied or discarded', async () => {
  const store = openMemory();
  const services = worldOf(store);
  const first = await drop(services, csv('a@b.example'));
  await press(services, first.card, 'Apply');
  const second = await drop(services, csv('c@b.example'), noon + 1);
  await press(services, second.card, 'Discard', noon + 1);

  expect((await all(store.pendings)).map(({ state, content: kept }) => [state, kept]).sort()).toEqual([
    ['applied', ''],
    ['discarded', ''],
  ]);
  expect((await press(services, second.card, 'Apply', noon + 1)).name).toBe('import-discarded');
  expect(await peopleIn(store)).toEqual(['a@b.example']);
});

it('keeps no file that is refused', async () => {
  const store = openMemory();

  expect((await drop(worldOf(store), Buffer.from('%PDF-1.4'))).name).toBe('import-refused');
  expect(await all(store.pendings)).toEqual([]);
});

it('says that it goes on where it takes long, and later how it ended', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const store = hindered(openMemory(), () => held);
  const services = worldOf(store, { deadline: 200 });
  const { card } = await drop({ ...services, deadline: 8_000 }, csv('a@b.example'));

  const running = await press(services, card, 'Apply');
  expect(running.name).toBe('import-running');
  expect((await press({ ...services, deadline: 8_000 }, running.card, 'Look again')).name).toBe('import-running');
  release();

  for (let name = ''; name !== 'import-applied';) {
    // The work goes on in rounds of the event loop, which presses on a store in memory alone would never let come.
    await nextRound();
    ({ name } = await press({ ...services, deadline: 8_000 }, running.card, 'Look again'));
  }
  expect(await peopleIn(store)).toEqual(['a@b.example']);
});

it.each([
  ['an outage that is told', 0, true],
  ['a crash, some minutes later', 6, false],
])('after %s it can be applied again, as the same import', async (_, later, isTold) => {
  const memory = openMemory();
  let isDown = true;
  const store = hindered(memory, async () => {
    if (!isDown) return;
    if (isTold) throw new Error('down');
    await new Promise(() => undefined);
  });
  const services = worldOf(store, { deadline: 8_000 });
  const { card } = await drop(services, csv('a@b.example'));
  await press({ ...services, deadline: isTold ? 8_000 : 100 }, card, 'Apply');
  expect(await peopleIn(store)).toEqual([]);
  isDown = false;

  const again = await press(services, card, 'Apply', noon + minutes(later));

  expect(again.name).toBe('import-applied');
  expect(await peopleIn(store)).toEqual(['a@b.example']);
  expect(await all(store.imports)).toMatchObject([{ people: { new: 1, changed: 0, unchanged: 0 } }]);
});

it.each([
  ['larger than may be fetched', Buffer.alloc(4 * 1024 * 1024 + 1, 'a')],
  ['too large to be kept', Buffer.from(randomBytes(400 * 1024).toString('latin1'), 'latin1')],
])('a file that is %s is refused with the way round', async (_, bytes) => {
  const store = openMemory();
  const { name, card } = await drop(worldOf(store), bytes);

  expect(name).toBe('file-not-fetched');
  expect(JSON.stringify(card)).toContain('laurel import');
  expect(await all(store.pendings)).toEqual([]);
});

it('undoing restores exactly what was there before, through joined people and corrected dates', async () => {
  const store = openMemory();
  const services = worldOf(store);
  const header = 'TrainingTitle,TrainingCompletionDate,CorpEmail,MCPID,IndividualFirstName';
  const file = (...rows: readonly string[]) => Buffer.from([header, ...rows, ''].join('\n'));
  const first = await drop(
    services,
    file('A,2018-01-01,a@b.example,,Ana', 'B,2018-01-01,,17,', 'C,2018-02-02,c@b.example,,'),
  );
  await press(services, first.card, 'Apply');
  const before = await all(store.people);
  const second = await drop(services, file('A,2019-01-01,a@b.example,17,Anna', 'D,2018-01-01,d@b.example,,'), noon + 1);
  const applied = await press(services, second.card, 'Apply', noon + 1);
  expect(await all(store.people)).not.toEqual(before);

  const undone = await press(services, applied.card, 'Undo this import', noon + 2);

  expect(undone.name).toBe('import-undone');
  const byId = (people: typeof before) => [...people].sort((one, other) => (one.id < other.id ? -1 : 1));
  expect(byId(await all(store.people))).toEqual(byId(before));
});

it('forgets what was there before once the import cannot be taken back', async () => {
  const store = openMemory();
  const services = worldOf(store);
  const first = await drop(services, csv('a@b.example'));
  await press(services, first.card, 'Apply');
  expect(await all(store.traces)).toHaveLength(1);
  const [{ id } = { id: '' }] = await all(store.traces);

  const later = noon + minutes(25 * 60);
  const second = await drop(services, csv('c@b.example'), later);
  await press(services, second.card, 'Apply', later);

  expect((await all(store.traces)).map((trace) => trace.id)).not.toContain(id);
  expect(await all(store.traces)).toHaveLength(1);
});

describe('in a local world', () => {
  const saved: [string, string][] = [];
  const local: LocalTools = {
    isClockMoved: () => false,
    switchSample: () => Promise.resolve(false),
    readFile: (path) =>
      Promise.resolve(path === 'here/a.csv' ? { name: 'a.csv', bytes: csv('a@b.example') } : { fault: 'absent' }),
    saveFile: (name, bytes) => {
      saved.push([name, Buffer.from(bytes).toString('utf8').split('\n')[0]!.trim()]);
      return Promise.resolve(`/data/export/${name}`);
    },
  };
  const say = (services: AppServices, said: string, user = 'boss') => replyTo({ said }, askAt(noon, user), services);

  it('a path is shown first, read at a press, planned like a dropped file, and applied at another', async () => {
    const store = openMemory();
    const services = worldOf(store, { local });
    const wanted = await say(services, 'import "here/a.csv"');
    expect([wanted.name, await all(store.pendings)]).toEqual(['import-wanted', []]);

    const plan = await press(services, wanted.card, 'Confirm');
    expect([plan.name, await peopleIn(store)]).toEqual(['import-plan', []]);
    expect((await press(services, plan.card, 'Apply')).name).toBe('import-applied');
    expect(await peopleIn(store)).toEqual(['a@b.example']);
  });

  it('a path that leads nowhere is told, and others than admins are not read for', async () => {
    const services = worldOf(openMemory(), { local });

    const wanted = await say(services, 'import there/b.csv');
    expect((await press(services, wanted.card, 'Confirm')).name).toBe('file-not-read');
    expect((await say(services, 'import here/a.csv', 'somebody')).name).toBe('admins-only');
    expect((await say(worldOf(openMemory()), 'import here/a.csv')).name).toBe('import');
  });

  it('a press that names a path reads nothing outside a local world, nor for others than admins', async () => {
    const pressed = payloadOf({ ask: 'import', path: 'here/a.csv' });
    const elsewhere = openMemory();
    const here = openMemory();

    expect((await replyTo({ pressed }, askAt(noon), worldOf(elsewhere))).name).toBe('import');
    const services = worldOf(here, { local });
    await say(services, 'progress');
    expect((await replyTo({ pressed }, askAt(noon, 'somebody'), services)).name).toBe('admins-only');
    expect([await all(elsewhere.pendings), await all(here.pendings)]).toEqual([[], []]);
  });

  it('an exported file is written beside the data', async () => {
    const services = worldOf(openMemory(), { local });
    await say(services, 'progress');
    const offered = JSON.stringify((await say(services, 'export')).card);
    expect([offered.includes('written on this machine'), offered.includes('OneDrive')]).toEqual([true, false]);
    const pressed = payloadOf({ ask: 'export', file: 'people' });
    const { name, card } = await replyTo({ pressed }, askAt(noon), services);

    expect(name).toBe('export-saved');
    expect(JSON.stringify(card)).toContain('/data/export/people.csv');
    expect(saved).toEqual([['people.csv', expect.stringContaining('Name')]]);
  });
});
