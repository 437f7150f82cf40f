/** The local address: where the bot of the local world is, as others on this machine call it. */
import type { LocalConfig } from '../config/config';

type Place = Pick<LocalConfig, 'host' | 'port'>;

/** Without a slash at its end. */
export function addressOf({ host, port }: Place): string {
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Where it takes activities. */
export function endpointOf(place: Place): string {
  return `${addressOf(place)}/api/messages`;
}

/** A bot on this machine answers at once, or is not there. */
const patienceMs = 5_000;

/** Returns whether Laurel answers at this address, and not another program. */
export async function isLaurelAt(place: Place): Promise<boolean> {
  try {
    const response = await fetch(`${addressOf(place)}/health`, { signal: AbortSignal.timeout(patienceMs) });
    const { status, version } = (await response.json()) as { readonly status?: unknown; readonly version?: unknown };
    return status === 'ok' && typeof version === 'string';
  } catch {
    return false;
  }
}
