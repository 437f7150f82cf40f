/**
 * The target of `npm run attack`: one bot without authentication and one with it, on loopback, over a store in memory. It runs in a
 * process of its own, tells its port, and answers the parent's questions about its state.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { compose } from '../../bot/composition/compose';
import { localConfig } from '../../bot/config/config.case';
import { createLog } from '../../bot/context/log';
import { createTurnProcessor } from '../../bot/teams/turn-processor';
import { createAdapter } from '../../bot/teams/bot-adapter';
import { createServer, type HttpServer } from '../../bot/teams/server';
import { emptyPartner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import type { Repository } from '../../domain/basics/repository';
import { openMemory } from '../../infra/memory/store';
import { admin, attacked, botId, issuer, people, tenant } from './company';
import { leakIn, type MemoryState } from './memory';
import { watchStalls } from './stall';

export interface TargetState extends MemoryState {
  /** A digest of every fact of the attacked tenant; it changes where an attack has written something. */
  readonly facts: string;
  /** The longest time, in milliseconds, for which the bot blocked its event loop since the last question. */
  readonly stall: number;
  readonly unhandled: number;
}

let unhandled = 0;
process.on('unhandledRejection', () => (unhandled += 1));
process.on('uncaughtException', () => (unhandled += 1));

const store = openMemory();
const stalls = watchStalls();

async function rows<T>(repository: Pick<Repository<T>, 'list'>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const { value } of repository.list(tenant)) found.push(value);
  return found;
}

/** People who record a step of their own onboarding may do so; everything else is a fact that they must not change. */
const isAttacker = ({ identifiers }: Person) => identifiers.aadUserId.some((id) => id.startsWith(attacked));

async function state(): Promise<TargetState> {
  const facts = [
    await rows(store.partners),
    (await rows(store.people)).filter((person) => !isAttacker(person)),
    await rows(store.figures),
    await rows(store.imports),
    await rows(store.corrections),
  ];
  const stall = stalls.take();
  // The store in memory counts what it is asked; a store of tables would hold nothing of it here.
  (store.requests as unknown[]).length = 0;
  await settle();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    facts: createHash('sha256').update(JSON.stringify(facts)).digest('hex'),
    stall,
    residentMb: rss / 1048576,
    liveMb: (heapUsed + external) / 1048576,
    unhandled,
  };
}

/** Collects what is garbage and gives the allocator time to return pages, so that what stays is what is held. */
async function settle(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    global.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stalls.take();
}

async function listening(server: HttpServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return server.address().port;
}

async function main(): Promise<void> {
  const [keys = '', leak = '0'] = process.argv.slice(2);
  const log = createLog('production', { write: () => undefined });
  const laurel = await compose(localConfig({ allowedTenants: [tenant], firstAdmins: [admin] }), { store, log });
  const partner = { ...emptyPartner(tenant, 'competencies'), name: 'Fernhollow', admins: [admin] };
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  await store.people.write(
    tenant,
    people.map((value) => ({ kind: 'create', value })),
  );
  const parts = { missing: () => Promise.resolve([]), version: '1', log };
  const open = createServer({ ...parts, isAuthenticated: false, processTurn: laurel.processTurn });
  const connector = {
    ToChannelFromBotLoginUrl: `${keys}/login`,
    ToChannelFromBotOAuthScope: issuer,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: `${keys}/oauth`,
    ToBotFromChannelOpenIdMetadataUrl: `${keys}/metadata`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${keys}/metadata`,
  };
  const adapter = createAdapter({ kind: 'SingleTenant', id: botId, tenant, password: 'x' }, { connector });
  const guarded = createServer({
    ...parts,
    isAuthenticated: true,
    processTurn: createTurnProcessor(adapter, laurel.app, laurel.services),
  });
  for (const { server } of [open, guarded]) leakIn(server, Number(leak));
  process.send?.({ open: await listening(open), guarded: await listening(guarded) });
  process.on('message', () => void state().then((now) => process.send?.(now)));
  process.on('disconnect', () => process.exit());
}

void main();
