/** `npm run build:deploy`: what is deployed, in `build/deploy`: the server and the command line, their data, and no package beside them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const folder = 'build/deploy';
const parts = ['dist/bot', 'dist/infra/catalogue', 'dist/infra/telemetry', 'LICENSE', 'CHANGELOG.md'];

const built = spawnSync('npm run -s build', { shell: true, stdio: 'inherit' });
if (built.status === 0) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of parts) cpSync(part, `${folder}/${part}`, { recursive: true });
  const { name, version, description, license, engines, bin } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ) as Record<string, unknown>;
  const scripts = { start: 'node --enable-source-maps dist/bot/main.js' };
  const own = { name, version, description, license, private: true, engines, bin, scripts };
  writeFileSync(`${folder}/package.json`, `${JSON.stringify(own, undefined, 2)}\n`);
}
process.exitCode = built.status ?? 1;
