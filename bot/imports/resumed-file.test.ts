/** A dropped file whose instance is killed, at whatever step, goes on by itself: once, with its card replaced, and the person is told. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextRound, setTimeout as pause } from 'node:timers/promises';
import { plainText } from '../../cards/elements/plain-text';
import type { Card } from '../../cards/elements/card';
import { begunLapsesAfter, mostTries } from '../../domain/imports/pending-import';
import { everybody, type Store } from '../../domain/ports';
import { openMemory } from '../../infra/memory/store';
import { openOnAzurite } from '../../infra/tables/azurite.case';
import { sweep } from '../alerts/sweep';
import { recordingOutbound, type Recording } from '../context/notifier.case';
import type { AppServices } from '../context/app-services';
import { askBy, importInto, noon, tenant, titles, worldOf } from '../partner/standing-cache.case';
import { interrupted } from '../store/interrupted-store.case';
import { listValues } from '../store/row-list';
import { replyTo } from '../turns/turn';
import { answerLater } from './file-answer';
import { resumeFiles } from './resumed-file';

jest.setTimeout(120_000);

let server: Server;
let address: string;
/** What the server of the file answers with. */
let status = 200;
const csv = [
  'TrainingTitle,TrainingCompletionDate,CorpEmail',
  ...['ana', 'bo', 'zoe'].map((who) => `${titles[0]},2018-01-01,${who}@fern.example`),
  '',
].join('\n');

beforeAll(async () => {
  server = createServer((_, response) => response.writeHead(status).end(csv));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
});
beforeEach(() => (status = 200));
afterAll(() => server.close());

interface World {
  readonly services: AppServices;
  readonly notifier: Recording;
}

/** An instance over this store at a moment; the admin has written to the bot before. */
function instanceOf(store: Store, now = noon, notifier = recordingOutbound()): World {
  return {
    services: worldOf(store, { now: () => now, notifier, access: { tenants: 'any', firstAdmins: ['boss'] } }),
    notifier,
  };
}

async function known(store: Store): Promise<Store> {
  const reference = { channel: 'msteams', serviceUrl: 'https://smba.example/', bot: 'b', conversation: 'a:boss' };
  const seenAt = new Date(noon).toISOString();
  const value = { id: 'boss', scope: 'personal', reference, name: 'Boss', locale: 'en', seenAt } as const;
  await store.conversations.write(tenant, [{ kind: 'create', value }]);
  return store;
}

function drop({ services }: World) {
  return replyTo({ dropped: [{ name: 'a.csv', address }] }, askBy('boss', noon), services);
}

function press({ services }: World, card: Card, title: string, by = 'boss') {
  const pressed = card.actions?.find((one) => one.title === title);
  return replyTo({ pressed }, { ...askBy(by, services.now()), card: 'plan-card' }, services);
}

/** The store of an instance that is killed before its request of this number: that and all later ones never come to anything. */
function killedBefore(store: Store, at: number): { readonly store: Store; readonly wasReached: () => boolean } {
  const dying = interrupted(store, (request) =>
    request >= at ? new Promise<never>(() => undefined) : Promise.resolve(),
  );
  return { store: dying.store, wasReached: () => dying.asked() > at };
}

const afterLapse = noon + begunLapsesAfter + 1;

async function outcomeIn(store: Store) {
  const people = (await listValues(store.people, tenant)).map(({ identifiers }) => identifiers.corpEmail[0]).sort();
  const imports = (await listValues(store.imports, tenant)).map(({ people: { new: fresh } }) => fresh);
  const trail = (await listValues(store.audit, tenant)).filter(({ act }) => act === 'imported').length;
  const pendings = await listValues(store.pendings, tenant);
  return {
    people,
    imports,
    trail,
    states: pendings.map(({ state }) => state),
    owed: pendings.filter(({ wish }) => wish).length,
  };
}

