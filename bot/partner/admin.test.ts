/** Admins: of any number of people who speak first, one becomes the admin, and nobody takes it from them. */
import { openMemory, type MemoryStore } from '../../infra/memory/store';
import { builtInProgramme } from '../../infra/catalogue/load';
import { text } from '../../cards/text';
import { usualSettings } from '../../domain/alerts/alert-settings';
import type { Partner } from '../../domain/partner/partner';
import type { Store } from '../../domain/ports';
import { recordingOutbound } from '../context/notifier.case';
import { ensureFirstAdmin, isAdmin } from './admin';
import { loadPartner, withPartnerReads } from './partner-reads';
import { loadFactsSnapshot, loadPartnerSnapshot } from './partner-snapshot';
import type { TurnRequest } from '../context/turn-request';
import { filesOf } from '../imports/files.case';
import type { Access } from '../context/tenant-access';
import type { AppServices } from '../context/app-services';

const tenant = 'tenant-1';
const programmes = new Map([['competencies', builtInProgramme('competencies')]]);

function worldWith(store: MemoryStore, firstAdmins: Access['firstAdmins']): AppServices {
  const nothing = () => undefined;
  return {
    store,
    programmes,
    text,
    log: { info: nothing, warn: nothing, error: nothing },
    ...filesOf(store),
    notifier: recordingOutbound(),
    defaultAlertSettings: usualSettings,
    access: { tenants: 'any', firstAdmins },
    now: () => 0,
    onReply: nothing,
    newReference: () => 'reference',
    deadline: 8_000,
  };
}

function askOf(aadObjectId: string): TurnRequest {
  const user = { id: `29:${aadObjectId}`, aadObjectId, name: '', mails: async () => [] };
  return { tenant, user, members: async () => [], locale: 'en', scope: 'personal', conversation: 'a:1', now: 0 };
}

async function speak(request: TurnRequest, services: AppServices): Promise<Partner> {
  return loadPartner(await ensureFirstAdmin(request, services), services);
}

it('makes one of those who speak at once the admin', async () => {
  const store = openMemory();
  const services = worldWith(store, 'first-speaker');
  const asks = ['ana', 'boris', 'chen'].map(askOf);
  const seen = await Promise.all(asks.map((request) => speak(request, services)));
  const kept = await store.partners.get(tenant, tenant);
  expect(kept!.value.admins).toHaveLength(1);
  expect(seen.map(({ admins }) => admins)).toEqual(asks.map(() => kept!.value.admins));
  expect(asks.filter((request, at) => isAdmin(seen[at]!, request, services))).toHaveLength(1);
});

it('leaves what is known of the partner as it is', async () => {
  const store = openMemory();
  const known = {
    tenant,
    name: 'Fernhollow',
    programme: 'competencies',
    market: 'developing',
    policies: {},
    admins: [],
    shown: [],
  } as const;
  await store.partners.write(tenant, [{ kind: 'create', value: known }]);
  expect(await speak(askOf('ana'), worldWith(store, 'first-speaker'))).toEqual({ ...known, admins: ['ana'] });
});

it('makes nobody an admin whom the channel does not identify', async () => {
  const store = openMemory();
  const services = worldWith(store, 'first-speaker');
  const request = askOf('');
  expect(isAdmin(await speak(request, services), request, services)).toBe(false);
  expect(await store.partners.get(tenant, tenant)).toBeUndefined();
});

it.each([
  [['ANA'], 'ana', true],
  [['boris'], 'ana', false],
  [[], 'ana', false],
  [[''], '', false],
])('with %j in the settings, %j is admin: %j', async (firstAdmins, who, expected) => {
  const store = openMemory();
  const services = worldWith(store, firstAdmins);
  const request = askOf(who);
  expect(isAdmin(await speak(request, services), request, services)).toBe(expected);
  expect(await store.partners.get(tenant, tenant)).toBeUndefined();
});

it('reads the partner once a turn', async () => {
  const store = openMemory();
  const services = worldWith(store, []);
  const request = withPartnerReads(askOf('ana'), services);
  await loadPartner(request, services);
  await loadPartner(request, services);
  expect(store.requests.filter(({ noun }) => noun === 'partner')).toHaveLength(1);
});

function readOnly(store: MemoryStore): MemoryStore {
  const write = () => Promise.reject(new Error('A read has written'));
  const nouns = Object.entries(store as Store).map(([noun, repository]) => [noun, { ...repository, write }]);
  return { ...store, ...Object.fromEntries(nouns) };
}

it.each([
  ['the partner', loadPartner],
  ['its rules', loadPartnerSnapshot],
  ['all facts', loadFactsSnapshot],
])('writes nothing to read %s, also for somebody who may become the admin', async (_, load) => {
  const services = worldWith(readOnly(openMemory()), 'first-speaker');
  await expect(load(askOf('ana'), services)).resolves.toBeDefined();
  await expect(ensureFirstAdmin(askOf('ana'), services)).rejects.toThrow('A read has written');
});
