/** A port, and whether one is free to listen on. */
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The code of the system for why one cannot listen there, for instance `EADDRINUSE`; nothing where one can. */
export async function findPortConflict(port: number, host: string | undefined): Promise<string | undefined> {
  const probe = createServer();
  try {
    probe.listen({ port, host, exclusive: true });
    await once(probe, 'listening');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  } finally {
    await new Promise((closed) => probe.close(closed));
  }
}

const tries = 20;

/** The next free port above this one, to be offered instead; the next one at any rate where all near ones are taken. */
export async function freePortAbove(port: number, host: string | undefined): Promise<number> {
  for (let candidate = port + 1; candidate <= Math.min(port + tries, 65_535); candidate += 1)
    if ((await findPortConflict(candidate, host)) === undefined) return candidate;
  return port < 65_535 ? port + 1 : port - 1;
}