const whole = {
  people: ['ana@fern.example', 'bo@fern.example', 'zoe@fern.example'],
  imports: [3],
  trail: 1,
  states: ['applied'],
  owed: 0,
};

/** Until the instance has come to its last request, or to its end; what it has sent to the tables before is there soon after. */
async function hasStopped(wasReached: () => boolean, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  void work.then(() => (isDone = true));
  while (!wasReached() && !isDone) await pause(1);
  await pause(20);
}

/** The same, which waits for no longer: what is killed leaves no timer behind for a minute. */
function soonSilent({ services, notifier }: World, deadline = 900): World {
  return { services: { ...services, deadline }, notifier };
}

/** The instance is killed at a step of taking the file in; two others sweep when its claim has lapsed. */
async function killWhileApplying(memory: Store, at: number) {
  const store = await known(memory);
  const { card } = await drop(instanceOf(store));
  const dying = killedBefore(store, at);
  const victim = instanceOf(dying.store);
  await hasStopped(dying.wasReached, press(soonSilent(victim, 5_000), card, 'Apply'));
  const wasBegun = (await listValues(store.pendings, tenant)).some(({ wish }) => wish !== undefined);
  const notifier = recordingOutbound();
  const others = [instanceOf(store, afterLapse, notifier), instanceOf(store, afterLapse, notifier)];
  await Promise.all(others.map(({ services }) => sweep(services)));
  return { wasReached: dying.wasReached(), wasBegun, card, notifier, outcome: await outcomeIn(store), store };
}

it('killed at every step of taking in, in memory', async () => {
  let [at, resumed] = [0, 0];
  for (let isMore = true; isMore; at += 1) {
    const { wasReached, wasBegun, notifier, outcome, card, store } = await killWhileApplying(openMemory(), at);
    isMore = wasReached;
    if (!wasReached) break;
    if (wasBegun) {
      resumed += 1;
      expect({ at, outcome }).toEqual({ at, outcome: whole });
      const said = notifier.said.filter(({ replaced }) => replaced !== undefined);
      expect({ at, said: said.map(({ replaced, to }) => [replaced, to.id]) }).toEqual({
        at,
        said: [['plan-card', 'boss']],
      });
      expect(plainText(said[0]!.message.card)).toContain('is taken in');
    } else {
      // Killed before it was noted, or after it was answered: nothing is done by itself, and a press does it.
      await press(instanceOf(store, afterLapse), card, 'Apply');
      expect({ at, outcome: await outcomeIn(store) }).toEqual({ at, outcome: whole });
    }
  }
  expect(resumed).toBeGreaterThan(20);
});

it('killed at some steps of taking in, in tables', async () => {
  for (const at of [8, 14, 20, 26, 32]) {
    const { store, close } = await openOnAzurite();
    try {
      const { wasReached, wasBegun, outcome } = await killWhileApplying(store, at);
      if (wasReached && wasBegun) expect({ at, outcome }).toEqual({ at, outcome: whole });
    } finally {
      await close();
    }
  }
});

it('killed at every step of a drop, the file is planned by another instance, and the plan comes as a message', async () => {
  let resumed = 0;
  for (let at = 0, isMore = true; isMore; at += 1) {
    const store = await known(openMemory());
    const dying = killedBefore(store, at);
    const victim = instanceOf(dying.store);
    await hasStopped(dying.wasReached, drop(soonSilent(victim, 5_000)));
    isMore = dying.wasReached();
    const wasNoted = (await listValues(store.pendings, tenant)).some(({ wish }) => wish !== undefined);
    const other = instanceOf(store, afterLapse);
    await sweep(other.services);
    const cards = other.notifier.said.filter(({ message }) => plainText(message.card).includes('a.csv'));
    expect({ at, cards: cards.length }).toEqual({ at, cards: wasNoted ? 1 : 0 });
    if (!wasNoted) continue;
    resumed += 1;
    await press(other, cards[0]!.message.card, 'Apply');
    expect(await outcomeIn(store)).toEqual(whole);
  }
  expect(resumed).toBeGreaterThan(5);
});

