/** `npm run check`: everything that programs can say about the code without running it, side by side. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

interface Check {
  readonly name: string;
  readonly command: string;
}

/** Each script `check:<name>` of package.json is a check; the slow ones stand first there, so that the quick ones run beside them. */
function readChecks(): Check[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = Object.entries(scripts).filter(([script]) => script.startsWith('check:'));
  return named.map(([script, command]) => ({ name: script.slice('check:'.length), command }));
}

interface Finding {
  readonly passed: boolean;
  readonly output: string;
}

function run(command: string): Promise<Finding> {
  return new Promise((done) => {
    const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
    const child = spawn(command, { shell: true, env: { ...process.env, ...colour } });
    let output = '';
    const keep = (text: Buffer) => void (output += text.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => done({ passed: code === 0, output }));
  });
}

async function report(check: Check): Promise<boolean> {
  const started = Date.now();
  const { passed, output } = await run(check.command);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)${passed ? '' : `\n${output.trimEnd()}\n`}`);
  return passed;
}

/** Runs as many checks at a time as there are processors and returns the names of those that failed. */
async function failedOf(checks: readonly Check[]): Promise<readonly string[]> {
  const waiting = [...checks];
  const failed: string[] = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      if (!(await report(check))) failed.push(check.name);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return failed;
}

void failedOf(readChecks()).then((failed) => {
  if (failed.length > 0) console.log(`check failed: ${failed.join(', ')}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
});
