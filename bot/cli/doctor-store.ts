/** The checks of the doctor that need the store: programmes, the store itself, conversations, people. */
import type { Text } from '../../cards/text';
import { deliveryCodeWords } from '../../cards/words/delivery-code';
import { RowUnreadable, StoreUnavailable } from '../../domain/basics/repository';
import type { Conversation } from '../../domain/partner/conversation';
import { possibleDuplicates } from '../../domain/partner/people/namesake';
import type { Person } from '../../domain/partner/people/person';
import { everybody, type Store } from '../../domain/ports';
import { CatalogueError } from '../config/catalogue-error';
import type { Config } from '../config/config';
import { isTrustedServiceUrl } from '../config/service-url';
import { mayTalk } from '../context/tenant-access';
import { reportStartupError } from '../hosting/startup-error';
import { skipped, type DoctorFinding } from './doctor-finding';

/** What of Laurel can be examined once it is put together. */
export interface OpenedLaurel {
  readonly store: Store;
  close(): Promise<void>;
}

/** What opens the store, and the tenants that are known from the settings. */
export interface StoreAccess {
  readonly tenants: (config: Config) => readonly string[];
  readonly open: (config: Config) => Promise<OpenedLaurel>;
}

/**
 * Composes Laurel and examines what it keeps; what depends on a check that failed is skipped. Throws what is no fault of the
 * programmes or the store.
 */
export async function examineStore(
  config: Config,
  patient: StoreAccess,
  text: Text,
): Promise<readonly DoctorFinding[]> {
  const laurel = await openOrFindings(config, patient, text);
  if (!('store' in laurel)) return laurel;
  try {
    const says = text.say('doctor.programmes.in-order');
    return [
      { check: 'programmes', result: 'ok', code: 'in-order', says },
      ...(await kept(config, laurel, { patient, text })),
    ];
  } finally {
    await laurel.close();
  }
}

async function openOrFindings(
  config: Config,
  { open }: StoreAccess,
  text: Text,
): Promise<OpenedLaurel | readonly DoctorFinding[]> {
  try {
    return await open(config);
  } catch (error) {
    const says = reportStartupError(error, text);
    if (says === undefined) throw error;
    const others = skipped(['conversations', 'people'], text);
    return error instanceof CatalogueError
      ? [{ check: 'programmes', result: 'failed', code: 'refused', says }, ...skipped(['store'], text), ...others]
      : [...skipped(['programmes'], text), { check: 'store', result: 'failed', code: 'not-opened', says }, ...others];
  }
}

interface Told {
  readonly patient: StoreAccess;
  readonly text: Text;
}

async function kept(
  config: Config,
  { store }: OpenedLaurel,
  { patient, text }: Told,
): Promise<readonly DoctorFinding[]> {
  const { kind } = config.tables;
  try {
    await store.ping();
    const tenants = await tenantsIn(store, patient.tenants(config));
    const tally = await tallyOf(store, config, tenants);
    const says = text.say('doctor.store.answers', { kind });
    return [
      { check: 'store', result: 'ok', code: 'answers', says },
      ...conversations(tally, text),
      await people(store, tenants, text),
    ];
  } catch (error) {
    const trouble = storeTrouble(error, { kind, text });
    if (trouble === undefined) throw error;
    return [trouble, ...skipped(['conversations', 'people'], text)];
  }
}

function storeTrouble(
  error: unknown,
  { kind, text }: { readonly kind: string; readonly text: Text },
): DoctorFinding | undefined {
  if (error instanceof StoreUnavailable)
    return { check: 'store', result: 'failed', code: 'silent', says: text.say('doctor.store.silent', { kind }) };
  if (!(error instanceof RowUnreadable)) return undefined;
  const says = text.say('doctor.store.row-unreadable', { noun: error.noun, id: error.id });
  return { check: 'store', result: 'failed', code: 'row-unreadable', says };
}

interface Tally {
  readonly total: number;
  /** ISO 8601, UTC: when a message last arrived; empty if none ever did. */
  readonly lastSeen: string;
  /** How many cannot be reached, by the code of a delivery. */
  readonly hindered: ReadonlyMap<string, number>;
}

async function tenantsIn({ schedule }: Store, known: readonly string[]): Promise<ReadonlySet<string>> {
  const tenants = new Set(known);
  for await (const { value } of schedule.list(everybody)) tenants.add(value.tenant);
  return tenants;
}

/** Records that may be one person count twice until an admin has joined them. */
async function people(store: Store, tenants: ReadonlySet<string>, text: Text): Promise<DoctorFinding> {
  let count = 0;
  for (const tenant of tenants) {
    const kept: Pick<Person, 'name' | 'identifiers'>[] = [];
    for await (const { value } of store.people.list(tenant)) kept.push(value);
    const partner = await store.partners.get(tenant, tenant);
    count += possibleDuplicates(kept, partner?.value.apart).length;
  }
  const check = 'people';
  if (count === 0) return { check, result: 'ok', code: 'apart', says: text.say('doctor.people.apart') };
  const says = text.say('doctor.people.possible-duplicates', { count });
  return { check, result: 'warning', code: 'possible-duplicates', says, count };
}

async function tallyOf(store: Store, config: Config, tenants: ReadonlySet<string>): Promise<Tally> {
  const hindered = new Map<string, number>();
  let [total, lastSeen] = [0, ''];
  for (const tenant of tenants) {
    for await (const { value } of store.conversations.list(tenant)) {
      total += 1;
      if (value.seenAt > lastSeen) lastSeen = value.seenAt;
      const code = obstacleOf(value, tenant, config);
      if (code !== undefined) hindered.set(code, (hindered.get(code) ?? 0) + 1);
    }
  }
  return { total, lastSeen, hindered };
}

/** Why nothing is sent there, as a send would find it. */
function obstacleOf({ reference, hindrance }: Conversation, tenant: string, config: Config): string | undefined {
  const access = { tenants: config.allowedTenants, firstAdmins: config.firstAdmins };
  if (!mayTalk({ tenant }, { access })) return 'tenant-not-allowed';
  if (!isTrustedServiceUrl(reference.serviceUrl, config.kind === 'production')) return 'untrusted-address';
  return hindrance?.code;
}

function conversations({ total, lastSeen, hindered }: Tally, text: Text): readonly DoctorFinding[] {
  const check = 'conversations';
  if (total === 0) return [{ check, result: 'warning', code: 'none', says: text.say('doctor.conversations.none') }];
  const says = text.say('doctor.conversations.known', { count: total, date: text.date(lastSeen.slice(0, 10)) });
  const refused = [...hindered].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    { check, result: 'ok', code: 'known', says, count: total },
    ...refused.map(([code, count]) => unreachable(code, count, text)),
  ];
}

function unreachable(code: string, count: number, text: Text): DoctorFinding {
  const says = text.say('doctor.conversations.unreachable', { count, why: deliveryCodeWords(code, text) });
  return { check: 'conversations', result: 'warning', code, says, count };
}
