/** What `import --json` prints: a shape that scripts rely on, so it changes only on purpose. */
import { rejectionText, warningText } from '../../cards/sections/import-text';
import type { Text } from '../../cards/text';
import type { MissingAchievement } from '../../domain/imports/missing-achievement';
import type { ImportKind } from '../../domain/partner/import-record';
import type { LevelChange } from '../../domain/planning/what-if';
import type { PlannedImport } from '../imports/import-preview';
import { type ImportDone, countPeople } from '../imports/import-result';

interface GoneJson {
  readonly person: string;
  readonly title: string;
  readonly completedOn: string;
}

export interface ImportJson {
  readonly kind: ImportKind;
  readonly file: string;
  /** Accepted and rejected, always. */
  readonly rows: number;
  readonly people: { readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly achievements: { readonly new: number; readonly unchanged: number; readonly removed: number };
  /** The column and the value are empty where the row as a whole is meant. */
  readonly rejected: readonly {
    readonly line: number;
    readonly column: string;
    readonly value: string;
    readonly reason: string;
  }[];
  readonly warnings: readonly { readonly line: number; readonly reason: string }[];
  /** What the file no longer shows, if anything; removed where `removed` says so. */
  readonly gone?: readonly GoneJson[];
  /** The levels that would change; only of a plan. */
  readonly levels?: readonly LevelChange[];
  readonly importId: string;
  readonly dry: boolean;
}

/** Returns the result of an import for scripts; figures and competencies name no people, so those counts are zero. */
export function importJson(done: ImportDone & Partial<Pick<PlannedImport, 'effect'>>, text: Text): ImportJson {
  const { kind, file, rows, achievements, rejected, warnings, gone, effect, importId, dry } = done;
  return {
    kind,
    file,
    rows,
    people: countPeople(done),
    achievements,
    rejected: rejected.map((one) => ({
      line: one.line,
      column: one.column,
      value: one.value,
      reason: rejectionText(one, text),
    })),
    warnings: warnings.map((one) => ({ line: one.line, reason: warningText(one, text) })),
    ...(gone.length > 0 && { gone: gone.flatMap(goneJson) }),
    ...(effect && { levels: effect.changes }),
    importId,
    dry,
  };
}

function goneJson({ person, achievements }: MissingAchievement): readonly GoneJson[] {
  return achievements.map(({ title, completedOn }) => ({ person, title, completedOn }));
}
