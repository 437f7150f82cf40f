/** Trouble with the service is told as trouble: within the deadline, after a few attempts, and never as an absence. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StoreUnavailable } from '../../domain/basics/repository';
import { type Store } from '../../domain/ports';
import { quickly } from './azurite.case';
import { openTables } from './store';
import { type Fault, openWire, type Wire } from './wire.case';

const visit = { conversation: 'c/1', welcomedAt: 'secret' };
const odata = (code: string) => JSON.stringify({ 'odata.error': { code, message: { lang: 'en-US', value: 'Said.' } } });

async function storeAt(url: string, patience = quickly): Promise<Store> {
  const key = Buffer.from('key').toString('base64');
  const connectionString = `DefaultEndpointsProtocol=http;AccountName=a;AccountKey=${key};TableEndpoint=${url}/a;`;
  return openTables({ connectionString }, patience);
}

async function listed(store: Store): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of store.people.list('t')) rows.push(row);
  return rows;
}

const acts: Record<string, (store: Store) => Promise<unknown>> = {
  get: (store) => store.installations.get('t', 'c/1'),
  list: listed,
  create: (store) => store.installations.write('t', [{ kind: 'create', value: visit }]),
  replace: (store) => store.installations.write('t', [{ kind: 'replace', value: visit, version: 'v' }]),
  remove: (store) => store.installations.write('t', [{ kind: 'remove', id: 'c/1', version: 'v' }]),
  transaction: (store) =>
    store.installations.write('t', [
      { kind: 'create', value: visit },
      { kind: 'create', value: { ...visit, conversation: 'c/2' } },
    ]),
  ping: (store) => store.ping(),
};

const troubles: Record<string, Fault> = {
  'a cut line': { kind: 'cut' },
  'a broken service': { kind: 'answer', status: 500, body: odata('InternalError') },
  'a busy service': { kind: 'answer', status: 503, body: odata('ServerBusy') },
  'a refused key': { kind: 'answer', status: 403, body: odata('AuthenticationFailed') },
  'a web server that finds nothing': { kind: 'answer', status: 404, body: '<html>Not found</html>', type: 'text/html' },
  'a web server that finds something': { kind: 'answer', status: 200, body: '<html>Hello</html>', type: 'text/html' },
  'a conflict of another kind': { kind: 'answer', status: 409, body: odata('AccountBeingCreated') },
  'a table that cannot be created': { kind: 'answer', status: 404, body: odata('TableNotFound') },
};

describe('every operation meets every trouble with an error', () => {
  let wire: Wire;
  beforeEach(async () => {
    wire = await openWire();
  });
  afterEach(() => wire.close());

  const cases = Object.keys(troubles).flatMap((trouble) => Object.keys(acts).map((act) => [act, trouble]));
  // A web server's 200 to a single write cannot be told from the service's, which says nothing more either.
  const silentSuccess = /^(create|replace|remove) a web server that finds something$/;
  it.each(cases.filter((each) => !silentSuccess.test(each.join(' '))))('%s, %s', async (act, trouble) => {
    wire.always(troubles[trouble]);
    const store = await storeAt(wire.url);

    const error = await acts[act]!(store).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(error).toMatchObject({ message: expect.stringMatching(/laurelP/), cause: expect.anything() });
    expect(String(error)).not.toMatch(/secret/);
    expect(wire.requests.length).toBeLessThanOrEqual(2 * quickly.attempts);
  });

  it.each(Object.keys(acts))('%s, a service that stays silent', async (act) => {
    wire.always({ kind: 'silence' });
    const store = await storeAt(wire.url, { ...quickly, deadlineMs: 50 });

    await expect(acts[act]!(store)).rejects.toThrow(/no answer before the deadline/);
  });
});

it('names operation, table and key', async () => {
  const wire = await openWire();
  wire.always({ kind: 'answer', status: 403, body: odata('AuthenticationFailed') });
  const store = await storeAt(wire.url);

  await expect(store.installations.get('t', 'c/1')).rejects.toThrow(
    'get laurelPartner t/visit~c_002f1: 403 AuthenticationFailed',
  );

  await wire.close();
});

it('fails where nobody listens', async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  const store = await storeAt(`http://127.0.0.1:${port}`);

  await expect(store.installations.get('t', 'c')).rejects.toThrow(StoreUnavailable);
  await expect(listed(store)).rejects.toThrow(/ECONNREFUSED/);
});

describe('attempts', () => {
  let wire: Wire;
  beforeEach(async () => {
    wire = await openWire();
    wire.always({ kind: 'answer', status: 404, body: odata('ResourceNotFound') });
  });
  afterEach(() => wire.close());

  it.each<[string, Fault]>([
    ['a busy service', { kind: 'answer', status: 503 }],
    ['a gateway', { kind: 'answer', status: 502 }],
    ['a cut line', { kind: 'cut' }],
  ])('outlast %s', async (_, fault) => {
    wire.next(fault, fault);
    const store = await storeAt(wire.url);

    expect(await store.installations.get('t', 'c')).toBeUndefined();
    expect(wire.requests).toHaveLength(3);
  });

  it('end after four', async () => {
    wire.always({ kind: 'answer', status: 503 });
    const store = await storeAt(wire.url);

    await expect(store.installations.get('t', 'c')).rejects.toThrow('503');
    expect(wire.requests).toHaveLength(4);
  });

  it('are not made where they are vain', async () => {
    wire.always({ kind: 'answer', status: 403 });
    const store = await storeAt(wire.url);

    await expect(store.installations.get('t', 'c')).rejects.toThrow('403');
    expect(wire.requests).toHaveLength(1);
  });

  it('stop waiting at the deadline', async () => {
    wire.always({ kind: 'answer', status: 503 });
    const store = await storeAt(wire.url, { deadlineMs: 50, attempts: 4, pauseMs: 600_000 });

    await expect(store.installations.get('t', 'c')).rejects.toThrow('503');
    expect(wire.requests).toHaveLength(1);
  });
});

it('opens without asking anything, and refuses what is no connection string', async () => {
  const wire = await openWire();
  await storeAt(wire.url);

  expect(wire.requests).toEqual([]);
  await expect(openTables({ connectionString: 'nonsense' })).rejects.toThrow();
  await wire.close();
});
