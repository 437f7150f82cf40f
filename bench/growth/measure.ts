/**
 * Growth: what working out a standing and answering costs as a partner grows, divided by reading the JSON of the same rows. Measured
 * in a bundle, as Laurel is deployed, because what runs the sources slows down each small function.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Depth, Figure } from '../figure';
import { bundleInto } from '../laurel-bundle';

/** Measures what a standing and the questions cost as a partner grows. */
export async function measure(depth: Depth): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-growth-'));
  const program = await bundleInto(folder, 'growth/growth');
  const child = fork(program, depth === 'full' ? ['100000', '5'] : ['10000', '3'], {
    execArgv: [],
    env: { NODE_ENV: 'production' },
  });
  const [figures] = (await Promise.race([
    once(child, 'message'),
    once(child, 'close').then(([code]) => Promise.reject(new Error(`It ended with ${code}.`))),
  ])) as [readonly Figure[]];
  rmSync(folder, { recursive: true, force: true });
  return figures;
}
