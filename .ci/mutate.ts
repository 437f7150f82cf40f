/**
 * `npm run mutate [-- <path> …]`: changes domain/ in small ways, room by room, and counts the changes that no test of the
 * room notices. A path is a room (`domain/basics`) or one file. A room below the floor in .stryker.config.json fails the command.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The part of Stryker's result that is counted. */
interface Mutant {
  readonly status: string;
}

const allRooms = () =>
  readdirSync('domain', { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [join('domain', entry.name)] : [],
  );

/** Runs the mutants of a room or a file against the tests of its room. Stryker prints each survivor with its line. */
async function mutate(path: string, tempDirName: string): Promise<readonly Mutant[]> {
  const { Stryker } = await import('@stryker-mutator/core');
  const isFile = statSync(path).isFile();
  const room = isFile ? dirname(path) : path;
  return new Stryker({
    configFile: '.stryker.config.json',
    testRunner: 'in-process',
    tempDirName,
    mutate: isFile ? [path] : [`${room}/*.ts`, '!**/*.{test,case}.ts'],
    testFiles: [`${room}/*.test.ts`],
  }).runMutationTest();
}

/** The share of mutants that a test noticed, in percent; those that no test could run do not count. */
function scoreOf(mutants: readonly Mutant[]): { readonly score: number; readonly of: number } {
  const killed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').length;
  return { score: (100 * killed) / Math.max(1, killed + missed), of: killed + missed };
}

function report(path: string, mutants: readonly Mutant[]): string {
  const { score, of } = scoreOf(mutants);
  return `${path.padEnd(40)}${score.toFixed(1).padStart(6)} % of ${of} mutants noticed`;
}

/** The changed copies of the tree lie outside of it, where no other check or test finds them. */
async function main(paths: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-mutate-'));
  const mutants: Mutant[] = [];
  const lines: string[] = [];
  try {
    for (const path of paths) {
      const some = await mutate(path, folder);
      lines.push(report(path, some));
      mutants.push(...some);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log([...lines, report('all of these', mutants)].join('\n'));
}

const wanted = process.argv.slice(2);
void main(wanted.length > 0 ? wanted : allRooms());
