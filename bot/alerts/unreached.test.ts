/** Nothing is sent where nothing may be sent: the whole loop, from the notice to the wire, and a Teams server that hears nothing. */
import { partner } from '../../domain/alerts/derive-notices.case';
import type { ContactObservation } from '../../domain/partner/contact-observation';
import { openMemory } from '../../infra/memory/store';
import { documentedFaults } from '../../infra/teams-server/fault';
import { openTeamsServer, type TeamsServer } from '../../infra/teams-server/open';
import { scheduleSweep } from '../partner/sweep-schedule';
import { worldOf } from '../partner/standing-cache.case';
import { updateConversationReferences } from '../delivery/conversation-reference';
import { createChannelClient } from '../teams/teams-channel-client';
import { isTrustedServiceUrl } from '../config/service-url';
import {
  conversationWith,
  create,
  deliveriesIn,
  friday,
  hourMs,
  imported,
  lapsing,
  programmes,
  tenant,
} from './at-risk.case';
import { sweep } from './sweep';
import { mayTalk } from '../context/tenant-access';
import { createProactiveSender } from '../delivery/proactive-sender';
import type { AppServices } from '../context/app-services';

const opened: TeamsServer[] = [];
afterEach(() => Promise.all(opened.splice(0).map((teams) => teams.close())));

interface Parts {
  readonly tenants?: AppServices['access']['tenants'];
  /** Callers prove who they are, so that only the addresses of Teams are believed. */
  readonly isAuthenticated?: boolean;
}

/** A partner whose renewal is at risk, and whose admin was met in this Teams. */
async function situation({ tenants = [tenant], isAuthenticated = false }: Parts = {}) {
  const teams = await openTeamsServer();
  opened.push(teams);
  teams.directory.add({ tenant, id: '29:boss', aadObjectId: 'boss', name: 'Boss' });
  const store = openMemory();
  let now = friday;
  const access: AppServices['access'] = { tenants, firstAdmins: [] };
  const notifier = createProactiveSender({
    post: createChannelClient(),
    isTrusted: (url) => isTrustedServiceUrl(url, isAuthenticated),
    mayReach: (id) => mayTalk({ tenant: id }, { access }),
    clock: { now: Date.now, wait: () => Promise.resolve() },
    random: () => 0.5,
  });
  const services = worldOf(store, { notifier, programmes, access, now: () => now });
  await store.partners.write(tenant, [create({ ...partner, tenant, admins: ['boss'] })]);
  await store.people.write(tenant, [create(lapsing)]);
  await store.imports.write(tenant, [create(imported)]);
  await store.conversations.write(tenant, [create(conversationWith('boss', teams.serviceUrl))]);
  await scheduleSweep(services, tenant);
  const ledger = async () => (await deliveriesIn(store)).map(({ state }) => state);
  return { teams, services, ledger, pass: (ms: number) => void (now += ms) };
}

it('says it where it may be said', async () => {
  const { teams, services, ledger } = await situation();
  expect(await sweep(services)).toMatchObject({ deliveries: { planned: 1, sent: 1 } });
  expect(teams.journal.deliveredIn('a:boss')).toHaveLength(1);
  expect(await ledger()).toMatchObject([{ is: 'sent' }]);
});

it('sends nothing to a host that is not one of Teams', async () => {
  const { teams, services, ledger } = await situation({ isAuthenticated: true });
  expect(await sweep(services)).toMatchObject({ deliveries: { planned: 1, failed: 1 } });
  expect(await ledger()).toMatchObject([{ is: 'failed', code: 'untrusted-address' }]);
  expect(teams.journal.entries).toEqual([]);
});

it('sends nothing to a tenant that is not allowed any more', async () => {
  const { teams, services, ledger } = await situation({ tenants: ['another'] });
  expect(await sweep(services)).toMatchObject({ deliveries: { planned: 1, failed: 1 } });
  expect(await ledger()).toMatchObject([{ is: 'failed', code: 'tenant-not-allowed' }]);
  expect(teams.journal.entries).toEqual([]);
});

it('sends nothing where the bot was removed', async () => {
  const { teams, services, ledger } = await situation();
  const { conversation, user, ...where } = conversationWith('boss', teams.serviceUrl).reference;
  const sighting: ContactObservation = {
    ...where,
    scope: 'personal',
    conversation: conversation!,
    title: '',
    person: { id: 'boss', user: user!, name: 'Boss' },
    at: '2018-06-15T09:00:00Z',
  };
  await updateConversationReferences({ tenant, sighting, departs: true }, services);
  await scheduleSweep(services, tenant);

  expect(await sweep(services)).toMatchObject({ deliveries: { sent: 0 } });
  expect(await ledger()).not.toContainEqual(expect.objectContaining({ is: 'sent' }));
  expect(teams.journal.entries).toEqual([]);
});

it('asks once, and not again that day, where the bot was removed without our hearing of it', async () => {
  const { teams, services, pass } = await situation();
  teams.faults.conversation('a:boss', documentedFaults.BotNotInConversationRoster);
  expect(await sweep(services)).toMatchObject({ deliveries: { planned: 1, failed: 1 } });
  for (let round = 0; round < 3; round += 1) {
    pass(hourMs);
    await scheduleSweep(services, tenant);
    await sweep(services);
  }
  expect(teams.journal.entries).toMatchObject([{ status: 403, delivered: false }]);
});
