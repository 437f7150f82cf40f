/** The samples of the local world: which of them is put where, by which clock, and how one takes the place of the other. */
import { dateOf } from '../../domain/basics/date';
import { hasEnded } from '../../domain/programme/programme';
import { programmeIdsIn } from '../../domain/programme/joined-programme';
import type { Repository } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import type { SampleName } from '../config/config';
import { listAll } from '../store/row-list';
import type { ImportDeps } from './import-opening';
import { mayTakeSample, hasOwnFacts, writeSample, type SampleSource } from './sample-data';

/** What a sample is made of, and the moment on which a local world with it opens if its programme is not in force on the day. */
export interface Sample extends SampleSource {
  /** Milliseconds since 1970; absent: the time of the machine. */
  readonly opensAt?: number;
}

export interface SampleWorld {
  readonly deps: ImportDeps;
  readonly samples: Readonly<Record<SampleName, Sample>>;
  /** Lets the clock of the local world show this moment, in milliseconds since 1970, or the time of the machine. */
  readonly moveClock: (moment: number | 'machine') => void;
}

/**
 * Writes a sample where nothing else is kept; whether it was written. It is made for the moment that is asked for, else for now if
 * its programme is in force now, else for the moment on which it opens; the clock shows that moment from then on. Throws as
 * {@link writeSample} does.
 */
export async function placeSample(world: SampleWorld, name: SampleName, at?: number): Promise<boolean> {
  const { deps, samples, moveClock } = world;
  const sample = samples[name];
  if (!(await mayTakeSample(deps, sample.tenant))) return false;
  if (at !== undefined) moveClock(at);
  else if (!isInForce(sample, deps)) moveClock(sample.opensAt ?? 'machine');
  await writeSample(deps, sample);
  return true;
}

function isInForce({ programme }: Sample, { programmes, now }: ImportDeps): boolean {
  const today = dateOf(now());
  return programmeIdsIn(programme).every((id) => {
    const one = programmes.get(id);
    return one !== undefined && one.effectiveFrom <= today && !hasEnded(one, today);
  });
}

/** What of a tenant belongs to a sample, cleared in this order; conversations and installations belong to the chat. */
type SampleStore = Pick<
  Store,
  | 'deliveries'
  | 'notices'
  | 'onboardings'
  | 'corrections'
  | 'pendings'
  | 'traces'
  | 'imports'
  | 'figures'
  | 'people'
  | 'partners'
  | 'standings'
  | 'histories'
>;

/**
 * Puts one sample in the place of the other, with the same admins and the clock of the sample; whether that was done: facts that
 * were imported by hand are left alone. Throws as {@link writeSample} does.
 */
export async function switchSample(
  world: SampleWorld & { readonly store: SampleStore },
  name: SampleName,
): Promise<boolean> {
  const { deps, samples, moveClock, store } = world;
  const sample = samples[name];
  const { tenant } = sample;
  if (await hasOwnFacts(deps, tenant)) return false;
  const admins = (await store.partners.get(tenant, tenant))?.value.admins ?? [];
  await clearSample(store, tenant);
  moveClock(sample.opensAt ?? 'machine');
  await writeSample(deps, { ...sample, admins });
  return true;
}

async function clearSample(store: SampleStore, tenant: string): Promise<void> {
  await clear(store.deliveries, tenant, ({ id }) => id);
  await clear(store.notices, tenant, ({ key }) => key);
  await clear(store.onboardings, tenant, ({ person }) => person);
  await clear(store.corrections, tenant, ({ id }) => id);
  await clear(store.pendings, tenant, ({ id }) => id);
  await clear(store.traces, tenant, ({ id }) => id);
  await clear(store.imports, tenant, ({ id }) => id);
  await clear(store.figures, tenant, ({ metric }) => metric);
  await clear(store.people, tenant, ({ id }) => id);
  await clear(store.partners, tenant, () => tenant);
  await clear(store.standings, tenant, () => tenant);
  await clear(store.histories, tenant, () => tenant);
}

/** More in one call would be held in memory at once. */
const atOnce = 200;

async function clear<T>(repository: Repository<T>, tenant: string, idOf: (value: T) => string): Promise<void> {
  const rows = await listAll(repository, tenant);
  for (let from = 0; from < rows.length; from += atOnce)
    await repository.write(
      tenant,
      rows.slice(from, from + atOnce).map(({ value, version }) => ({ kind: 'remove', id: idOf(value), version })),
    );
}
