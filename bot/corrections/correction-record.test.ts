/** Corrections in a store: made once however often they are confirmed, never over somebody else's change, and taken back. */
import { sourceOf, undoableFor, type FactChange } from '../../domain/partner/correction';
import { noIdentifiers, type Person } from '../../domain/partner/person';
import type { Store } from '../../domain/ports';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory, type MemoryStore, type StoreFault } from '../../infra/memory/store';
import type { Ask } from '../context/turn-request';
import { correctionIdOf, isUndoable, ownCorrections, record, recordedBefore, undo } from './correction-record';
import type { World } from '../context/app-services';

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
  return { store, version, world: { store, programmes, now } as unknown as World };
}

const by = (aadObjectId: string, now = Date.parse('2018-06-01T09:00:00Z')) =>
  ({ tenant, user: { aadObjectId }, now }) as unknown as Ask;
const ana = by('ana');
const leftOn = async (store: Store) => (await store.people.get(tenant, 'p1'))?.value.leftOn;

it('records a fact together with itself', async () => {
  const { store, version, world } = await stage();

  const correction = await record({ id: 'c1', change: leaves, version }, ana, world);

  expect(correction).toEqual({ id: 'c1', by: 'ana', at: '2018-06-01T09:00:00.000Z', change: leaves });
  expect((await store.corrections.get(tenant, 'c1'))?.value).toEqual(correction);
  expect(await leftOn(store)).toBe('2018-06-01');
  expect(await recordedBefore('c1', ana, world)).toEqual(correction);
});

it('records once of presses at the same moment, and tells each the same', async () => {
  const { store, version, world } = await stage();

  const told = await Promise.all([1, 2, 3].map(() => record({ id: 'c1', change: leaves, version }, ana, world)));

  expect(told.map((one) => one?.id)).toEqual(['c1', 'c1', 'c1']);
  expect(await ownCorrections(ana, world)).toHaveLength(1);
  expect(await leftOn(store)).toBe('2018-06-01');
});

it('completes what a crash has left half done', async () => {
  const { store, version, world } = await stage();
  const half = { id: 'c1', by: 'ana', at: '2018-06-01T09:00:00.000Z', change: leaves };
  await store.corrections.write(tenant, [{ kind: 'create', value: half }]);

  expect(await recordedBefore('c1', ana, world)).toBeUndefined();
  expect(await record({ id: 'c1', change: leaves, version }, ana, world)).toEqual(half);
  expect(await leftOn(store)).toBe('2018-06-01');
});

it('records nothing over what somebody else has changed since', async () => {
  const { store, version, world } = await stage();
  await store.people.write(tenant, [{ kind: 'replace', value: { ...person, name: 'Ana Maria' }, version }]);

  expect(await record({ id: 'c1', change: leaves, version }, ana, world)).toBeUndefined();
  expect(await leftOn(store)).toBeUndefined();
  expect(await ownCorrections(ana, world)).toEqual([]);
});

it.each([
  ['a person', leaves],
  ['a figure', revenue],
  ['an override', granted],
])('takes back what it changed about %s', async (_, change) => {
  const { store, version, world } = await stage();
  await record({ id: 'c1', change, version: change.kind === 'left' ? version : '' }, ana, world);
  const [kept] = await ownCorrections(ana, world);

  expect(await undo(kept!, ana, world)).toBe(true);
  expect(await leftOn(store)).toBeUndefined();
  expect(await store.figures.get(tenant, 'revenue')).toBeUndefined();
  expect((await store.partners.get(tenant, tenant))?.value.overrides).toBeUndefined();
  expect(await ownCorrections(ana, world)).toEqual([]);
  expect(await undo(kept!, ana, world)).toBe(false);
});

it('leaves alone what somebody else has changed since', async () => {
  const { store, version, world } = await stage();
  await record({ id: 'c1', change: leaves, version }, ana, world);
  const later = (await store.people.get(tenant, 'p1'))!;
  const value = { ...later.value, leftOn: '2018-07-01' };
  await store.people.write(tenant, [{ kind: 'replace', value, version: later.version }]);
  const [kept] = await ownCorrections(ana, world);

  expect(await undo(kept!, ana, world)).toBe(false);
  expect(await leftOn(store)).toBe('2018-07-01');
});

it('shows each admin only their own corrections, for a day', async () => {
  const { version, world } = await stage();
  const correction = (await record({ id: 'c1', change: leaves, version }, ana, world))!;

  expect(await ownCorrections(by('boris'), world)).toEqual([]);
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
  const { store, world } = await stage();
  await record({ id: 'c3', change: granted, version: '' }, ana, world);
  const { version } = (await store.partners.get(tenant, tenant))!;
  const { after: before } = granted;
  const overridesNow = async () => (await store.partners.get(tenant, tenant))?.value.overrides;
  expect(await overridesNow()).toEqual([before]);

  await record({ id: 'c4', change: { kind: 'override', competency: 'devops', before: before! }, version }, ana, world);
  expect(await overridesNow()).toBeUndefined();

  const kept = (await ownCorrections(ana, world)).find(({ value }) => value.id === 'c4');
  expect(await undo(kept!, ana, world)).toBe(true);
  expect(await overridesNow()).toEqual([before]);
});
