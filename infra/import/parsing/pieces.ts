/**
 * Reads the bytes of a file in small pieces and lets other turns run between them. `bot/context/stretches.ts` pauses in the same way:
 * this room may import only `domain/`, which has no timers, so there is no room for one that both could share.
 */
import { setImmediate as others } from 'node:timers/promises';
import type { ImportFile } from '../../../domain/imports/incoming';

/** In bytes: what is done with one piece at once takes some milliseconds, also where each line is a row of its own. */
const pieceBytes = 16 * 1024;

/** Milliseconds for which reading blocks the event loop; another turn waits no longer than this and one piece more. */
const longestStretch = 10;

let last: Promise<unknown> = Promise.resolve();

/** Of all files that are read, one goes on in each round of the event loop, so that their stretches never add up. */
function afterOthers(): Promise<unknown> {
  last = last.then(() => others());
  return last;
}

/** The bytes of a file, in order. A reader that works on each piece before it asks for the next lets other turns run between them. */
export async function* piecesOf(file: ImportFile): AsyncGenerator<Uint8Array, void> {
  let since = performance.now();
  for await (const chunk of file.open())
    for (let start = 0; start < chunk.length; start += pieceBytes) {
      if (performance.now() - since > longestStretch) {
        await afterOthers();
        since = performance.now();
      }
      yield chunk.subarray(start, start + pieceBytes);
    }
}
