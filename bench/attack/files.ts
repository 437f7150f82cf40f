/** Hostile files, read as an import reads them: none may throw, and none may block the event loop. */
import fc from 'fast-check';
import { builtInProgramme } from '../../infra/catalogue/load';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { watchStalls } from './stall';

const header = 'TrainingActivityId,TrainingTitle,TrainingType,Email,CorpEmail,TrainingCompletionDate,MCPID';
const cells = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '"',
    '""',
    '\r',
    '\n',
    '\u0000',
    '=1+1',
    '-2+3',
    '@x',
    '31/31/2021',
    '0001-01-01',
    '9999-12-31',
    '\ufeff',
    '\t;|',
  ),
  fc.integer({ min: 1, max: 5_000 }).map((length) => 'x'.repeat(length)),
);
const tables = fc
  .array(fc.array(cells, { maxLength: 9 }), { maxLength: 40 })
  .map((rows) => [header, ...rows.map((row) => row.join(','))].join('\n'));
const bytes = fc.uint8Array({ maxLength: 4_000 });

/** Files that readers have failed on before, each once. */
const heavy: readonly (readonly [name: string, text: () => string])[] = [
  ['300 KB of blank lines', () => `${header}\n${'\n'.repeat(300_000)}`],
  ['4 MB of blank lines', () => `${header}\n${'\n'.repeat(4_000_000)}`],
  ['4 MB in one cell', () => `${header}\n"${'x'.repeat(4_000_000)}"`],
  ['an open quotation mark over 2 MB', () => `${header}\n"${'a,b\n'.repeat(500_000)}`],
  ['100,000 columns', () => `${header}${',x'.repeat(100_000)}\n1`],
  ['2 MB of separators', () => `${header}\n${','.repeat(2_000_000)}`],
];

export interface FileOutcome {
  readonly name: string;
  readonly count: number;
  readonly thrown: number;
  /** The longest time, in milliseconds, for which the event loop was blocked. */
  readonly stall: number;
}

/** Reads small hostile files one after another, then each heavy one. */
export async function attackFiles(count: number, seed: number): Promise<readonly FileOutcome[]> {
  const small = [
    ...fc.sample(tables, { numRuns: Math.ceil(count / 2), seed }).map((text) => Buffer.from(text)),
    ...fc.sample(bytes, { numRuns: Math.floor(count / 2), seed }).map((some) => Buffer.from(some)),
  ];
  const outcomes = [await outcomeOf('small hostile files', small)];
  for (const [name, text] of heavy) outcomes.push(await outcomeOf(name, [Buffer.from(text())]));
  return outcomes;
}

async function outcomeOf(name: string, files: readonly Buffer[]): Promise<FileOutcome> {
  const { credentials } = builtInProgramme('competencies');
  const names = { metric: () => undefined, competency: () => undefined, level: () => undefined };
  const options = { names, credentials, today: '2018-06-01' } as unknown as Parameters<typeof readImport>[1];
  const stalls = watchStalls();
  let thrown = 0;
  for (const file of files) {
    await readImport(fileOf('x.csv', file), options).catch(() => (thrown += 1));
    // Each file comes with a request of its own, so the loop turns between two of them.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  stalls.stop();
  return { name, count: files.length, thrown, stall: stalls.take() };
}
