/** Performs the changes that an import was planned to make. */
import { type Repository, ValueTooLarge } from '../../domain/basics/repository';
import type { ImportRefusal } from '../../domain/imports/incoming';
import type { ImportTrace } from '../../domain/imports/import-trace';
import { stampOf } from '../../domain/basics/import-id';
import type { Differences } from '../../domain/imports/reconcile-figures';
import type { PersonStep } from '../../domain/imports/reconcile-people';
import type { FactStore } from '../partner/standing-cache';
import { createBreather } from '../context/stretches';
import { writeAll } from '../store/bulk-write';
import { writtenOf, type ImportChanges, type ImportTarget, type Written } from './import-changes';
import type { OpenedImport } from './import-opening';
import { tellingProgress, type OnProgress } from './import-progress';
import { writeImportTrace } from './import-trace-writer';

/** What was written, or why the import was refused on the way. */
export type WrittenOrRefused = Written | Refused;
type Refused = { readonly refused: ImportRefusal };

interface WriterDeps {
  readonly store: { readonly traces: Repository<ImportTrace> };
  readonly facts: FactStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onProgress?: OnProgress;
}

/** How often changes are planned again after other writes. */
const mostRounds = 10;

/**
 * Performs the changes and plans again from the file, until nothing is left to write. A new plan also sees people whom another import has
 * created under another sign meanwhile, and joins them; without a row by another writer there is nothing to plan again. Throws
 * {@link StoreUnavailable} as the store does.
 */
export async function writeUntilSettled(
  opened: Pick<OpenedImport, 'changes' | 'target'>,
  planAgain: () => Promise<ImportChanges | Refused>,
  deps: WriterDeps,
): Promise<WrittenOrRefused> {
  const rounds: Written[] = [];
  let { changes } = opened;
  while (!isEmpty(changes.wanted)) {
    if (rounds.length === mostRounds) return { refused: { code: 'too-busy', args: {} } };
    const written = await writeRound(changes, { target: opened.target, round: rounds.length }, deps);
    if ('refused' in written) return written;
    rounds.push(written);
    if (isAllOf(changes.wanted, written) && (await isUndisturbed(changes, opened.target))) break;
    const next = await planAgain();
    if ('refused' in next) return next;
    changes = next;
  }
  return together(rounds);
}

/** Whether there is nothing to write, or nothing was written. */
export function isEmpty(written: Written): boolean {
  return written.new.length + written.changed.length === 0;
}

function isAllOf(wanted: Written, written: Written): boolean {
  return written.new.length + written.changed.length === wanted.new.length + wanted.changed.length;
}

/**
 * Whether all rows of people are those that the changes were planned from or that they wrote. Rows of one's own that another
 * import has changed since are for that one to plan again, because it has seen them. No row is held, so that this costs no memory.
 */
async function isUndisturbed({ seen, touches }: ImportChanges, { store, tenant }: ImportTarget): Promise<boolean> {
  if (!seen) return false;
  const own = new Set(touches.flatMap((touch) => ('after' in touch ? [touch.id] : [])));
  const breathe = createBreather();
  for await (const { value, version } of store.people.list(tenant)) {
    if (!own.has(value.id) && seen.get(value.id) !== version) return false;
    await breathe();
  }
  return true;
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
  { store: { traces }, facts, now, onProgress }: WriterDeps,
): Promise<WrittenOrRefused> {
  try {
    const at = `${stampOf(now())}-${String(round).padStart(2, '0')}`;
    await writeImportTrace(changes.touches, { traces, tenant, importId: source, at });
    return await performImportChanges({ ...facts, ...(onProgress && { onProgress }) }, tenant, changes);
  } catch (error) {
    if (!(error instanceof ValueTooLarge)) throw error;
    return { refused: { code: 'too-large', args: { noun: error.noun, id: error.id } } };
  }
}

/** The facts that are written, and whom to tell how far that is. */
interface WrittenFacts extends FactStore {
  readonly onProgress?: OnProgress;
}

/**
 * Writes planned changes and returns what was written: less than was wanted where another write came first. Throws
 * {@link ValueTooLarge} if a row would be too large, and {@link StoreUnavailable} as the store does.
 */
export async function performImportChanges(
  facts: WrittenFacts,
  tenant: string,
  { writes }: Pick<ImportChanges, 'writes'>,
): Promise<Written> {
  switch (writes.noun) {
    case 'people':
      return writePeople(facts, tenant, writes.steps);
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
async function writePeople(
  { people, onProgress }: Pick<WrittenFacts, 'people' | 'onProgress'>,
  tenant: string,
  steps: readonly PersonStep[],
): Promise<Written> {
  const wanted = steps.filter((step) => step.write !== undefined);
  const writes = wanted.flatMap(({ write }) => write ?? []);
  const lost = await writeAll(tellingProgress(people, writes.length, onProgress), tenant, writes);
  const done = wanted.filter(({ id }) => !lost.has(id));
  const removals = done.flatMap((step) => step.removals);
  await writeAll(people, tenant, removals);
  return writtenOf(done);
}
