/** A newer link in another organisation is written as a step and as a fact, once, and both are taken back with it. */
import { earned, partner, person, programme } from '../../domain/alerts/derive-notices.case';
import type { NoticeFacts } from '../../domain/alerts/notice-facts';
import { standardPolicies, type Policies } from '../../domain/programme/policy';
import type { LinksElsewhere } from '../../domain/onboarding/link-severing';
import { openMemory, type MemoryStore } from '../../infra/memory/store';
import { create, friday, programmes } from '../alerts/at-risk.case';
import { listAll } from '../store/row-list';
import { applyLinkConflicts } from './link-conflict';

const { tenant } = partner;
const linked = { ...person('ana', [earned('p')]), linkedOn: '2018-05-01' };
const newer: LinksElsewhere = { days: ['2018-06-04'], isWhole: true };
const takenBack: LinksElsewhere = { days: [], isWhole: false };

async function open() {
  const store = openMemory();
  await store.partners.write(tenant, [create(partner)]);
  await store.people.write(tenant, [create(linked), create({ ...linked, id: 'bo' })]);
  return store;
}

async function apply(store: MemoryStore, links: LinksElsewhere, policies: Policies = standardPolicies) {
  const people = (await listAll(store.people, tenant)).map(({ value }) => value);
  const onboardings = new Map((await listAll(store.onboardings, tenant)).map(({ value }) => [value.person, value]));
  const known: NoticeFacts = {
    programme,
    partner,
    facts: { market: 'developed', people, figures: [], policies },
    onboardings,
  };
  const before = store.requests.length;
  const isChanged = await applyLinkConflicts(known, new Map([['ana', links]]), {
    store,
    programmes,
    now: () => friday,
  });
  const writes = store.requests.slice(before).filter(({ operation }) => operation === 'write');
  return {
    isChanged,
    written: writes.map(({ noun }) => noun).filter((noun) => noun === 'person' || noun === 'onboarding'),
  };
}

async function kept(store: MemoryStore) {
  const steps = (await store.onboardings.get(tenant, 'ana'))?.value.steps ?? [];
  return {
    on: (await store.people.get(tenant, 'ana'))?.value.linkedElsewhereOn,
    steps: steps.map(({ kind, by }) => `${kind} by ${by.kind}`),
  };
}

it('records a newer link of one person, the step before the fact', async () => {
  const store = await open();

  expect(await apply(store, newer)).toEqual({ isChanged: true, written: ['onboarding', 'person'] });
  expect(await kept(store)).toEqual({ on: '2018-06-04', steps: ['linked-elsewhere by elsewhere'] });
  expect((await store.people.get(tenant, 'bo'))?.value.linkedElsewhereOn).toBeUndefined();
});

it('writes nothing when it is recorded already', async () => {
  const store = await open();
  await apply(store, newer);

  expect(await apply(store, newer)).toEqual({ isChanged: false, written: [] });
});

it('takes back what the other organisation has taken back, the fact before the step', async () => {
  const store = await open();
  await apply(store, newer);

  expect(await apply(store, takenBack)).toEqual({ isChanged: true, written: ['person', 'onboarding'] });
  expect(await kept(store)).toEqual({
    on: undefined,
    steps: ['linked-elsewhere by elsewhere', 'still-linked by elsewhere'],
  });
});

it('completes the fact where only the step was written before a crash', async () => {
  const store = await open();
  const step = {
    kind: 'linked-elsewhere',
    on: '2018-06-04',
    at: '2018-06-05T00:00:00Z',
    by: { kind: 'elsewhere' },
  } as const;
  await store.onboardings.write(tenant, [create({ person: 'ana', steps: [step] })]);

  expect(await apply(store, newer)).toEqual({ isChanged: true, written: ['person'] });
  expect(await kept(store)).toEqual({ on: '2018-06-04', steps: ['linked-elsewhere by elsewhere'] });
});

it('completes the step where only the fact was taken back before a crash', async () => {
  const store = await open();
  await apply(store, newer);
  const { version } = (await store.people.get(tenant, 'ana'))!;
  await store.people.write(tenant, [{ kind: 'replace', value: linked, version }]);

  expect(await apply(store, takenBack)).toEqual({ isChanged: true, written: ['onboarding'] });
});

it('records nothing where the programme only tells of a link elsewhere', async () => {
  const store = await open();

  expect(await apply(store, newer, { ...standardPolicies, linkElsewhere: 'told' })).toEqual({
    isChanged: false,
    written: [],
  });
});
