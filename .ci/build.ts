/** `npm run build`: the four rooms as plain JavaScript in `dist/`, with the data files that are read while running. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';

const rooms = ['bot', 'cards', 'domain', 'infra'];
const dataFiles = new Set(['.yaml', '.yml', '.json', '.csv']);
/** What is provisioned, and what only tests read. */
const leftOut = new Set(['appPackage', 'e2e', 'teams-server', 'env', '__golden__', '__fixture__', 'conversations']);

function isCopied(path: string): boolean {
  if (leftOut.has(basename(path))) return false;
  return statSync(path).isDirectory() || dataFiles.has(extname(path));
}

rmSync('dist', { recursive: true, force: true });
const compiled = spawnSync('tsc -p .ci/tsconfig.build.json', { shell: true, stdio: 'inherit' });
if (compiled.status === 0)
  for (const room of rooms) cpSync(room, `dist/${room}`, { recursive: true, filter: isCopied });
process.exitCode = compiled.status ?? 1;
