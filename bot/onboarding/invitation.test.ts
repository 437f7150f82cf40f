/** Whom the words of an invitation mean, and what an invitation writes: a record where there is none, one step, one reference. */
import { partner } from '../../domain/alerts/derive-notices.case';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { everybody } from '../../domain/ports';
import type { Onboarding } from '../../domain/onboarding/onboarding';
import { openMemory } from '../../infra/memory/store';
import { create, friday, programmes, tenant } from '../alerts/at-risk.case';
import type { ConversationMember, TurnRequest } from '../context/turn-request';
import { worldOf } from '../partner/standing-cache.case';
import { loadFactsSnapshot } from '../partner/partner-snapshot';
import { listValues } from '../store/row-list';
import { invite, peopleToInvite } from './invitation';

const ana: Person = {
  id: 'ana',
  name: 'Ana Lima',
  identifiers: { ...noIdentifiers, corpEmail: ['ana@fernhollow.example'] },
  achievements: [],
};
const twins = ['one', 'two'].map((id): Person => ({
  id,
  name: 'Kim Doe',
  identifiers: noIdentifiers,
  achievements: [],
}));

function member(name: string, parts: Partial<ConversationMember> = {}): ConversationMember {
  return { id: `29:${name}`, aadObjectId: `AAD-${name}`, name, mails: [], ...parts };
}

const anaHere = member('Ana L.', { mails: ['Ana@Fernhollow.example'] });
const boHere = member('Bo Roe', { mails: ['bo@fernhollow.example'] });

async function open(members: readonly ConversationMember[] = [], begun: readonly Onboarding[] = []) {
  const store = openMemory();
  await store.partners.write(tenant, [create(partner)]);
  await store.people.write(tenant, [ana, ...twins].map(create));
  await store.onboardings.write(tenant, begun.map(create));
  const services = worldOf(store, { programmes, now: () => friday });
  const request: TurnRequest = {
    tenant,
    user: { id: '29:boss', aadObjectId: 'BOSS', name: 'Boss', mails: async () => [] },
    members: async () => members,
    locale: 'en',
    scope: 'groupChat',
    conversation: '19:team',
    way: { channel: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/', bot: '28:b' },
    now: friday,
  };
  const snapshot = await loadFactsSnapshot(request, services);
  return { store, situation: { request, snapshot, services } };
}

it.each<[string, readonly string[], readonly ConversationMember[], readonly string[], readonly string[]]>([
  ['a person on record by name', ['ana lima'], [], ['Ana Lima'], []],
  ['a person on record once, under two names', ['Ana Lima', 'ana@fernhollow.example'], [], ['Ana Lima'], []],
  ['a member who is not on record', ['bo roe'], [boHere], ['Bo Roe'], []],
  ['an unknown work address', ['New@fernhollow.example'], [], ['new@fernhollow.example'], []],
  ['nobody by a name that two people have', ['Kim Doe'], [], [], ['Kim Doe']],
  ['nobody by a name that two members have', ['Bo Roe'], [boHere, { ...boHere, aadObjectId: 'x' }], [], ['Bo Roe']],
  ['nobody by an unknown name', ['Zoë Q'], [boHere], [], ['Zoë Q']],
])('means %s', async (_, wanted, members, names, unknown) => {
  const { situation } = await open(members);
  const meant = peopleToInvite(wanted, members, situation);

  expect(meant.people.map(({ name, identifiers }) => name || identifiers.corpEmail[0])).toEqual(names);
  expect(meant.unknown).toEqual(unknown);
});

it('means everyone in the conversation, people on record by their mail address', async () => {
  const { situation } = await open();
  const { people } = peopleToInvite('everyone', [anaHere, boHere, boHere], situation);

  expect(people.map(({ name }) => name)).toEqual(['Ana Lima', 'Bo Roe']);
  expect(people[0]).toEqual({ ...ana, identifiers: { ...ana.identifiers, aadUserId: ['aad-ana l.'] } });
});

it('creates a record with account and address for a member who has none, and a conversation reference', async () => {
  const { store, situation } = await open([boHere]);
  const { invited } = await invite(['Bo Roe'], situation);
  const kept = (await store.people.get(tenant, invited[0]!.person.id))!.value;
  const reference = (await store.conversations.get(tenant, 'aad-bo roe'))!.value.reference;

  expect(invited).toMatchObject([{ isNew: true, standing: { state: 'invited' } }]);
  expect(kept).toMatchObject({
    name: 'Bo Roe',
    identifiers: { aadUserId: ['aad-bo roe'], corpEmail: ['bo@fernhollow.example'] },
  });
  expect(reference).toMatchObject({ serviceUrl: 'https://smba.trafficmanager.net/emea/', user: '29:Bo Roe' });
});

it('writes the invitation as one step of the admin, and makes a sweep due', async () => {
  const { store, situation } = await open();
  await invite(['Ana Lima'], situation);

  expect(await listValues(store.onboardings, tenant)).toEqual([
    { person: 'ana', steps: [{ kind: 'invited', at: '2018-06-15T10:00:00.000Z', by: { kind: 'admin', id: 'boss' } }] },
  ]);
  expect((await store.schedule.get(everybody, tenant))?.value.calls).toBeGreaterThan(0);
});

it('leaves an onboarding that has begun as it is', async () => {
  const invitedBefore: Onboarding = {
    person: 'ana',
    steps: [{ kind: 'invited', at: '2018-06-01T10:00:00.000Z', by: { kind: 'admin', id: 'deputy' } }],
  };
  const { store, situation } = await open([], [invitedBefore]);
  const { invited } = await invite(['Ana Lima'], situation);

  expect(invited.map(({ isNew }) => isNew)).toEqual([false]);
  expect(await listValues(store.onboardings, tenant)).toEqual([invitedBefore]);
});

it('adds the invitation behind what another organisation has recorded', async () => {
  const theirs: Onboarding = {
    person: 'ana',
    steps: [{ kind: 'linked-elsewhere', on: '2018-06-01', at: '2018-06-02T10:00:00.000Z', by: { kind: 'elsewhere' } }],
  };
  const { store, situation } = await open([], [theirs]);
  await invite(['Ana Lima'], situation);
  const [after] = await listValues(store.onboardings, tenant);

  expect(after?.steps.map(({ kind }) => kind)).toEqual(['linked-elsewhere', 'invited']);
});

it('adds what the roster knows to the record as it is stored, not as it was read before', async () => {
  const { store, situation } = await open([anaHere]);
  const { version } = (await store.people.get(tenant, 'ana'))!;
  await store.people.write(tenant, [{ kind: 'replace', value: { ...ana, leftOn: '2018-06-14' }, version }]);
  await invite('everyone', situation);

  expect((await store.people.get(tenant, 'ana'))?.value).toEqual({
    ...ana,
    leftOn: '2018-06-14',
    identifiers: { ...ana.identifiers, aadUserId: ['aad-ana l.'] },
  });
});

it('says of a person who cannot be sent a message why not', async () => {
  const { situation } = await open();
  const { invited, unknown } = await invite(['Ana Lima', 'Zoë Q'], situation);

  expect(invited[0]?.hindrance).toBe('unknown-account');
  expect(unknown).toEqual(['Zoë Q']);
});
