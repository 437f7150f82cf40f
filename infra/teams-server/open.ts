/** A Teams to test bots against: the Bot Connector over HTTP, with its limits, and with every fault that is asked for. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { call, type ReceivedCall } from './caller';
import type { Directory, DirectoryPerson, Room } from './directory';
import type { FaultPlan } from './fault';
import type { Journal } from './journal';
import type { TeamsServerOptions } from './option';
import { Teams } from './teams';

export interface TeamsServer {
  readonly url: string;
  /** Where a bot is told to answer. */
  readonly serviceUrl: string;
  readonly tokenUrl: string;
  readonly openIdUrl: string;
  readonly directory: Directory;
  readonly faults: FaultPlan;
  readonly journal: Journal;
  /** Posts an activity of a person, in their personal conversation unless another is given. */
  happen(person: DirectoryPerson, activity: Readonly<Record<string, unknown>>, room?: Room): Promise<ReceivedCall>;
  close(): Promise<void>;
}

/** Opens a server on a free port of this machine. */
export async function openTeamsServer(options: TeamsServerOptions = {}): Promise<TeamsServer> {
  const teams = new Teams(options);
  const server = createServer((request, response) => void teams.attend(request, response));
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  return addressed(teams, server, options);
}

function addressed(teams: Teams, server: Server, options: TeamsServerOptions): TeamsServer {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${url}/emea/`;
  teams.url = url;
  const { bot, endpoint = '' } = options;
  const { directory, identity } = teams;
  const token = bot && (() => identity.callerToken(bot.id, serviceUrl));
  const called = { endpoint, account: `28:${bot?.id ?? 'bot'}`, serviceUrl, ...(token && { token }) };
  return {
    url,
    serviceUrl,
    tokenUrl: `${url}/token`,
    openIdUrl: `${url}/.well-known/openidconfiguration`,
    directory,
    faults: teams.faults,
    journal: teams.journal,
    happen: (person, activity, room = directory.personalRoom(person.id)) => {
      if (room === undefined) throw new Error(`${person.id} has no conversation with the bot`);
      return call(called, { person, room }, activity);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
