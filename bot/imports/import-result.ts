/** The outcome of an import: what it came to, or would come to, and the record that is kept of it. */
import type { MissingAchievement } from '../../domain/imports/missing-achievement';
import type { ImportKind, ImportRecord, StandingBefore } from '../../domain/partner/import-record';
import type { ReadFile, ImportRefusal, Rejection, Warning } from '../../domain/imports/incoming';
import type { ImportRequest } from './import-opening';
import type { ImportChanges, Written } from './import-changes';

interface Tally {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ImportDone {
  readonly file: string;
  readonly kind: ImportKind;
  /** Accepted and rejected together. */
  readonly rows: number;
  /** What the file names: people, or metrics, or competencies with a level, by its kind. */
  readonly items: Tally;
  readonly achievements: { readonly new: number; readonly unchanged: number; readonly removed: number };
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
  /** What the file no longer shows, removed or not. */
  readonly gone: readonly MissingAchievement[];
  /** Of the import, or of the earlier import of the same content if there was nothing to write; empty if `dry`. */
  readonly importId: string;
  readonly dry: boolean;
}

export type ImportResult = ImportDone | { readonly file: string; readonly refused: ImportRefusal };

/** What of a file and of its plan is told afterwards, without the facts and the rows to write. */
export interface Summary {
  readonly found: Omit<ReadFile, 'facts'> & { readonly facts: Pick<ReadFile['facts'], 'kind'> };
  readonly changes: Pick<ImportChanges, 'items' | 'achievements' | 'gone' | 'warnings'>;
}

/** The part of an opened import that its result needs, in a value that holds nothing else. */
export function importSummaryOf({
  found,
  changes,
}: {
  readonly found: ReadFile;
  readonly changes: ImportChanges;
}): Summary {
  const { items, achievements, gone, warnings } = changes;
  return {
    found: { ...found, facts: { kind: found.facts.kind } },
    changes: { items, achievements, gone, warnings },
  };
}

interface Finished extends Summary {
  readonly request: ImportRequest;
  readonly written: Written;
  readonly importId: string;
}

/** What an import came to, or would come to. */
export function importResultOf({ found, changes, request, written, importId }: Finished): ImportDone {
  const [fresh, changed] = [written.new.length, written.changed.length];
  return {
    file: request.file.name,
    kind: found.facts.kind,
    rows: found.rows,
    items: { new: fresh, changed, unchanged: Math.max(0, changes.items - fresh - changed) },
    achievements: {
      new: written.newAchievements,
      unchanged: Math.max(0, changes.achievements - written.newAchievements),
      removed: written.removedAchievements,
    },
    gone: changes.gone,
    rejected: found.rejected,
    warnings: [...found.warnings, ...changes.warnings].sort((one, other) => one.line - other.line),
    importId,
    dry: request.dry,
  };
}

interface Recorded {
  readonly at: number;
  readonly request: ImportRequest;
  readonly contentHash: string;
  readonly before?: StandingBefore | undefined;
}

/** The record that is kept of it. */
export function importRecordOf(done: ImportDone, { at, request, contentHash, before }: Recorded): ImportRecord {
  return {
    id: done.importId,
    kind: done.kind,
    file: done.file,
    contentHash,
    importedAt: new Date(at).toISOString(),
    importedBy: request.by,
    rows: done.rows,
    people: countPeople(done),
    achievements: done.achievements,
    rejected: done.rejected.length,
    ...(before && { before }),
  };
}

const nobody: Tally = { new: 0, changed: 0, unchanged: 0 };

/** How many people an import was about: none, for figures and competencies. */
export function countPeople({ kind, items }: ImportDone): Tally {
  return kind === 'training-completions' || kind === 'people' ? items : nobody;
}
