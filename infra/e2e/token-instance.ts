/**
 * One instance as in production, which believes the tokens of a Bot Connector of this machine. Only this file brings that about,
 * in code: no setting of Laurel names another Bot Connector, and nothing that is deployed imports it.
 */
import { compose } from '../../bot/composition/compose';
import type { ProductionConfig } from '../../bot/config/config';
import { localConfig } from '../../bot/config/config.case';
import { createLog } from '../../bot/context/log';
import { startServer } from '../../bot/hosting/start-server';
import { waitForShutdown } from '../../bot/hosting/shutdown';
import { createAdapter } from '../../bot/teams/bot-adapter';
import { createTurnErrorHandler } from '../../bot/teams/turn-error';
import { createTurnProcessor } from '../../bot/teams/turn-processor';
import { openTables } from '../tables/store';

/** What the test that starts it says, as JSON in the first argument. */
export interface TokenInstanceSettings {
  readonly bot: { readonly id: string; readonly tenant: string; readonly password: string };
  /** The Entra object id of the first admin. */
  readonly admin: string;
  /** Of the tables. */
  readonly connectionString: string;
  readonly port: number;
  readonly tokenUrl: string;
  readonly openIdUrl: string;
}

const issuer = 'https://api.botframework.com';

type Credentials = NonNullable<NonNullable<Parameters<typeof createAdapter>[1]>['credentials']>;

/** Its own tokens, granted for its secret; a token holds for an hour, which no test lasts. */
function grantedBy(url: string, id: string, secret: string): Credentials {
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret, scope: `${issuer}/.default` };
  const ask = async () => {
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
    return ((await answer.json()) as { readonly access_token: string }).access_token;
  };
  let token: Promise<string> | undefined;
  const signRequest = async <R extends { readonly headers: { set(name: string, value: string): void } }>(
    request: R,
  ) => {
    request.headers.set('authorization', `Bearer ${await (token ??= ask())}`);
    return request;
  };
  return {
    isValidAppId: (one) => Promise.resolve(one === id),
    isAuthenticationDisabled: () => Promise.resolve(false),
    createCredentials: () => Promise.resolve({ signRequest } as never),
  };
}

async function main({ bot, admin, connectionString, port, tokenUrl, openIdUrl }: TokenInstanceSettings): Promise<void> {
  const config: ProductionConfig = {
    kind: 'production',
    host: '127.0.0.1',
    port,
    bot: { kind: 'SingleTenant', ...bot },
    tables: { kind: 'connection-string', connectionString },
    cards: 'auto',
    telemetry: {},
    allowedTenants: [bot.tenant],
    firstAdmins: [admin],
  };
  const asked = waitForShutdown(false);
  const log = createLog('production', { write: () => undefined });
  const running = await startServer({
    // It listens as in the local world, because production refuses the address of a Bot Connector that is not Microsoft's.
    config: localConfig({ port: config.port }),
    log,
    version: 'test',
    compose: async () => {
      const laurel = await compose(config, { log, store: await openTables({ connectionString }) });
      const adapter = createAdapter(config.bot, {
        credentials: grantedBy(tokenUrl, bot.id, bot.password),
        connector: {
          ToChannelFromBotLoginUrl: tokenUrl,
          ToChannelFromBotOAuthScope: issuer,
          ToBotFromChannelTokenIssuer: issuer,
          OAuthUrl: tokenUrl,
          ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
          ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
        },
      });
      adapter.onTurnError = createTurnErrorHandler(laurel.services);
      return { ...laurel, processTurn: createTurnProcessor(adapter, laurel.app, laurel.services) };
    },
  });
  await asked;
  await running.stop();
  process.exit(0);
}

void main(JSON.parse(process.argv[2]!) as TokenInstanceSettings);
