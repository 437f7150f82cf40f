/** What is deployed, run as it is deployed: without any package beside it, as two instances behind one address, one of which ends. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Card } from '../../cards/elements/card';
import { localPeople, localTenant } from '../dev/sample/local-people';
import { openEmbeddedTables, type EmbeddedTables } from '../dev/table-service/embedded-tables';
import { openTables } from '../tables/store';
import { activities } from '../teams-server/caller';
import { openTeamsServer, type TeamsServer } from '../teams-server/open';
import { cardsIn, endInstances, type Instance, openProxy, startInstance } from './instances.case';
import { freePort } from './started-world';

jest.setTimeout(180_000);

const root = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'laurel-deployed-'));
const deployed = join(folder, 'app');
const [somebody] = localPeople;
const ingrid = { tenant: localTenant, ...somebody!, id: '29:ingrid' };

let tables: EmbeddedTables;
let teams: TeamsServer;
let proxy: Server;
const instances: Instance[] = [];

beforeAll(async () => {
  const built = spawnSync(process.execPath, ['--import', 'tsx', '.ci/deployable.ts'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  cpSync(join(root, 'build/deploy'), deployed, { recursive: true });
  tables = await openEmbeddedTables(join(folder, 'data'));
  instances.push(await start('on'));
  instances.push(await start('off'));
  proxy = await openProxy(instances);
  const { port } = proxy.address() as AddressInfo;
  teams = await openTeamsServer({ endpoint: `http://127.0.0.1:${port}/api/messages` });
  teams.directory.add(ingrid);
});
afterAll(async () => {
  await endInstances();
  await teams.close();
  proxy.closeAllConnections();
  proxy.close();
  await tables.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(sample: 'on' | 'off'): Promise<Instance> {
  return startInstance({
    port: await freePort(),
    args: ['--enable-source-maps', 'dist/bot/main.js'],
    cwd: deployed,
    env: {
      LAUREL_PLAYGROUND: 'off',
      LAUREL_SAMPLE: sample,
      LAUREL_TABLES_CONNECTION_STRING: tables.connectionString,
    },
  });
}

const replies = () => cardsIn('a:ingrid', teams);

const says = (words: string) => teams.happen(ingrid, activities.says(words));

it('has no package beside it', () => {
  expect(existsSync(join(deployed, 'node_modules'))).toBe(false);
  expect(existsSync(join(deployed, 'dist/bot/main.js.map'))).toBe(true);
});

it('has a command line that works there', () => {
  const { status, stdout } = spawnSync(process.execPath, ['dist/bot/cli/cli.js', 'evaluate', '--help'], {
    cwd: deployed,
    encoding: 'utf8',
  });

  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('--input') as string });
});

it('tells where an error comes from in the words of the sources', () => {
  const { stderr } = spawnSync(process.execPath, ['--enable-source-maps', 'dist/bot/main.js'], {
    cwd: deployed,
    encoding: 'utf8',
    env: {
      PORT: '1',
      LAUREL_PLAYGROUND: 'off',
      LAUREL_TABLES_CONNECTION_STRING:
        'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;',
    },
  });

  expect(stderr).toMatch(/infra\/tables\/asking\.ts:\d+/);
});

it('holds a conversation as one, finishes the turns of an instance that is told to end, and goes on with the other', async () => {
  const before = replies().length;
  for (const words of ['help', 'progress', 'why devops gold', 'risk']) expect((await says(words)).status).toBe(200);
  expect(replies().length).toBe(before + 4);

  // A rolling restart: turns are under way while one is told to end.
  const underWay = Array.from({ length: 4 }, () => says('plan'));
  await pause(30);
  instances[0]!.process.kill('SIGTERM');
  expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  await instances[0]!.ended;
  expect(instances[0]!.process.exitCode).toBe(0);
  expect(replies().length).toBe(before + 8);

  for (const words of ['renewal', 'people']) expect((await says(words)).status).toBe(200);
  expect(replies().length).toBe(before + 10);
});

it('writes once what is confirmed twice, also when the instance that showed it has been killed', async () => {
  instances[0] = await start('off');
  await says('figure revenue 250000');
  const press = async (action: object) =>
    (await teams.happen(ingrid, activities.presses(action))).body as { readonly value?: Card };
  const preview = await press(replies().at(-1)!.actions![0]!);
  const confirmation = preview.value!.actions![0]!;
  await press(confirmation);
  instances[1]!.process.kill('SIGKILL');
  await instances[1]!.ended;
  await press(confirmation);

  const written: unknown[] = [];
  const store = await openTables(tables);
  for await (const { value } of store.corrections.list(localTenant)) written.push(value.change);
  expect(written).toHaveLength(1);
  expect((await says('progress')).status).toBe(200);
});
