/** What an import changes is planned from one look at the rows, and what another writer changed since is left to them. */
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { Figure } from '../../domain/partner/figure';
import type { ImportedFacts, IncomingPerson } from '../../domain/imports/incoming';
import { openMemory, type MemoryStore } from '../../infra/memory/store';
import { create, tenant } from '../alerts/at-risk.case';
import { planImportChanges, type ImportChanges } from './import-changes';
import { performImportChanges } from './import-writer';

const row = (identifiers: Partial<IncomingPerson['identifiers']>, name = ''): IncomingPerson => ({
  line: 2,
  name,
  dates: {},
  achievements: [],
  identifiers: { ...noIdentifiers, ...identifiers },
});
const kept = (id: string, identifiers: Partial<Person['identifiers']>): Person => ({
  id,
  name: id,
  identifiers: { ...noIdentifiers, ...identifiers },
  achievements: [],
});
const peopleFile = (...people: readonly IncomingPerson[]): ImportedFacts =>
  ({ kind: 'people', people }) as unknown as ImportedFacts;
const figureFile = (value: number): ImportedFacts =>
  ({ kind: 'figures', figures: [{ line: 2, metric: 'seats', value, asOf: '2018-06-01' }] }) as unknown as ImportedFacts;
const seats = (value: number): Figure => ({ metric: 'seats', value, asOf: '2018-05-01', source: 'earlier' });

const plan = (store: MemoryStore, facts: ImportedFacts): Promise<ImportChanges> =>
  planImportChanges(facts, { store, tenant, programme: 'test', source: 'import' });

async function idsIn(store: MemoryStore): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { value } of store.people.list(tenant)) ids.push(value.id);
  return ids.sort();
}

/** Somebody else writes the person between the look and the writing. */
async function overtake(store: MemoryStore, id: string): Promise<void> {
  const { value, version } = (await store.people.get(tenant, id))!;
  await store.people.write(tenant, [{ kind: 'replace', value: { ...value, name: 'overtaken' }, version }]);
}

describe('two rows that turn out to be one person', () => {
  const file = peopleFile(row({ corpEmail: ['a@b.c'], mcpId: ['1'] }));
  async function planned(): Promise<{ store: MemoryStore; changes: ImportChanges }> {
    const store = openMemory();
    await store.people.write(
      tenant,
      [kept('address', { corpEmail: ['a@b.c'] }), kept('profile', { mcpId: ['1'] })].map(create),
    );
    return { store, changes: await plan(store, file) };
  }

  it('become one, and both are noted as touched', async () => {
    const { store, changes } = await planned();

    expect(changes.touches.map(({ id }) => id)).toEqual(['address', 'profile']);
    expect(await performImportChanges(store, tenant, changes)).toMatchObject({ new: [], changed: ['address'] });
    expect(await idsIn(store)).toEqual(['address']);
  });

  it('both stay where the one that was to hold everything was changed meanwhile', async () => {
    const { store, changes } = await planned();
    await overtake(store, 'address');

    expect(await performImportChanges(store, tenant, changes)).toEqual({
      new: [],
      changed: [],
      newAchievements: 0,
      removedAchievements: 0,
    });
    expect(await idsIn(store)).toEqual(['address', 'profile']);
    expect((await store.people.get(tenant, 'address'))?.value.name).toBe('overtaken');
  });
});

it('wants nothing any more once everything is written', async () => {
  const store = openMemory();
  const file = peopleFile(row({ mcpId: ['1'] }, 'Ana'), row({ mcpId: ['2'] }, 'Bo'));
  const first = await plan(store, file);
  const written = await performImportChanges(store, tenant, first);
  const again = await plan(store, file);

  expect(written).toEqual(first.wanted);
  expect(written.new).toHaveLength(2);
  expect(again).toMatchObject({ wanted: { new: [], changed: [] }, items: 2, touches: [] });
});

it('writes many people, all of them', async () => {
  const store = openMemory();
  const rows = Array.from({ length: 1_201 }, (_, index) => row({ mcpId: [`${index}`] }, `Person ${index}`));
  const changes = await plan(store, peopleFile(...rows));

  expect((await performImportChanges(store, tenant, changes)).new).toHaveLength(1_201);
  expect(await idsIn(store)).toHaveLength(1_201);
});

it.each<[string, boolean, readonly string[], number]>([
  ['is written where nobody was faster', false, ['seats'], 12],
  ['is left where somebody was faster', true, [], 99],
])('a figure %s', async (_, isOvertaken, changed, value) => {
  const store = openMemory();
  await store.figures.write(tenant, [create(seats(10))]);
  const changes = await plan(store, figureFile(12));
  const { version } = (await store.figures.get(tenant, 'seats'))!;
  if (isOvertaken) await store.figures.write(tenant, [{ kind: 'replace', value: seats(99), version }]);

  expect(changes.wanted.changed).toEqual(['seats']);
  expect(await performImportChanges(store, tenant, changes)).toMatchObject({ new: [], changed });
  expect((await store.figures.get(tenant, 'seats'))?.value.value).toBe(value);
});

it.each([
  ['is written where nobody was faster', false, ['devops gold']],
  ['is left where somebody was faster', true, []],
])('what Partner Center shows %s', async (_, isOvertaken, expected) => {
  const store = openMemory();
  const shown = [{ competency: 'devops', level: 'gold', status: 'active' }] as const;
  const changes = await plan(store, { kind: 'competency-summary', shown } as unknown as ImportedFacts);
  const other = { ...(changes.touches[0] as { readonly before: { readonly tenant: string } }).before, name: 'Faster' };
  if (isOvertaken) await store.partners.write(tenant, [create(other as never)]);

  expect(changes.wanted.new).toEqual(['devops gold']);
  expect((await performImportChanges(store, tenant, changes)).new).toEqual(expected);
});
