/** Tracing an import: what it changes is stored first, so that it can be undone after a crash too. */
import { createBreather } from '../context/stretches';
import type { Touch } from '../../domain/imports/import-plan';
import { type Footprint, footprintOf, type ImportTrace } from '../../domain/imports/import-trace';
import type { ReadOnlyRepository, Repository } from '../../domain/basics/repository';
import { listAll } from '../store/row-list';

/** How long an import can be taken back, in milliseconds. */
export const importUndoableFor = 24 * 3_600_000;

/** In bytes of UTF-8: escaped and counted as UTF-16, three times as much stays well within a row. */
const mostInOneRow = 150_000;

export interface Tracing {
  readonly traces: Repository<ImportTrace>;
  readonly tenant: string;
  readonly importId: string;
  /** Sorts after the traces that the same import has stored before. */
  readonly at: string;
}

/** Writes down what is about to be touched. Throws {@link ValueTooLarge} and {@link StoreUnavailable} as the store does. */
export async function writeImportTrace(
  touches: readonly Touch[],
  { traces, tenant, importId, at }: Tracing,
): Promise<void> {
  const breathe = createBreather();
  let index = 0;
  for (const footprints of portions(touches)) {
    const id = `${importId}-${at}-${String(index).padStart(5, '0')}`;
    await traces.write(tenant, [{ kind: 'create', value: { id, import: importId, footprints } }]);
    await breathe();
    index += 1;
  }
}

/** One portion after the other, so that only one of them is held. */
function* portions(touches: readonly Touch[]): Generator<readonly Footprint[]> {
  let portion: Footprint[] = [];
  let room = mostInOneRow;
  for (const touch of touches) {
    const footprint = footprintOf(touch);
    const size = Buffer.byteLength(JSON.stringify(footprint));
    if (portion.length > 0 && size > room) {
      yield portion;
      [portion, room] = [[], mostInOneRow];
    }
    portion.push(footprint);
    room -= size;
  }
  if (portion.length > 0) yield portion;
}

/** Everything that an import left, oldest first. */
export async function footprintsOf(
  importId: string,
  { traces, tenant }: { readonly traces: ReadOnlyRepository<ImportTrace>; readonly tenant: string },
): Promise<readonly Footprint[]> {
  const found = (await listAll(traces, tenant)).filter(({ value }) => value.import === importId);
  return found
    .sort(({ value: one }, { value: other }) => (one.id < other.id ? -1 : 1))
    .flatMap(({ value }) => value.footprints);
}

/** The imports that have changed something, as long as it is known. */
export async function tracedImports({
  traces,
  tenant,
}: {
  readonly traces: ReadOnlyRepository<ImportTrace>;
  readonly tenant: string;
}): Promise<ReadonlySet<string>> {
  return new Set((await listAll(traces, tenant)).map(({ value }) => value.import));
}

/** Forgets the traces of imports that can no longer be taken back: they hold what was there before. */
export async function forgetTraces(
  isForgotten: (importId: string) => boolean,
  { traces, tenant }: Pick<Tracing, 'traces' | 'tenant'>,
): Promise<void> {
  for (const { value, version } of await listAll(traces, tenant))
    if (isForgotten(value.import)) await traces.write(tenant, [{ kind: 'remove', id: value.id, version }]);
}
