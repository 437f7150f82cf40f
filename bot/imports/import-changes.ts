/** Plans what the facts of a file change, against the rows that the store has; it writes nothing. */
import type { MissingAchievement, Snapshot } from '../../domain/imports/missing-achievement';
import type { Touch } from '../../domain/imports/import-plan';
import type {
  ImportedFacts,
  ImportedFigures,
  ImportedPartner,
  ImportedPeople,
  ImportedSummary,
  Warning,
} from '../../domain/imports/incoming';
import { type Differences, reconcileFigures, reconcileShown } from '../../domain/imports/reconcile-figures';
import { keepOut } from '../../domain/imports/kept-out';
import { emptyPartner, type Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import type { Figure } from '../../domain/partner/figure';
import type { Change, Versioned } from '../../domain/basics/repository';
import { type PersonStep, reconcilePeople } from '../../domain/imports/reconcile-people';
import { reconcileSettings } from '../../domain/imports/partner-settings';
import { inStretches } from '../context/stretches';
import { readForgotten, type ForgottenStore } from '../partner/forgotten';
import type { FactStore } from '../partner/standing-cache';
import { listAll } from '../store/row-list';
import { upsert } from '../store/row-update';

/** What was written, or would be: ids of people, metrics, or competencies with their level. */
export interface Written {
  readonly new: readonly string[];
  readonly changed: readonly string[];
  readonly newAchievements: number;
  readonly removedAchievements: number;
}

export interface ImportChanges {
  /** What there is to write; empty once everything the file says is kept. */
  readonly wanted: Written;
  /** How many people, metrics or competencies the file names, and how many achievements. */
  readonly items: number;
  readonly achievements: number;
  readonly warnings: readonly Warning[];
  /** Each row that would be written, before and after. */
  readonly touches: readonly Touch[];
  /** What the file no longer shows, whether it is to be removed or not. */
  readonly gone: readonly MissingAchievement[];
  /** What `performImportChanges` writes. */
  readonly writes: ImportWrites;
  /** The rows of people that were looked at, with their versions; absent where the file is not about people. */
  readonly seen?: ReadonlyMap<string, string>;
}

/** The planned writes, with what the caller is told of each that was made. */
export type ImportWrites =
  | { readonly noun: 'people'; readonly steps: readonly PersonStep[] }
  | { readonly noun: 'figures'; readonly differences: Differences; readonly changes: readonly Change<Figure>[] }
  | { readonly noun: 'partner'; readonly differences: Differences; readonly change: Change<Partner> };

export interface ImportTarget {
  readonly store: Pick<FactStore, 'partners' | 'people' | 'figures'> & ForgottenStore;
  readonly tenant: string;
  /** The programme of a partner that has no row yet. */
  readonly programme: string;
  /** The id of the import. */
  readonly source: string;
  /** What the file covers, and whether what is gone from it is removed. */
  readonly snapshot?: Snapshot | undefined;
  readonly removesGone?: boolean | undefined;
}

/** Looks at what is kept and plans what the facts change. Throws {@link StoreUnavailable} as the store does. */
export function planImportChanges(facts: ImportedFacts, where: ImportTarget): Promise<ImportChanges> {
  switch (facts.kind) {
    case 'training-completions':
    case 'people':
      return planPeople(facts, where);
    case 'figures':
      return planFigures(facts, where);
    case 'competency-summary':
      return planSummary(facts, where);
    case 'partner':
      return planPartner(facts, where);
  }
}

async function planPeople({ people: named }: ImportedPeople, where: ImportTarget): Promise<ImportChanges> {
  const { store, tenant, source, snapshot, removesGone } = where;
  const kept = await listAll(store.people, tenant);
  const { apart } = (await store.partners.get(tenant, tenant))?.value ?? {};
  const { incoming, warnings } = keepOut(named, await readForgotten(tenant, store));
  const plan = await inStretches(reconcilePeople({ kept, incoming, source, snapshot, removesGone, apart }));
  return {
    wanted: writtenOf(plan.steps),
    items: plan.steps.length,
    achievements: plan.steps.reduce((sum, { achievements }) => sum + achievements.new + achievements.unchanged, 0),
    warnings: [...warnings, ...plan.warnings],
    touches: peopleTouches(plan.steps, kept),
    gone: plan.gone,
    writes: { noun: 'people', steps: plan.steps },
    seen: new Map(kept.map(({ value, version }) => [value.id, version])),
  };
}

function peopleTouches(steps: readonly PersonStep[], kept: readonly Versioned<Person>[]): readonly Touch[] {
  const before = new Map(kept.map(({ value }) => [value.id, value]));
  return steps.flatMap(({ id, write, removals }): readonly Touch[] => {
    const known = before.get(id);
    if (!write || write.kind === 'remove') return [];
    const joined = removals.flatMap((one) => (one.kind === 'remove' ? [one.id] : []));
    return [
      { noun: 'person', id, ...(known && { before: known }), after: write.value },
      ...joined.map((other) => ({ noun: 'person', id: other, before: before.get(other)! }) as const),
    ];
  });
}

/** What these steps write. */
export function writtenOf(steps: readonly PersonStep[]): Written {
  const ids = (result: PersonStep['outcome']) => steps.filter((step) => step.outcome === result).map(({ id }) => id);
  return {
    new: ids('new'),
    changed: ids('changed'),
    newAchievements: steps.reduce((sum, { achievements }) => sum + achievements.new, 0),
    removedAchievements: steps.reduce((sum, { achievements }) => sum + achievements.removed, 0),
  };
}

async function planFigures({ figures: incoming }: ImportedFigures, where: ImportTarget): Promise<ImportChanges> {
  const { store, tenant, source } = where;
  const kept = await listAll(store.figures, tenant);
  const plan = reconcileFigures({ kept, incoming, source });
  const before = new Map(kept.map(({ value }) => [value.metric, value]));
  const touches = plan.changes.flatMap((change): readonly Touch[] => {
    if (change.kind === 'remove') return [];
    const known = before.get(change.value.metric);
    return [{ noun: 'figure', id: change.value.metric, ...(known && { before: known }), after: change.value }];
  });
  const writes = { noun: 'figures', differences: plan, changes: plan.changes } as const;
  return differing({ ...plan, touches }, plan.warnings, writes);
}

async function planSummary({ shown: incoming }: ImportedSummary, where: ImportTarget): Promise<ImportChanges> {
  const { store, tenant, programme } = where;
  const kept = await store.partners.get(tenant, tenant);
  const before = kept?.value ?? emptyPartner(tenant, programme);
  const plan = reconcileShown(before.shown, incoming);
  return differingPartner({ ...plan, before, after: { ...before, shown: plan.shown } }, kept);
}

async function planPartner({ settings }: ImportedPartner, where: ImportTarget): Promise<ImportChanges> {
  const { store, tenant, programme } = where;
  const kept = await store.partners.get(tenant, tenant);
  const defaults = emptyPartner(tenant, programme);
  const before = kept?.value ?? defaults;
  const { partner: after, ...plan } = reconcileSettings(before, { settings, defaults });
  return differingPartner({ ...plan, before, after }, kept);
}

interface PartnerDifferences extends Differences {
  readonly before: Partner;
  readonly after: Partner;
}

function differingPartner(plan: PartnerDifferences, kept: Versioned<Partner> | undefined): ImportChanges {
  const { before, after: value } = plan;
  const touch: Touch = { noun: 'partner', id: value.tenant, before, after: value };
  const touches = plan.new.length + plan.changed.length > 0 ? [touch] : [];
  return differing({ ...plan, touches }, [], { noun: 'partner', differences: plan, change: upsert(kept, value) });
}

function differing(
  plan: Differences & { readonly touches: readonly Touch[] },
  warnings: readonly Warning[],
  writes: ImportWrites,
): ImportChanges {
  const wanted: Written = { new: plan.new, changed: plan.changed, newAchievements: 0, removedAchievements: 0 };
  return {
    wanted,
    touches: plan.touches,
    gone: [],
    items: plan.new.length + plan.changed.length + plan.unchanged.length,
    achievements: 0,
    warnings,
    writes,
  };
}
