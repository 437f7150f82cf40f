/** Two instances of production behind one address, whose callers prove who they are; one ends in the middle of turns. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Card } from '../../cards/elements/card';
import { localPeople, localTenant } from '../dev/sample/local-people';
import { openEmbeddedTables, type EmbeddedTables } from '../dev/table-service/embedded-tables';
import { openTables } from '../tables/store';
import { activities } from '../teams-server/caller';
import { openTeamsServer, type TeamsServer } from '../teams-server/open';
import { cardsIn, endInstances, type Instance, openProxy, startInstance } from './instances.case';
import { freePort } from './started-world';
import type { TokenInstanceSettings } from './token-instance';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'laurel-tokens-'));
const [somebody] = localPeople;
const ingrid = { tenant: localTenant, ...somebody!, id: '29:ingrid' };
const bot = { id: '5b6d7a52-2f0c-4a39-9a2b-0c6a1d8e9f10', secret: 'a secret of this test' };

let tables: EmbeddedTables;
let teams: TeamsServer;
let proxy: Server;
let endpoint: string;
const instances: Instance[] = [];

beforeAll(async () => {
  tables = await openEmbeddedTables(join(folder, 'data'));
  proxy = await openProxy(instances);
  endpoint = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/api/messages`;
  teams = await openTeamsServer({ endpoint, bot });
  teams.directory.add(ingrid);
  instances.push(...(await Promise.all([start(), start()])));
});
afterAll(async () => {
  await endInstances();
  await teams.close();
  proxy.closeAllConnections();
  proxy.close();
  await tables.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(): Promise<Instance> {
  const port = await freePort();
  const settings: TokenInstanceSettings = {
    bot: { id: bot.id, tenant: localTenant, password: bot.secret },
    admin: ingrid.aadObjectId,
    connectionString: tables.connectionString,
    port,
    tokenUrl: teams.tokenUrl,
    openIdUrl: teams.openIdUrl,
  };
  const args = ['--import', 'tsx', 'infra/e2e/token-instance.ts', JSON.stringify(settings)];
  return startInstance({ args, port, cwd: resolve(__dirname, '../..'), env: {} });
}

const replies = () => cardsIn('a:ingrid', teams);
const says = (words: string) => teams.happen(ingrid, activities.says(words));
const presses = async (action: object) =>
  (await teams.happen(ingrid, activities.presses(action))).body as { readonly value?: Card };

it('answers nobody who brings no token', async () => {
  const { from, recipient, conversation } = { from: { id: 'u' }, recipient: { id: 'b' }, conversation: { id: 'c' } };
  const activity = { type: 'message', channelId: 'msteams', serviceUrl: teams.serviceUrl, text: 'help' };
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...activity, from, recipient, conversation }),
  });

  expect(answer.status).toBe(401);
  expect(replies()).toEqual([]);
});

it('holds a conversation as one, and loses no turn when an instance is told to end', async () => {
  for (const words of ['help', 'progress', 'membership']) expect((await says(words)).status).toBe(200);
  expect(replies()).toHaveLength(3);

  const underWay = Array.from({ length: 4 }, () => says('programme'));
  instances[0]!.process.kill('SIGTERM');
  expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  await instances[0]!.ended;
  expect(replies()).toHaveLength(7);
});

it('writes once what is pressed twice, with the instance killed in between that had shown the preview', async () => {
  instances[0] = await start();
  await says('figure azure consumed revenue 250000');
  const preview = replies().at(-1)!;
  await presses(preview.actions![0]!);
  const first = await presses(preview.actions![0]!);
  instances[1]!.process.kill('SIGKILL');
  await instances[1]!.ended;
  await presses(preview.actions![0]!);

  const written: unknown[] = [];
  for await (const { value } of (await openTables(tables)).corrections.list(localTenant)) written.push(value.change);
  expect(first.value).toBeDefined();
  expect(written).toHaveLength(1);
  expect((await says('progress')).status).toBe(200);
});
