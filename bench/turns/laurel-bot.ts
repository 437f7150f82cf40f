/**
 * Laurel as `bench/turns` measures it: the composition of production over the tables that it is told, with a clock that stands in
 * the year of the sample, and, where it is asked for, callers who prove who they are to a local identity provider.
 */
import { compose } from '../../bot/composition/compose';
import { localConfig } from '../../bot/config/config.case';
import { createLog } from '../../bot/context/log';
import { limitHeapGrowth } from '../../bot/hosting/heap-growth';
import { startServer } from '../../bot/hosting/start-server';
import { holdRows } from '../../bot/store/held-rows';
import { createAdapter } from '../../bot/teams/bot-adapter';
import { createTurnErrorHandler } from '../../bot/teams/turn-error';
import { createTurnProcessor } from '../../bot/teams/turn-processor';
import type { Store } from '../../domain/ports';
import { openTables } from '../../infra/tables/store';

/** What it is told, as JSON in the first argument. */
export interface LaurelBotOrders {
  readonly connectionString: string;
  readonly port: number;
  /** Whether rows are read again for each turn. */
  readonly readsEachTurn?: true;
  /** Whether it writes the sample before it listens. */
  readonly furnishes?: true;
  /** As which bot it is called, and where tokens of callers are proved; absent: callers prove nothing. */
  readonly proof?: { readonly bot: string; readonly openIdUrl: string };
}

const issuer = 'https://api.botframework.com';
/** The morning on which the sample of the competencies opens. */
const opening = Date.parse('2018-06-04T09:00:00Z');

/** It sends without a token, as every candidate does, so that only what is done for the callers' tokens is measured. */
const withoutToken = (bot: string) => ({
  isValidAppId: (one: string) => Promise.resolve(one === bot),
  isAuthenticationDisabled: () => Promise.resolve(false),
  createCredentials: () => Promise.resolve({ signRequest: (request: unknown) => Promise.resolve(request) } as never),
});

function believing({ bot, openIdUrl }: NonNullable<LaurelBotOrders['proof']>): ReturnType<typeof createAdapter> {
  const connector = {
    ToChannelFromBotLoginUrl: openIdUrl,
    ToChannelFromBotOAuthScope: issuer,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: openIdUrl,
    ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
  };
  return createAdapter(
    { kind: 'SingleTenant', id: bot, tenant: 'bench', password: 'none' },
    { connector, credentials: withoutToken(bot) },
  );
}

/** Conversations are held as usual. */
function standingReadEachTurn(tables: Store): ReturnType<typeof holdRows> {
  const { store, held } = holdRows(tables);
  const { standings } = holdRows(tables, { clock: () => performance.now(), forMs: 0 }).held;
  return { store, held: { ...held, standings } };
}

async function main({ connectionString, port, readsEachTurn, furnishes, proof }: LaurelBotOrders): Promise<void> {
  const config = localConfig({ port, tables: { kind: 'connection-string', connectionString } });
  limitHeapGrowth();
  const log = createLog('production', { write: () => undefined });
  const now = () => opening + performance.now();
  await startServer({
    config,
    log,
    version: 'bench',
    compose: async () => {
      const rows = readsEachTurn && standingReadEachTurn(await openTables({ connectionString }));
      const laurel = await compose(config, { log, now, ...rows });
      if (furnishes) await laurel.writeSample('competencies');
      if (!proof) return laurel;
      const adapter = believing(proof);
      adapter.onTurnError = createTurnErrorHandler(laurel.services);
      return { ...laurel, processTurn: createTurnProcessor(adapter, laurel.app, laurel.services) };
    },
  });
}

void main(JSON.parse(process.argv[2]!) as LaurelBotOrders);
