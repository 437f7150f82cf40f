/**
 * `npm run walk:tasks`: a plan becomes tasks in the chat windows of an admin and three people, from the plan to the level that is
 * met. It ends with 1 where a card does not come, says something else than it should, or anything behind it goes wrong. With
 * a folder as its word, pictures of the cards are put there.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askPeopleInWindows } from './asked-people';

const [folder] = process.argv.slice(2);
if (folder !== undefined) mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'laurel-tasks-'));
askPeopleInWindows(data, folder)
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));
