/** Performs the changes that an import was planned to make. */
import { type Repository, ValueTooLarge } from '../../domain/basics/repository';
import type { ImportRefusal } from '../../domain/imports/incoming';
import type { ImportTrace } from '../../domain/imports/import-trace';
import { stampOf } from '../../domain/partner/import-record';
import type { Differences } from '../../domain/imports/reconcile-figures';
import type { PersonStep } from '../../domain/imports/reconcile-people';
import type { Person } from '../../domain/partner/person';
import type { FactStore } from '../partner/standing-cache';
import { writeAll } from '../store/bulk-write';
import { planImportChanges, writtenOf, type ImportChanges, type ImportTarget, type Written } from './import-changes';
import type { OpenedImport } from './import-opening';
import { writeImportTrace } from './import-trace-writer';

/** What was written, or why the import was refused on the way. */
export type WrittenOrRefused = Written | { readonly refused: ImportRefusal };

interface WriterDeps {
  readonly store: { readonly traces: Repository<ImportTrace> };
  readonly facts: FactStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How often changes are planned again after other writes. */
const mostRounds = 10;

/**
 * Performs the changes and plans again, until nothing is left to write. The last plan also sees people whom another import has
 * created under another sign meanwhile, and joins them. Throws {@link StoreUnavailable} as the store does.
 */
export async function writeUntilSettled(opened: OpenedImport, deps: WriterDeps): Promise<WrittenOrRefused> {
  const rounds: Written[] = [];
  let { changes } = opened;
  while (!isEmpty(changes.wanted)) {
    if (rounds.length === mostRounds) return { refused: { code: 'too-busy', args: {} } };
    const written = await writeRound(changes, { target: opened.target, round: rounds.length }, deps);
    if ('refused' in written) return written;
    rounds.push(written);
    changes = await planImportChanges(opened.found.facts, opened.target);
  }
  return together(rounds);
}

/** Whether there is nothing to write, or nothing was written. */
export function isEmpty(written: Written): boolean {
  return written.new.length + written.changed.length === 0;
}

/** What several rounds wrote; what one has created counts as new, although a later one has changed it. */
function together(rounds: readonly Written[]): Written {
  const fresh = new Set(rounds.flatMap((written) => written.new));
  const changed = new Set(rounds.flatMap((written) => written.changed));
  const sum = (of: 'newAchievements' | 'removedAchievements') => rounds.reduce((total, one) => total + one[of], 0);
  return {
    new: [...fresh],
    changed: [...changed].filter((id) => !fresh.has(id)),
    newAchievements: sum('newAchievements'),
    removedAchievements: sum('removedAchievements'),
  };
}

interface Round {
  readonly target: ImportTarget;
  readonly round: number;
}

/** The trace is written first, so that the changes can be undone even if the process crashes after them. */
async function writeRound(
  changes: ImportChanges,
  { target: { tenant, source }, round }: Round,
  { store: { traces }, facts, now }: WriterDeps,
): Promise<WrittenOrRefused> {
  try {
    const at = `${stampOf(now())}-${String(round).padStart(2, '0')}`;
    await writeImportTrace(changes.touches, { traces, tenant, importId: source, at });
    return await performImportChanges(facts, tenant, changes);
  } catch (error) {
    if (!(error instanceof ValueTooLarge)) throw error;
    return { refused: { code: 'too-large', args: { noun: error.noun, id: error.id } } };
  }
}

/**
 * Writes planned changes and returns what was written: less than was wanted where another write came first. Throws
 * {@link ValueTooLarge} if a row would be too large, and {@link StoreUnavailable} as the store does.
 */
export async function performImportChanges(
  facts: FactStore,
  tenant: string,
  { writes }: Pick<ImportChanges, 'writes'>,
): Promise<Written> {
  switch (writes.noun) {
    case 'people':
      return writePeople(facts.people, tenant, writes.steps);
    case 'figures':
      return without(await writeAll(facts.figures, tenant, writes.changes), writes.differences);
    case 'partner': {
      const lost = await writeAll(facts.partners, tenant, [writes.change]);
      return lost.size === 0 ? without(lost, writes.differences) : nothing;
    }
  }
}

const nothing: Written = { new: [], changed: [], newAchievements: 0, removedAchievements: 0 };

function without(lost: ReadonlySet<string>, differences: Differences): Written {
  const kept = (ids: readonly string[]) => ids.filter((id) => !lost.has(id));
  return { ...nothing, new: kept(differences.new), changed: kept(differences.changed) };
}

/** Rows that were joined into another are removed only once that one is written, or a crash would lose what they hold. */
async function writePeople(people: Repository<Person>, tenant: string, steps: readonly PersonStep[]): Promise<Written> {
  const wanted = steps.filter((step) => step.write !== undefined);
  const writes = wanted.flatMap(({ write }) => write ?? []);
  const lost = await writeAll(people, tenant, writes);
  const done = wanted.filter(({ id }) => !lost.has(id));
  const removals = done.flatMap((step) => step.removals);
  await writeAll(people, tenant, removals);
  return writtenOf(done);
}
