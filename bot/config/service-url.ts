/** A service URL is where an activity says that answers go; the bot's token goes there too, so not every one is believed. */
import { isLoopback } from './loopback';

/** The Bot Connector of Teams, of Teams for GCC and of Teams for GCC High, as Microsoft documents them. */
const teamsHosts = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
]);

/**
 * Whether answers may be sent there: to Teams, where callers prove who they are; to this machine only, where they do not.
 * The SDK believes every one and would send its token along.
 */
export function isTrustedServiceUrl(serviceUrl: unknown, isAuthenticated: boolean): serviceUrl is string {
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username } = new URL(serviceUrl);
  if (username !== '') return false;
  if (isAuthenticated) return protocol === 'https:' && teamsHosts.has(hostname);
  return (protocol === 'http:' || protocol === 'https:') && isLoopback(hostname);
}
