/**
 * A fact row is the row that a correction changes, of a person, a figure or the partner, with the version that it was found
 * at.
 */
import { dateOf } from '../../domain/basics/date';
import {
  corrected,
  isAsCosted,
  isAsOverridden,
  stands,
  takenBack,
  type CostsChange,
  type FactChange,
  type FigureChange,
  type OverrideChange,
  type PersonChange,
} from '../../domain/partner/correction';
import type { ReadOnlyStore } from '../../domain/ports';
import type { Person } from '../../domain/partner/people/person';
import { overridden, withCosts, type Partner } from '../../domain/partner/partner';
import type { Change } from '../../domain/basics/repository';
import { partnerRow, writeFacts, type StandingCacheDeps } from '../partner/standing-cache';
import { unknownPartner } from '../store/partner-row';
import { upsert } from '../store/row-update';

type JoinedChange = Extract<PersonChange, { kind: 'joined' }>;

export interface CorrectionTarget {
  /** Empty where there is no row. */
  readonly version: string;
  /** Whether the fact is as the change leaves it. */
  readonly isChanged: boolean;
  /** Makes the change; `false` if another write comes first. */
  change(): Promise<boolean>;
  /** Takes the change back; `false` if another write comes first. Only where {@link isChanged}. */
  takeBack(): Promise<boolean>;
}

/** The row as it is kept now. Throws {@link StoreUnavailable} as the store does. */
export function findCorrectionTarget(
  change: FactChange,
  tenant: string,
  deps: StandingCacheDeps,
): Promise<CorrectionTarget> {
  if (change.kind === 'figure') return figureRow(change, tenant, deps);
  if (change.kind === 'override' || change.kind === 'costs') return settingRow(change, tenant, deps);
  return change.kind === 'joined' ? joinedRows(change, tenant, deps) : personRow(change, tenant, deps);
}

/** The stored value that a change is about, as far as reading goes. */
interface ReadDeps {
  readonly store: Pick<ReadOnlyStore, 'people' | 'figures' | 'partners'>;
}

/**
 * The version of the row that a change would write, empty if there is none. Throws {@link StoreUnavailable} as the store
 * does.
 */
export async function versionOfTarget(change: FactChange, tenant: string, { store }: ReadDeps): Promise<string> {
  if (change.kind === 'figure') return (await store.figures.get(tenant, change.after.metric))?.version ?? '';
  if (!('person' in change)) return (await store.partners.get(tenant, tenant))?.version ?? '';
  const version = (await store.people.get(tenant, change.person))?.version ?? '';
  if (change.kind !== 'joined') return version;
  return joinedVersion(version, (await store.people.get(tenant, change.other.id))?.version);
}

/** The version of the two rows that become one: that of the row that stays, and that of the row that goes. */
function joinedVersion(version: string, other: string | undefined): string {
  return `${version} ${other ?? ''}`;
}

/** Whether the fact is as the change leaves it. Throws {@link StoreUnavailable} as the store does. */
export async function isStanding(change: FactChange, tenant: string, { store }: ReadDeps): Promise<boolean> {
  if (change.kind === 'figure') return stands((await store.figures.get(tenant, change.after.metric))?.value, change);
  if (!('person' in change)) return isAsSet((await store.partners.get(tenant, tenant))?.value, change);
  const kept = await store.people.get(tenant, change.person);
  if (kept === undefined || takenBack(kept.value, change) === undefined) return false;
  return change.kind !== 'joined' || (await store.people.get(tenant, change.other.id)) === undefined;
}

const nowhere: CorrectionTarget = {
  version: '',
  isChanged: false,
  change: async () => false,
  takeBack: async () => false,
};

async function personRow(change: PersonChange, tenant: string, deps: StandingCacheDeps): Promise<CorrectionTarget> {
  const kept = await deps.store.people.get(tenant, change.person);
  if (!kept) return nowhere;
  const { value, version } = kept;
  const before = takenBack(value, change);
  const written = async (wanted: Change<typeof value>) =>
    (await writeFacts(deps, tenant, ({ people }) => people.write(tenant, [wanted]))).length === 0;
  const write = async (person: typeof value | undefined) =>
    person !== undefined && (await written(upsert(kept, person)));
  return {
    version,
    isChanged: before !== undefined,
    change: () => write(corrected(value, change)),
    takeBack: () => write(before),
  };
}

/** Two rows become one: the one that goes is removed only after the other holds all that it held, and comes back first. */
async function joinedRows(change: JoinedChange, tenant: string, deps: StandingCacheDeps): Promise<CorrectionTarget> {
  const { people } = deps.store;
  const [kept, other] = await Promise.all([people.get(tenant, change.person), people.get(tenant, change.other.id)]);
  if (!kept) return nowhere;
  const before = takenBack(kept.value, change);
  const written = (wanted: readonly Change<Person>[]) =>
    writeFacts(deps, tenant, async (facts) => {
      for (const one of wanted) if ((await facts.people.write(tenant, [one])).length > 0) return false;
      return true;
    });
  return {
    version: joinedVersion(kept.version, other?.version),
    isChanged: before !== undefined && !other,
    change: async () =>
      other !== undefined &&
      (await written([
        upsert(kept, corrected(kept.value, change)),
        { kind: 'remove', id: change.other.id, version: other.version },
      ])),
    takeBack: async () =>
      before !== undefined && (await written([upsert(undefined, change.other), upsert(kept, before)])),
  };
}

async function figureRow(change: FigureChange, tenant: string, deps: StandingCacheDeps): Promise<CorrectionTarget> {
  const { before, after } = change;
  const kept = await deps.store.figures.get(tenant, after.metric);
  const write = async (wanted: Change<typeof after>) =>
    (await writeFacts(deps, tenant, ({ figures }) => figures.write(tenant, [wanted]))).length === 0;
  const version = kept?.version ?? '';
  return {
    version,
    isChanged: stands(kept?.value, change),
    change: () => write(upsert(kept, after)),
    takeBack: () =>
      write(before ? { kind: 'replace', value: before, version } : { kind: 'remove', id: after.metric, version }),
  };
}

/** A change of what stands in the row of the partner. */
type SettingChange = OverrideChange | CostsChange;

function isAsSet(partner: Partner | undefined, change: SettingChange): boolean {
  return change.kind === 'override' ? isAsOverridden(partner, change) : isAsCosted(partner, change);
}

/** The partner with the change, or as it was before. */
function settled(partner: Partner, change: SettingChange, side: 'before' | 'after'): Partner {
  if (change.kind === 'override') return overridden(partner, change.competency, change[side]);
  return withCosts(partner, [...change.before, ...change.after], change[side]);
}

async function settingRow(change: SettingChange, tenant: string, deps: StandingCacheDeps): Promise<CorrectionTarget> {
  const kept = await deps.store.partners.get(tenant, tenant);
  const known = kept?.value ?? unknownPartner(tenant, deps.programmes, dateOf(deps.now()));
  const write = async (side: 'before' | 'after') => {
    const wanted = upsert(kept, settled(known, change, side));
    return (await partnerRow(deps, tenant).repository.write(tenant, [wanted])).length === 0;
  };
  return {
    version: kept?.version ?? '',
    isChanged: isAsSet(kept?.value, change),
    change: () => write('after'),
    takeBack: () => write('before'),
  };
}
