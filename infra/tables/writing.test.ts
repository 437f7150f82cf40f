/** Writing on a real service: the least of requests, tables made when needed, and lost answers that are not conflicts. */
import { TableClient } from '@azure/data-tables';
import { randomUUID } from 'node:crypto';
import type { Conflict, Versioned } from '../../domain/basics/repository';
import type { Installation } from '../../domain/partner/installation';
import { type OnAzurite, openOnAzurite } from './azurite.case';
import { openTables } from './store';
import type { Fault, WireRequest } from './wire.case';

const deaf: Fault = { kind: 'deaf' };
const visit = (conversation: string, welcomedAt = 'x'): Installation => ({ conversation, welcomedAt });
const create = (value: Installation) => ({ kind: 'create', value }) as const;

let azurite: OnAzurite;
let tenant: string;
beforeAll(async () => {
  azurite = await openOnAzurite();
  await azurite.store.ping();
});
afterAll(() => azurite?.close());
beforeEach(() => {
  tenant = randomUUID();
});

const get = (id: string): Promise<Versioned<Installation> | undefined> => azurite.store.installations.get(tenant, id);
const versionOf = async (id: string): Promise<string> => (await get(id))!.version;

async function requestsOf(act: () => Promise<unknown>): Promise<readonly WireRequest[]> {
  const before = azurite.wire.requests.length;
  await act();
  return azurite.wire.requests.slice(before);
}

describe('an answer that is lost', () => {
  it('does not make our own row somebody else’s', async () => {
    azurite.wire.next(deaf);

    expect(await azurite.store.installations.write(tenant, [create(visit('c'))])).toEqual([]);
    expect((await get('c'))?.value).toEqual(visit('c'));
  });

  it('does not make our own replacement a race', async () => {
    await azurite.store.installations.write(tenant, [create(visit('c'))]);
    const version = await versionOf('c');
    azurite.wire.next(deaf);

    expect(
      await azurite.store.installations.write(tenant, [{ kind: 'replace', value: visit('c', 'new'), version }]),
    ).toEqual([]);
    expect((await get('c'))?.value).toEqual(visit('c', 'new'));
  });

  it('does not make our own removal a loss', async () => {
    await azurite.store.installations.write(tenant, [create(visit('c'))]);
    const version = await versionOf('c');
    azurite.wire.next(deaf);

    expect(await azurite.store.installations.write(tenant, [{ kind: 'remove', id: 'c', version }])).toEqual([]);
    expect(await get('c')).toBeUndefined();
  });

  it('does not make conflicts of a transaction', async () => {
    azurite.wire.next(deaf);

    expect(await azurite.store.installations.write(tenant, [create(visit('a')), create(visit('b'))])).toEqual([]);
    expect((await get('b'))?.value).toEqual(visit('b'));
  });

  it('does not hide that somebody else was first, even with the same contents', async () => {
    await azurite.store.installations.write(tenant, [create(visit('c')), create(visit('d'))]);
    const version = await versionOf('c');
    await azurite.store.installations.write(tenant, [{ kind: 'replace', value: visit('c', 'theirs'), version }]);
    const conflicts: (readonly Conflict[])[] = [];
    for (const change of [
      create(visit('c', 'theirs')),
      { kind: 'replace', value: visit('c', 'theirs'), version } as const,
      { kind: 'remove', id: 'c', version } as const,
    ]) {
      azurite.wire.next(deaf);
      conflicts.push(await azurite.store.installations.write(tenant, [change]));
    }
    azurite.wire.next(deaf);
    conflicts.push(await azurite.store.installations.write(tenant, [create(visit('d')), create(visit('e'))]));

    expect(conflicts).toEqual([
      [{ id: 'c', reason: 'exists' }],
      [{ id: 'c', reason: 'changed' }],
      [{ id: 'c', reason: 'changed' }],
      [{ id: 'd', reason: 'exists' }],
    ]);
    expect((await get('c'))?.value).toEqual(visit('c', 'theirs'));
  });
});

describe('requests', () => {
  it('are one for each hundred rows of a partition', async () => {
    const changes = Array.from({ length: 250 }, (_, index) => create(visit(`c${index}`)));

    const requests = await requestsOf(() => azurite.store.installations.write(tenant, changes));

    expect(requests.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST']);
  });

  it('are no larger than the service takes', async () => {
    const changes = Array.from({ length: 24 }, (_, index) => create(visit(`c${index}`, '"'.repeat(200_000))));

    const requests = await requestsOf(() => azurite.store.installations.write(tenant, changes));

    expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(4 * 1_048_576);
    expect(requests.length).toBeLessThan(changes.length);
  });

  it('are repeated one by one only for the transaction that met a conflict', async () => {
    await azurite.store.installations.write(tenant, [create(visit('c120'))]);
    const changes = Array.from({ length: 220 }, (_, index) => create(visit(`c${index}`)));

    const requests = await requestsOf(async () =>
      expect(await azurite.store.installations.write(tenant, changes)).toEqual([{ id: 'c120', reason: 'exists' }]),
    );

    expect(requests).toHaveLength(3 + 100);
  });

  it('never remove a row at any version but the one that was read', async () => {
    await azurite.store.installations.write(tenant, [create(visit('a')), create(visit('b'))]);
    const [a, b] = [await versionOf('a'), await versionOf('b')];
    await azurite.store.installations.write(tenant, [{ kind: 'replace', value: visit('b', 'new'), version: b }]);

    const conflicts = await azurite.store.installations.write(tenant, [
      { kind: 'remove', id: 'a', version: a },
      { kind: 'remove', id: 'b', version: b },
    ]);

    expect(conflicts).toEqual([{ id: 'b', reason: 'changed' }]);
    expect((await get('b'))?.value).toEqual(visit('b', 'new'));
  });
});

it.each(['get', 'list', 'write', 'write of many', 'ping'])('makes the tables when first used, by %s', async (act) => {
  const options = { allowInsecureConnection: true };
  for (const table of ['laurelPartner', 'laurelPeople'])
    await TableClient.fromConnectionString(azurite.connectionString, table, options).deleteTable();
  const store = await openTables({ connectionString: azurite.connectionString });
  const acts: Record<string, () => Promise<unknown>> = {
    get: () => store.installations.get(tenant, 'c'),
    list: async () => {
      for await (const person of store.people.list(tenant)) return person;
    },
    write: () => store.installations.write(tenant, [create(visit('c'))]),
    'write of many': () => store.installations.write(tenant, [create(visit('c')), create(visit('d'))]),
    ping: () => store.ping(),
  };

  const answer = await acts[act]!();

  expect(answer ?? []).toEqual([]);
  expect(await store.installations.get(tenant, 'c')).toEqual(act.startsWith('write') ? expect.anything() : undefined);
});