describe('a file that was not fetched before the crash', () => {
  async function interrupted() {
    const store = await known(openMemory());
    const at = new Date(noon).toISOString();
    const wish = { step: 'fetch', at, address } as const;
    const value = { id: 'f1', by: 'boss', at, file: 'a.csv', content: '', state: 'open', begunAt: at, wish } as const;
    await store.pendings.write(tenant, [{ kind: 'create', value }]);
    return store;
  }

  it('is fetched again', async () => {
    const store = await interrupted();
    const other = instanceOf(store, afterLapse);
    await resumeFiles(tenant, other.services);

    expect(other.notifier.said.map(({ message }) => plainText(message.card))).toEqual([
      expect.stringContaining('What this file would change'),
    ]);
    expect((await listValues(store.pendings, tenant))[0]).toMatchObject({ state: 'open' });
    expect(JSON.stringify(await listValues(store.pendings, tenant))).not.toContain(address);
  });

  it.each([401, 403, 404, 410])(
    'is told with the remedy where its link answers %d, and nothing is kept',
    async (gone) => {
      status = gone;
      const store = await interrupted();
      const other = instanceOf(store, afterLapse);
      await resumeFiles(tenant, other.services);

      expect(other.notifier.said).toHaveLength(1);
      expect(plainText(other.notifier.said[0]!.message.card)).toContain('Drop the file again.');
      expect(await listValues(store.pendings, tenant)).toEqual([]);
    },
  );
});

/** The file is being taken in, by an instance that was killed at noon. */
async function beingApplied(store: Store) {
  await known(store);
  const { card } = await drop(instanceOf(store));
  const dying = killedBefore(store, 14);
  const victim = soonSilent(instanceOf(dying.store));
  await hasStopped(dying.wasReached, press(victim, card, 'Apply'));
  expect((await outcomeIn(store)).owed).toBe(1);
}

it('is left alone while its instance says that it works on it', async () => {
  const store = openMemory();
  await beingApplied(store);
  const other = instanceOf(store, noon + begunLapsesAfter - 1);
  const next = await resumeFiles(tenant, other.services);

  expect(other.notifier.said).toEqual([]);
  expect(next).toBeLessThanOrEqual(noon + 2 * begunLapsesAfter);
});

it('comes due for a sweep by itself, and again when it cannot be shown', async () => {
  const store = openMemory();
  await beingApplied(store);
  const due = (await store.schedule.get(everybody, tenant))!.value.dueAt;
  const deaf = instanceOf(
    store,
    afterLapse,
    recordingOutbound(() => ({ kind: 'later', code: '429', afterMs: 1 })),
  );
  await sweep(deaf.services);
  const unsaid = await outcomeIn(store);
  const other = instanceOf(store, afterLapse + begunLapsesAfter + 2);
  await sweep(other.services);

  expect(due).toBeLessThanOrEqual(afterLapse);
  expect(unsaid).toEqual({ ...whole, owed: 1 });
  expect(other.notifier.said.filter(({ replaced }) => replaced === 'plan-card')).toHaveLength(1);
  expect(await outcomeIn(store)).toEqual(whole);
});

it('is told by a message where its card is gone', async () => {
  const store = openMemory();
  await beingApplied(store);
  const other = instanceOf(store, afterLapse);
  const update: typeof other.notifier.update = async () => ({ kind: 'gone', code: '404' });
  await resumeFiles(tenant, { ...other.services, notifier: { ...other.notifier, update } });

  expect(other.notifier.said.map(({ replaced }) => replaced)).toEqual([undefined]);
  expect(await outcomeIn(store)).toEqual(whole);
});

