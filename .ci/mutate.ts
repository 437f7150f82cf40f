/**
 * `npm run mutate [-- <path> …]`: changes domain/ in small ways, room by room, and counts the changes that no test of the
 * room notices. A path is a room (`domain/basics`) or one file. A room below the floor in .stryker.config.json fails the command.
 * The scores of rooms are kept in domain/mutation-scores.md.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { format } from 'prettier';

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
  const room = isFile ? path.split(sep).slice(0, 2).join(sep) : path;
  return new Stryker({
    configFile: '.stryker.config.json',
    testRunner: 'in-process',
    tempDirName,
    mutate: isFile ? [path] : [`${room}/**/*.ts`, '!**/*.{test,case}.ts'],
    testFiles: [`${room}/**/*.test.ts`],
  }).runMutationTest();
}

/** What is written of a room. */
interface Score {
  readonly room: string;
  readonly mutants: number;
  readonly noticed: number;
  /** The day of the run, UTC. */
  readonly on: string;
}

/** Counts the mutants that a test noticed, by failing or by never ending; those that no test could run do not count. */
function scoreOf(room: string, mutants: readonly Mutant[]): Score {
  const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').length;
  return { room, mutants: noticed + missed, noticed, on: new Date().toISOString().slice(0, 10) };
}

const scoresFile = 'domain/mutation-scores.md';
const opening = `# Mutation scores

Written by \`npm run mutate\`: of the small changes to a room, how many the tests of that room notice. Each room has the day of its
last run; below 80 % a run fails.
`;

/** The rows of an earlier run. */
function keptScores(): readonly Score[] {
  const text = existsSync(scoresFile) ? readFileSync(scoresFile, 'utf8') : '';
  return [...text.matchAll(/^\| (domain\/\S+) +\| +(\d+) \| +(\d+) \| +\S+ \| (\S+) +\|$/gm)].map(
    ([, room = '', mutants, noticed, on = '']) => ({ room, mutants: Number(mutants), noticed: Number(noticed), on }),
  );
}

const percent = ({ mutants, noticed }: Pick<Score, 'mutants' | 'noticed'>) =>
  ((100 * noticed) / Math.max(1, mutants)).toFixed(1);

function tableOf(scores: readonly Score[]): string {
  const row = (one: Score) => `| ${one.room} | ${one.mutants} | ${one.noticed} | ${percent(one)} | ${one.on} |`;
  const [mutants, noticed] = [
    scores.reduce((sum, one) => sum + one.mutants, 0),
    scores.reduce((sum, one) => sum + one.noticed, 0),
  ];
  const total = `| **all** | ${mutants} | ${noticed} | ${percent({ mutants, noticed })} | |`;
  return [
    '| Room | Mutants | Noticed | % | On |',
    '| --- | ---: | ---: | ---: | --- |',
    ...scores.map(row),
    total,
  ].join('\n');
}

/** Puts the scores of whole rooms in place of earlier ones of the same rooms. */
async function keep(scores: readonly Score[]): Promise<void> {
  const rooms = new Map([...keptScores(), ...scores].map((one) => [one.room, one]));
  const sorted = [...rooms.values()].sort((one, other) => one.room.localeCompare(other.room, 'en'));
  writeFileSync(scoresFile, await format(`${opening}\n${tableOf(sorted)}\n`, { parser: 'markdown', printWidth: 120 }));
}

/** The changed copies of the tree lie outside of it, where no other check or test finds them. */
async function main(paths: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-mutate-'));
  const scores: Score[] = [];
  try {
    for (const path of paths) {
      const score = scoreOf(path, await mutate(path, folder));
      scores.push(score);
      if (!path.endsWith('.ts')) await keep([score]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(tableOf(scores));
}

const wanted = process.argv.slice(2);
void main(wanted.length > 0 ? wanted.map((path) => path.replace(/\/$/, '')) : allRooms());
