/** A partner whose renewal is at risk, with admins who can be reached: the fixture of tests of the sweep and of deliveries. */
import { earned, partner, person, programme } from '../../domain/alerts/derive-notices.case';
import type { Delivery } from '../../domain/alerts/delivery';
import type { Change } from '../../domain/basics/repository';
import type { Conversation } from '../../domain/partner/conversation';
import type { ImportRecord } from '../../domain/partner/import-record';
import type { Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import type { Store } from '../../domain/ports';
import { openMemory } from '../../infra/memory/store';
import type { AppServices } from '../context/app-services';
import { recordingOutbound, type Recording } from '../context/notifier.case';
import type { SendOutcome } from '../context/notifier';
import { writeFacts } from '../partner/standing-cache';
import { worldOf } from '../partner/standing-cache.case';

export const tenant = 't1';
/** A Friday, ten in the morning in UTC. */
export const friday = Date.parse('2018-06-15T10:00:00Z');
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export const create = <T>(value: T): Change<T> => ({ kind: 'create', value });

/** The personal conversation with a person, in a Teams at this address. */
export function conversationWith(id: string, serviceUrl = 'http://127.0.0.1/'): Conversation {
  return {
    id,
    scope: 'personal',
    reference: { channel: 'msteams', serviceUrl, conversation: `a:${id}`, bot: '28:b', user: `29:${id}` },
    name: `Name of ${id}`,
    locale: 'en',
    seenAt: '2018-06-01T10:00:00Z',
  };
}

/** The only certified person of the only level: the certificate expires before the renewal. */
export const lapsing: Person = person('ana', [earned('p', { expiresOn: '2018-12-31' })]);

/** The import that brought {@link lapsing} in. */
export const imported: ImportRecord = {
  id: '20180614',
  kind: 'people',
  file: 'people.csv',
  contentHash: 'ab',
  importedAt: '2018-06-14T10:00:00Z',
  importedBy: 'boss',
  rows: 1,
  people: { new: 1, changed: 0, unchanged: 0 },
  achievements: { new: 1, unchanged: 0, removed: 0 },
  rejected: 0,
};

/** The rules by which {@link lapsing} puts the renewal at risk. */
export const programmes: ReadonlyMap<string, typeof programme> = new Map([[programme.id, programme]]);

export interface AtRiskParts {
  /** The outcome of a message to this conversation; undefined for one that is sent. */
  readonly outcome?: (to: Conversation) => SendOutcome | undefined;
  /** The people with whom there is a conversation; the admins are boss and deputy. */
  readonly known?: readonly string[];
  readonly store?: Store;
  /** The policies of the partner, where they are not those of the programme. */
  readonly policies?: Partner['policies'];
}

export interface AtRisk {
  readonly services: AppServices;
  readonly store: Store;
  readonly notifier: Recording;
  /** Writes these people, and at the first time the partner and its import. */
  readonly put: (people: readonly Person[]) => Promise<void>;
  /** Moves the clock by so many milliseconds. */
  readonly pass: (ms: number) => void;
}

/** A world on {@link friday} in which nothing is due before something is put. */
export async function openAtRisk({
  outcome,
  known = ['boss', 'deputy'],
  store = openMemory(),
  policies = {},
}: AtRiskParts = {}): Promise<AtRisk> {
  let now = friday;
  const notifier = recordingOutbound(outcome);
  const access = { tenants: 'any', firstAdmins: [] } as const;
  const services = worldOf(store, { notifier, programmes, access, now: () => now });
  await store.conversations.write(
    tenant,
    known.map((id) => create(conversationWith(id))),
  );
  const put = (people: readonly Person[]) =>
    writeFacts(services, tenant, async (facts) => {
      const kept = (await facts.partners.get(tenant, tenant)) ? [] : [create({ ...partner, policies })];
      await facts.partners.write(tenant, kept);
      if (kept.length > 0) await facts.imports.write(tenant, [create(imported)]);
      for (const value of people) {
        const before = await facts.people.get(tenant, value.id);
        await facts.people.write(tenant, [
          before ? { kind: 'replace', value, version: before.version } : create(value),
        ]);
      }
    });
  return { services, store, notifier, put, pass: (ms) => void (now += ms) };
}

/** All deliveries of the partner. */
export async function deliveriesIn(store: Store): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  for await (const { value } of store.deliveries.list(tenant)) deliveries.push(value);
  return deliveries;
}

/** The button of a card that was sent which acts upon its alert in this way, whatever stands before it. */
export function buttonOf({ message }: Recording['said'][number], act: 'acknowledge' | 'assign'): unknown {
  return message.card.actions!.find(
    (action) => ((action as { readonly data?: unknown }).data as { readonly act?: unknown } | undefined)?.act === act,
  );
}
