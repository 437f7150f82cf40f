/** Undoes an import: restores every row that it changed, except rows that have been changed since. */
import type { Figure } from '../../domain/partner/figure';
import type { ImportRecord } from '../../domain/partner/import-record';
import { type Footprint, partnerBefore, rowBefore } from '../../domain/imports/import-trace';
import type { Facts } from '../../domain/counting/facts';
import { factsOf } from '../../domain/membership/cached-standing';
import { withoutReachedBy } from '../../domain/membership/risk-forecast';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import { loadPartnerFacts } from '../partner/partner-facts';
import { emptyPartner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import type { Change, Versioned, Repository } from '../../domain/basics/repository';
import type { ReadOnlyStore } from '../../domain/ports';
import type { ImportDeps } from './import-opening';
import { removeLateForgotten } from './late-forgotten';
import { footprintsOf, importUndoableFor, tracedImports } from './import-trace-writer';
import { watchForgotten } from '../partner/forgotten';
import { writeFacts, type FactStore } from '../partner/standing-cache';
import { listAll } from '../store/row-list';
import { updateRow, upsert } from '../store/row-update';
import { writeAll } from '../store/bulk-write';

export interface ImportUndoResult {
  readonly record: ImportRecord;
  /** How many rows that there were before the import are as they were then. */
  readonly restored: number;
  /** How many people whom the import brought are off the record again. */
  readonly removed: number;
  /** Rows that have been changed since the import. */
  readonly leftAlone: readonly Pick<Footprint, 'noun' | 'id'>[];
}

/** The import of this id, or the last one that holds and has changed something. */
export async function importToUndo(
  { store }: { readonly store: Pick<ReadOnlyStore, 'imports' | 'traces'> },
  tenant: string,
  id: string | undefined,
): Promise<Versioned<ImportRecord> | undefined> {
  if (id !== undefined) return store.imports.get(tenant, id);
  const traced = await tracedImports({ traces: store.traces, tenant });
  const standing = (await listAll(store.imports, tenant)).filter(({ value }) => value.undoneAt === undefined);
  standing.sort(({ value: one }, { value: other }) => (one.id < other.id ? -1 : 1));
  return standing.filter(({ value }) => traced.has(value.id)).at(-1) ?? standing.at(-1);
}

/** Whether the import is young enough to be taken back. */
export function isImportUndoable({ importedAt, undoneAt }: ImportRecord, now: number): boolean {
  return undoneAt === undefined && now - Date.parse(importedAt) <= importUndoableFor;
}

/** Whom taking an import back would remove: those whom it alone brought, and whom nothing has changed since. */
export interface RemovedByUndo {
  readonly removed: readonly Person[];
  /** Those of them who have been invited or have taken a step of onboarding. */
  readonly onboarded: readonly Person[];
}

/** Returns whom taking the import back would remove, by name; writes nothing. */
export async function removedByUndo(
  importId: string,
  tenant: string,
  { store }: { readonly store: Pick<ReadOnlyStore, 'people' | 'onboardings' | 'traces'> },
): Promise<RemovedByUndo> {
  const footprints = byId(ofNoun(await footprintsOf(importId, { traces: store.traces, tenant }), 'person'));
  const people = (await listAll(store.people, tenant)).map(({ value }) => value);
  const removed = people.filter((person) => {
    const own = footprints.get(person.id);
    const restored = own && rowBefore(person, own);
    return restored !== undefined && restored.value === undefined;
  });
  const known = new Set((await listAll(store.onboardings, tenant)).map(({ value }) => value.person));
  return { removed, onboarded: removed.filter(({ id }) => known.has(id)) };
}

/** Takes an import back; undone a second time, it only finishes what is left. Throws {@link StoreUnavailable}. */
export async function takeBackImport(
  deps: ImportDeps,
  tenant: string,
  { value }: Versioned<ImportRecord>,
): Promise<ImportUndoResult> {
  const forgottenSince = await watchForgotten(tenant, deps.store);
  const footprints = await footprintsOf(value.id, { traces: deps.store.traces, tenant });
  return writeFacts(deps, tenant, async (facts) => {
    const known = await loadPartnerFacts(facts, tenant);
    const people = await restorePeople(facts.people, tenant, ofNoun(footprints, 'person'));
    const figures = await restoreFigures(facts.figures, tenant, ofNoun(footprints, 'figure'));
    const partner = await restorePartner(facts, tenant, ofNoun(footprints, 'partner'));
    const isForgotten = await forgottenSince();
    if (isForgotten) {
      const ids = new Set(footprints.map(({ id }) => id));
      const stores = { people: facts.people, traces: deps.store.traces };
      await removeLateForgotten({ tenant, importId: value.id, ids }, isForgotten, stores);
    }
    await restoreReachedDays(deps, { facts, tenant, known });
    const record = { ...value, undoneAt: new Date(deps.now()).toISOString() };
    const row = { repository: facts.imports, tenant, id: value.id, noun: 'import' };
    await updateRow(row, (kept) => kept && record);
    const leftAlone = [...people, ...figures, ...partner];
    const touched = new Set(footprints.map(({ noun, id }) => `${noun} ${id}`)).size;
    const removed = removedPeople(ofNoun(footprints, 'person'), people);
    return { record, restored: touched - leftAlone.length - removed, removed, leftAlone };
  });
}

/** How many of the people whom the import brought are not left alone: nobody had them on record before its first footprint. */
function removedPeople(footprints: readonly FootprintOf<'person'>[], leftAlone: Left): number {
  const left = new Set(leftAlone.map(({ id }) => id));
  return [...byId(footprints)].filter(([id, [first]]) => first!.before === undefined && !left.has(id)).length;
}

interface Restoring {
  readonly facts: FactStore;
  readonly tenant: string;
  /** As they were before the import was taken back. */
  readonly known: Pick<Facts, 'people' | 'figures'>;
}

/** Takes back the days on which a score reached its goal by what this import brought alone. */
async function restoreReachedDays(deps: ImportDeps, { facts, tenant, known }: Restoring): Promise<void> {
  const after = await loadPartnerFacts(facts, tenant);
  await updateRow({ repository: facts.partners, tenant, id: tenant, noun: 'partner' }, (partner) => {
    if (!partner?.reached) return undefined;
    const programme = followedProgramme(partner, deps.programmes);
    const factsWith = (one: Restoring['known']) => factsOf(partner, { known: one, programme });
    const restored = withoutReachedBy(partner, { before: factsWith(known), after: factsWith(after) }, programme);
    return restored === partner ? undefined : restored;
  });
}

type Left = ImportUndoResult['leftAlone'];
type FootprintOf<N extends Footprint['noun']> = Extract<Footprint, { noun: N }>;

function ofNoun<N extends Footprint['noun']>(footprints: readonly Footprint[], noun: N): readonly FootprintOf<N>[] {
  return footprints.filter((one): one is FootprintOf<N> => one.noun === noun);
}

function restorePeople(people: Repository<Person>, tenant: string, footprints: readonly FootprintOf<'person'>[]) {
  return restoreRows({ repository: people, idOf: ({ id }: Person) => id, noun: 'person' }, tenant, footprints);
}

function restoreFigures(figures: Repository<Figure>, tenant: string, footprints: readonly FootprintOf<'figure'>[]) {
  return restoreRows({ repository: figures, idOf: ({ metric }: Figure) => metric, noun: 'figure' }, tenant, footprints);
}

interface Shelf<T> {
  readonly repository: Repository<T>;
  readonly idOf: (value: T) => string;
  readonly noun: 'person' | 'figure';
}

interface RowFootprint<T> {
  readonly id: string;
  readonly before?: T;
  readonly after?: string;
}

/** Restores removed rows before it removes created ones, so that a crash in between loses no data. */
async function restoreRows<T>(
  { repository, idOf, noun }: Shelf<T>,
  tenant: string,
  footprints: readonly RowFootprint<T>[],
): Promise<Left> {
  if (footprints.length === 0) return [];
  const kept = new Map((await listAll(repository, tenant)).map((row) => [idOf(row.value), row]));
  const left = new Set<string>();
  const changes: Change<T>[] = [];
  for (const [id, own] of byId(footprints)) {
    const restored = rowBefore(kept.get(id)?.value, own);
    if (!restored) left.add(id);
    else if (restored.isChanged) changes.push(changeTo(restored.value, id, kept.get(id)));
  }
  const [goes, comes] = [true, false].map((leaving) => changes.filter(({ kind }) => (kind === 'remove') === leaving));
  const lost = [...(await writeAll(repository, tenant, comes!)), ...(await writeAll(repository, tenant, goes!))];
  return [...new Set([...left, ...lost])].map((id) => ({ noun, id }));
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(one.id, [...(found.get(one.id) ?? []), one]);
  return found;
}

function changeTo<T>(value: T | undefined, id: string, kept: Versioned<T> | undefined): Change<T> {
  return value === undefined ? { kind: 'remove', id, version: kept!.version } : upsert(kept, value);
}

async function restorePartner(
  { partners }: FactStore,
  tenant: string,
  footprints: readonly FootprintOf<'partner'>[],
): Promise<Left> {
  if (footprints.length === 0) return [];
  const kept = await partners.get(tenant, tenant);
  const now = kept?.value ?? emptyPartner(tenant, '');
  const before = [...footprints].reverse().reduce((partner, one) => partnerBefore(partner, one) ?? partner, now);
  const isLeft = footprints.some((one) => !partnerBefore(before, one)) || before === now;
  if (!kept || isLeft) return [{ noun: 'partner', id: tenant }];
  const lost = await partners.write(tenant, [upsert(kept, before)]);
  return lost.length === 0 ? [] : [{ noun: 'partner', id: tenant }];
}
