/** `npm test`: the check, then every test whatever the check said, then one line that counts. Words after `--` go to Jest. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JestReport, tally } from './tally';

function check(): boolean {
  return spawnSync('npm run -s check', { shell: true, stdio: 'inherit' }).status === 0;
}

/** `--ci`: a golden is only ever written by `npm run test:accept`. */
function jest(words: readonly string[]): JestReport | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-test-'));
  const report = join(folder, 'report.json');
  const options = ['--ci', '--json', `--outputFile=${report}`, ...words];
  try {
    spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...options], {
      stdio: ['inherit', 'ignore', 'inherit'],
    });
    return JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  } catch (error) {
    console.error('Jest left no report:', error);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const checkPassed = check();
const result = tally(jest(process.argv.slice(2)), checkPassed);
if (!checkPassed) console.log('The check failed and counts as one failure; what it found stands above the tests.');
console.log(result.line);
process.exitCode = result.passed ? 0 : 1;
