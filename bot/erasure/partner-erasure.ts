/** Forgets a whole partner: every row of its tenant goes, the settings with the admins last. */
import type { Repository } from '../../domain/basics/repository';
import { everybody, type ReadOnlyStore, type Store } from '../../domain/ports';
import { withdrawLinks } from '../onboarding/link-registry';
import { writeAll } from '../store/bulk-write';
import { listAll, listValues } from '../store/row-list';
import { removeRow, retryOnConflict } from '../store/row-update';
import { writeFacts } from '../partner/standing-cache';
import type { ForgettingDeps } from './forgetting';

/** Of every noun, by which field its rows are removed; the settings go last, so that an admin can ask again after a crash. */
const idFields = {
  people: 'id',
  figures: 'metric',
  imports: 'id',
  corrections: 'id',
  onboardings: 'person',
  tasks: 'id',
  associations: 'account',
  pendings: 'id',
  offers: 'id',
  traces: 'id',
  installations: 'conversation',
  notices: 'key',
  deliveries: 'id',
  alertSettings: 'person',
  audit: 'id',
  forgotten: 'id',
  forgettingKeys: 'tenant',
  conversations: 'id',
  partners: 'tenant',
} as const satisfies { readonly [N in Exclude<keyof Store, 'ping' | 'standings' | 'histories' | 'schedule'>]: string };

const names = Object.keys(idFields) as readonly (keyof typeof idFields)[];

/** How many rows a tenant has. Throws {@link StoreUnavailable} as the store does. */
export async function countRows(tenant: string, store: ReadOnlyStore): Promise<number> {
  let count = 0;
  for (const name of names) count += (await listAll(store[name] as Repository<unknown>, tenant)).length;
  return count;
}

/** Removes every row of a tenant; other tenants learn that it holds no links. Throws {@link StoreUnavailable}. */
export async function erasePartner(tenant: string, services: ForgettingDeps): Promise<void> {
  const { store } = services;
  const people = await listValues(store.people, tenant);
  const profiles = [...new Set(people.flatMap(({ identifiers }) => identifiers.mcpId))];
  await withdrawLinks(tenant, profiles, services);
  await writeFacts(services, tenant, async (facts) => {
    for (const name of names) await removeAll(name, tenant, { ...store, ...facts });
  });
  // Written once more when the facts were gone.
  await removeRow(store.histories, tenant, tenant);
  await removeRow(store.standings, tenant, tenant);
  await removeRow(store.schedule, everybody, tenant);
}

async function removeAll(
  name: keyof typeof idFields,
  tenant: string,
  store: { readonly [N in keyof typeof idFields]: unknown },
): Promise<void> {
  const repository = store[name] as Repository<Readonly<Record<string, string>>>;
  await retryOnConflict({ noun: name, id: tenant }, async () => {
    const rows = await listAll(repository, tenant);
    const removals = rows.map(
      ({ value, version }) => ({ kind: 'remove', id: value[idFields[name]]!, version }) as const,
    );
    return (await writeAll(repository, tenant, removals)).size === 0 ? true : undefined;
  });
}