it('that ends the process each time is given up, told, and waits for a press', async () => {
  const store = openMemory();
  await beingApplied(store);
  let now = afterLapse;
  for (let tries = 0; tries < mostTries; tries += 1, now += begunLapsesAfter + 1) {
    const dying = killedBefore(store, 10);
    void resumeFiles(tenant, instanceOf(dying.store, now).services);
    while (!dying.wasReached()) await nextRound();
  }
  const other = instanceOf(store, now);
  await resumeFiles(tenant, other.services);

  expect(other.notifier.said.map(({ message }) => plainText(message.card))).toEqual([
    expect.stringContaining('I could not finish'),
  ]);
  expect(await outcomeIn(store)).toMatchObject({ states: ['open'], owed: 0 });
});

it('is not taken in for a person who is an admin no longer', async () => {
  const store = openMemory();
  await beingApplied(store);
  const { services, notifier } = instanceOf(store, afterLapse);
  await resumeFiles(tenant, { ...services, access: { tenants: 'any', firstAdmins: ['chief'] } });

  expect(notifier.said).toHaveLength(1);
  expect(await outcomeIn(store)).toMatchObject({ states: ['discarded'], owed: 0 });
  expect((await listValues(store.pendings, tenant))[0]!.content).toBe('');
});

it('is left alone where its organisation may not talk to the bot any longer', async () => {
  const store = openMemory();
  await beingApplied(store);
  const { services, notifier } = instanceOf(store, afterLapse);
  await resumeFiles(tenant, { ...services, access: { tenants: ['fabrikam'], firstAdmins: ['boss'] } });

  expect(notifier.said).toEqual([]);
  expect(await outcomeIn(store)).toMatchObject({ states: ['applying'], people: [] });
});

it('of one organisation is not touched by the sweep of another', async () => {
  const store = openMemory();
  await beingApplied(store);
  const { services, notifier } = instanceOf(store, afterLapse);
  await resumeFiles('fabrikam', services);

  expect(notifier.said).toEqual([]);
  expect(await outcomeIn(store)).toMatchObject({ states: ['applying'], owed: 1 });
});

it('shows the plan again where the facts have changed before anything was written', async () => {
  const store = await known(openMemory());
  const { card } = await drop(instanceOf(store));
  const dying = killedBefore(store, 6);
  const victim = soonSilent(instanceOf(dying.store));
  await hasStopped(dying.wasReached, press(victim, card, 'Apply'));
  expect(await outcomeIn(store)).toMatchObject({ states: ['applying'], imports: [] });
  await importInto(instanceOf(store).services, [[titles[0]!, '2020-01-01', 'other']]);
  const other = instanceOf(store, afterLapse);
  await resumeFiles(tenant, other.services);

  expect(plainText(other.notifier.said[0]!.message.card)).toContain('The data has changed since');
  expect(await outcomeIn(store)).toMatchObject({ states: ['open'], imports: [1], people: ['other@c.com'], owed: 0 });
});

it('removes a file whose hour is over', async () => {
  const store = await known(openMemory());
  await drop(instanceOf(store));
  const later = instanceOf(store, noon + 3_600_001);
  await resumeFiles(tenant, later.services);

  expect(await listValues(store.pendings, tenant)).toEqual([]);
});

it('the card of a slow import is replaced by its own instance when it is done', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const store = await known(openMemory());
  const { card } = await drop(instanceOf(store));
  const write: Store['people']['write'] = async (...args) => (await held, store.people.write(...args));
  const { services, notifier } = instanceOf({ ...store, people: { ...store.people, write } });
  const running = await press({ notifier, services: { ...services, deadline: 3_000 } }, card, 'Apply');
  answerLater(running, { card: 'plan-card', tenant }, services);
  const during = notifier.said.length;
  release();
  while (notifier.said.length === 0) await nextRound();
  while ((await outcomeIn(store)).owed > 0) await nextRound();

  expect([running.name, during]).toEqual(['import-running', 0]);
  expect(notifier.said.map(({ replaced }) => replaced)).toEqual(['plan-card']);
  expect(await outcomeIn(store)).toEqual(whole);
});
