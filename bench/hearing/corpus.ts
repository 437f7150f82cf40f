/** The corpus: what people typed who had not read the parser, in parts; some are learned from, the others tell how well. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../domain/basics/locale';

/**
 * `tuned`, `authored`, `margins`, `colleagues` and `newcomers` are trained on. By the rates of `fresh` the margins are chosen, those of
 * `kept-apart` have been used to choose between models, those of `unseen` and `visitors` have not.
 */
export const halves = [
  'tuned',
  'authored',
  'margins',
  'colleagues',
  'newcomers',
  'fresh',
  'kept-apart',
  'unseen',
  'visitors',
] as const;
export type Half = (typeof halves)[number];

/** One sentence, and what its writer meant by it. */
export interface CorpusLine {
  readonly text: string;
  readonly locale: Locale;
  /** Null where it has to be asked back. */
  readonly ask: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What the writer would accept as well. */
  readonly note?: string;
  /** The part that it stands in. */
  readonly half?: Half;
}

const folder = join(__dirname, 'corpus');

/** The sentences of one part in one language. */
export function readCorpus(half: Half, locale: Locale): readonly CorpusLine[] {
  const lines = readFileSync(join(folder, `${half}.${locale}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => ({ ...(JSON.parse(line) as CorpusLine), half }));
}

interface Names {
  readonly people: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  /** Who else is on record where the sentences of the later authors are heard. */
  readonly authored: readonly string[];
}

/** What is typed for whom and what on record. */
export const names = JSON.parse(readFileSync(join(folder, 'names.json'), 'utf8')) as Names;
