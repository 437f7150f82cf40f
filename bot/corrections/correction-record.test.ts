/** Corrections in a store: made once however often they are confirmed, never over somebody else's change, and taken back. */
import { sourceOf, undoableFor, type FactChange } from '../../domain/partner/correction';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { Store } from '../../domain/ports';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory, type MemoryStore, type StoreFault } from '../../infra/memory/store';
import type { TurnRequest } from '../context/turn-request';
import {
  correctionIdOf,
  isUndoable,
  ownCorrections,
  recordCorrection,
  recordedBefore,
  takeBackCorrection,
} from './correction-record';
import type { AppServices } from '../context/app-services';

const tenant = 't1';
const programme = builtInProgramme('competencies');
const programmes = new Map([[programme.id, programme]]);
const person: Person = { id: 'p1', name: 'Ana', identifiers: noIdentifiers, achievements: [] };
const leaves: FactChange = { kind: 'left', person: 'p1', after: '2018-06-01' };
const revenue: FactChange = {
  kind: 'figure',
  after: { metric: 'revenue', value: 5, asOf: '2018-06-01', source: sourceOf('c2') },
};

const granted: FactChange = {
  kind: 'override',
  competency: 'devops',
  after: { competency: 'devops', level: 'gold', from: '2018-06-01', until: '2018-08-31', source: sourceOf('c3') },
};

async function stage(fault?: StoreFault) {
  const store: MemoryStore = openMemory(fault);
  await store.people.write(tenant, [{ kind: 'create', value: person }]);
  const { version } = (await store.people.get(tenant, 'p1'))!;
  const now = () => Date.parse('2018-06-01T09:00:00Z');
  return { store, version, services: { store, programmes, now } as unknown as AppServices };
}

const by = (aadObjectId: string, now = Date.parse('2018-06-01T09:00:00Z')) =>
  ({ tenant, user: { aadObjectId }, now }) as unknown as TurnRequest;
const ana = by('ana');
const leftOn = async (store: Store) => (await store.people.get(tenant, 'p1'))?.value.leftOn;

it('records a fact together with itself', async () => {
  const { store, version, services } = await stage();

  const correction = await recordCorrection({ id: 'c1', change: leaves, version }, ana, services);

  expect(correction).toEqual({ id: 'c1', by: 'ana', at: '2018-06-01T09:00:00.000Z', change: leaves });
  expect((await store.corrections.get(tenant, 'c1'))?.value).toEqual(correction);
  expect(await leftOn(store)).toBe('2018-06-01');
  expect(await recordedBefore('c1', ana, services)).toEqual(correction);
});

it('records once of presses at the same moment, and tells each the same', async () => {
  const { store, version, services } = await stage();

  const told = await Promise.all(
    [1, 2, 3].map(() => recordCorrection({ id: 'c1', change: leaves, version }, ana, services)),
  );

  expect(told.map((one) => one?.id)).toEqual(['c1', 'c1', 'c1']);
  expect(await ownCorrections(ana, services)).toHaveLength(1);
  expect(await leftOn(store)).toBe('2018-06-01');
});

it('completes what a crash has left half done', async () => {
  const { store, version, services } = await stage();
  const half = { id: 'c1', by: 'ana', at: '2018-06-01T09:00:00.000Z', change: leaves };
  await store.corrections.write(tenant, [{ kind: 'create', value: half }]);

  expect(await recordedBefore('c1', ana, services)).toBeUndefined();
  expect(await recordCorrection({ id: 'c1', change: leaves, version }, ana, services)).toEqual(half);
  expect(await leftOn(store)).toBe('2018-06-01');
});

it('records nothing over what somebody else has changed since', async () => {
  const { store, version, services } = await stage();
  await store.people.write(tenant, [{ kind: 'replace', value: { ...person, name: 'Ana Maria' }, version }]);

  expect(await recordCorrection({ id: 'c1', change: leaves, version }, ana, services)).toBeUndefined();
  expect(await leftOn(store)).toBeUndefined();
  expect(await ownCorrections(ana, services)).toEqual([]);
});

it.each([
  ['a person', leaves],
  ['a figure', revenue],
  ['an override', granted],
])('takes back what it changed about %s', async (_, change) => {
  const { store, version, services } = await stage();
  await recordCorrection({ id: 'c1', change, version: change.kind === 'left' ? version : '' }, ana, services);
  const [kept] = await ownCorrections(ana, services);

  expect(await takeBackCorrection(kept!, ana, services)).toBe(true);
  expect(await leftOn(store)).toBeUndefined();
  expect(await store.figures.get(tenant, 'revenue')).toBeUndefined();
  expect((await store.partners.get(tenant, tenant))?.value.overrides).toBeUndefined();
  expect(await ownCorrections(ana, services)).toEqual([]);
  expect(await takeBackCorrection(kept!, ana, services)).toBe(false);
});

it('leaves alone what somebody else has changed since', async () => {
  const { store, version, services } = await stage();
  await recordCorrection({ id: 'c1', change: leaves, version }, ana, services);
  const later = (await store.people.get(tenant, 'p1'))!;
  const value = { ...later.value, leftOn: '2018-07-01' };
  await store.people.write(tenant, [{ kind: 'replace', value, version: later.version }]);
  const [kept] = await ownCorrections(ana, services);

  expect(await takeBackCorrection(kept!, ana, services)).toBe(false);
  expect(await leftOn(store)).toBe('2018-07-01');
});

it('shows each admin only their own corrections, for a day', async () => {
  const { version, services } = await stage();
  const correction = (await recordCorrection({ id: 'c1', change: leaves, version }, ana, services))!;

  expect(await ownCorrections(by('boris'), services)).toEqual([]);
  expect(isUndoable(correction, by('ana', ana.now + undoableFor))).toBe(true);
  expect(isUndoable(correction, by('ana', ana.now + undoableFor + 1))).toBe(false);
});

it('gives the same id to the same button and another to every other one', () => {
  const left = { ask: 'left', person: 'p1', on: '2018-06-01' } as const;
  const confirm = { version: 'v1', at: 1 };
  const ids = [
    correctionIdOf(left, confirm),
    correctionIdOf({ ...left, on: '2018-06-02' }, confirm),
    correctionIdOf({ ...left, person: 'p2' }, confirm),
    correctionIdOf(left, { ...confirm, version: 'v2' }),
    correctionIdOf(left, { ...confirm, at: 2 }),
  ];

  expect(new Set(ids).size).toBe(ids.length);
  expect(correctionIdOf({ on: '2018-06-01', person: 'p1', ask: 'left', confirm }, confirm)).toBe(ids[0]);
});

it('takes an override away, and gives it back', async () => {
  const { store, services } = await stage();
  await recordCorrection({ id: 'c3', change: granted, version: '' }, ana, services);
  const { version } = (await store.partners.get(tenant, tenant))!;
  const { after: before } = granted;
  const overridesNow = async () => (await store.partners.get(tenant, tenant))?.value.overrides;
  expect(await overridesNow()).toEqual([before]);

  await recordCorrection(
    { id: 'c4', change: { kind: 'override', competency: 'devops', before: before! }, version },
    ana,
    services,
  );
  expect(await overridesNow()).toBeUndefined();

  const kept = (await ownCorrections(ana, services)).find(({ value }) => value.id === 'c4');
  expect(await takeBackCorrection(kept!, ana, services)).toBe(true);
  expect(await overridesNow()).toEqual([before]);
});
