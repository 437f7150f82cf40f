/** What is exported, an empty partner imports again: the same facts, and a second time nothing changes. */
import fc from 'fast-check';
import { text } from '../../cards/text';
import { inOrder } from '../../domain/partner/people/person';
import type { Figure } from '../../domain/partner/figure';
import type { Partner } from '../../domain/partner/partner';
import { identifierKinds, type Person } from '../../domain/partner/people/person';
import type { Repository } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import type { ExportedText } from '../../domain/imports/exported-file';
import { exportedFiles } from '../../infra/export/exported-files';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import { importFile } from './import-file';
import { importJson } from '../cli/import-json';
import { programme, tenant } from '../partner/standing-cache.case';

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '=1+1',
      "'=1",
      "''@x",
      '-Ana',
      '+7',
      '@home',
      'a,"b"',
      'O’Neil',
      "'quoted'",
      '王小明',
      '=HYPERLINK("x")',
    ),
  )
  .map((some) => some.replace(/[\p{C}\ufffd]/gu, '').trim())
  .filter((some) => some !== '');
/** What a list says where there is none is no name of an office. */
const placeName = words.map((some) => some.replace(/\s+/gu, ' ')).filter((some) => !/^[-\u2010-\u2015]$/.test(some));
const day = fc.constantFrom('2017-01-01', '2017-06-30', '2018-02-28', '2018-12-12');
const achievement = fc.record(
  {
    title: words,
    completedOn: day,
    activityId: fc.constantFrom('7', '=8'),
    expiresOn: fc.constant('2030-01-01'),
    source: fc.constant('s'),
  },
  { requiredKeys: ['title', 'completedOn', 'source'] },
);
const signs = fc.record({ corp: fc.nat(2), mcp: fc.nat(2), mails: fc.nat(3), users: fc.nat(2) });
const dates = fc.record(
  { accountOn: day, linkedOn: day, leftOn: day, linkedElsewhereOn: day, accountDeletedOn: day },
  { requiredKeys: [] },
);
const several = (count: number, one: (at: number) => string) => Array.from({ length: count }, (_, at) => one(at));

const places = fc.record({ office: placeName, team: placeName, above: fc.nat() }, { requiredKeys: [] });

/** The first sign of the strongest kind, by which an import keeps a manager. */
function signOf({ identifiers }: Pick<Person, 'identifiers'>): string {
  return identifierKinds.flatMap((kind) => identifiers[kind])[0]!;
}

/** Each has another of them as manager, also in circles. */
function withManagers(all: readonly (Person & { readonly above?: number })[]): readonly Person[] {
  return all.map(({ above, ...person }, index) => {
    const manager = above === undefined ? undefined : all[above % all.length]!;
    return manager === undefined || manager === all[index] ? person : { ...person, manager: signOf(manager) };
  });
}

/** Two signs of a kind only ever come together by one of another kind, so there is always one that a person has once. */
const people: fc.Arbitrary<readonly Person[]> = fc
  .array(fc.record({ name: words, signs, dates, places, achievements: fc.array(achievement, { maxLength: 4 }) }), {
    maxLength: 5,
  })
  .map((all) =>
    all.map(({ name, signs: { corp, mcp, mails, users }, dates: known, places: where, achievements }, index) => ({
      id: `p${index}`,
      name,
      identifiers: {
        corpEmail: several(corp, (at) => `p${index}.${at}@fernhollow.example`),
        mcpId: several([1, mcp, Math.max(mcp, 1)][corp]!, (at) => `${index + 1}000${at}`),
        email: several(mails, (at) => `p${index}.${at}@home.example`),
        aadUserId: several(users, (at) => `7d6f0a52-9f5e-4a6b-8a51-2f4f3f0c${index}00${at}`),
      },
      ...known,
      ...where,
      achievements: [...new Map(achievements.map((one) => [one.completedOn, one])).values()],
    })),
  )
  .map(withManagers);

const figures: fc.Arbitrary<readonly Figure[]> = fc
  .uniqueArray(fc.constantFrom(...programme.metrics), { maxLength: 4 })
  .chain((metrics) =>
    fc.tuple(
      ...metrics.map(({ id: metric, unit }) => {
        const isWhole = ['customers', 'seats', 'users'].includes(unit);
        const amount = isWhole ? fc.nat() : fc.oneof(fc.nat(), fc.constantFrom(0.5, 1.125, 1234.567, 20_000.25, 1e21));
        const value: fc.Arbitrary<number | boolean> = unit === 'yes-no' ? fc.boolean() : amount;
        return fc.record({ metric: fc.constant(metric), value, asOf: day, source: fc.constant('s') });
      }),
    ),
  );

const partner: fc.Arbitrary<Partner> = fc.record(
  {
    tenant: fc.constant(tenant),
    name: words,
    programme: fc.constant(programme.id),
    market: fc.constantFrom('developed', 'developing'),
    costs: fc.constant([
      { vouchers: 5, enteredOn: '2018-02-14', source: 'by-hand 1' },
      {
        credential: programme.credentials[0]!.id,
        fee: { units: 16_550, currency: 'USD' },
        enteredOn: '2018-02-14',
        source: 'by-hand 1',
      },
    ]),
    membership: fc.constant({ level: 'gold', boughtOn: '2018-02-14', renewedOn: ['2019-02-14'] }),
    policies: fc.dictionary(fc.constantFrom('countingDelay', 'orBranchMixing'), fc.constantFrom(24, true, 'x')),
    admins: fc.constant([]),
    shown: fc.constantFrom(
      [],
      [{ competency: programme.competencies[0]!.id, level: 'gold', status: 'active' as const }],
    ),
  },
  { requiredKeys: ['tenant', 'name', 'programme', 'market', 'policies', 'admins', 'shown'] },
);

async function all<T>(repository: Repository<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const { value } of repository.list(tenant)) found.push(value);
  return found;
}

/** Everything but where it came from and under which id a person is kept. */
async function factsIn(store: Store): Promise<unknown> {
  const bare = ({ id: _, identifiers, achievements, ...person }: Person) => ({
    ...person,
    identifiers: identifierKinds.map((kind) => [...identifiers[kind]].sort()),
    achievements: [...achievements].sort(inOrder).map(({ source: __, ...one }) => one),
  });
  const sorted = (values: readonly unknown[]) =>
    values.map((one) => JSON.stringify(one, Object.keys(flat(one)).sort())).sort();
  return {
    people: sorted((await all(store.people)).map(bare)),
    figures: sorted((await all(store.figures)).map(({ source: _, ...figure }) => figure)),
    partner: (await store.partners.get(tenant, tenant))?.value,
  };
}

/** Every field that occurs, for an order of fields that is always the same. */
function flat(value: unknown): Record<string, true> {
  if (Array.isArray(value)) return Object.assign({}, ...value.map(flat)) as Record<string, true>;
  if (typeof value !== 'object' || value === null) return {};
  const own = Object.fromEntries(Object.keys(value).map((key) => [key, true as const]));
  return Object.assign(own, flat(Object.values(value)));
}

async function importAll(from: Store, to: Store, at: number) {
  const deps = { store: to, read: readImport, programmes: new Map([[programme.id, programme]]), now: () => at };
  const outcomes = [];
  const isRead = ({ about }: ExportedText) =>
    about !== 'onboarding' && about !== 'states' && about !== 'audit' && about !== 'history';
  for (const file of exportedFiles(from, tenant, deps).filter(isRead)) {
    const pieces: string[] = [];
    for await (const piece of file.content()) pieces.push(piece);
    const bytes = Buffer.from(pieces.join(''));
    const result = await importFile(deps, { tenant, file: fileOf(file.name, bytes), by: 'admin', dry: false });
    if ('refused' in result) throw new Error(JSON.stringify(result));
    outcomes.push(importJson(result, text('en')));
  }
  return outcomes;
}

const create = <T>(value: T) => ({ kind: 'create', value }) as const;
const none = expect.objectContaining({ rejected: [] });

it('an empty partner has the same facts after importing what was exported, and nothing changes the second time', async () => {
  await fc.assert(
    fc.asyncProperty(people, figures, partner, async (persons, numbers, company) => {
      const from = openMemory();
      await from.people.write(tenant, persons.map(create));
      await from.figures.write(tenant, numbers.map(create));
      await from.partners.write(tenant, [create(company)]);
      const to = openMemory();

      expect(await importAll(from, to, 1_600_000_000_000)).toEqual([none, none, none, none]);
      expect(await factsIn(to)).toEqual(await factsIn(from));

      const before = await factsIn(to);
      const again = await importAll(from, to, 1_600_000_001_000);
      expect(again.map(({ people: { new: fresh, changed } }) => fresh + changed)).toEqual([0, 0, 0, 0]);
      expect(again.map(({ achievements }) => achievements.new)).toEqual([0, 0, 0, 0]);
      expect(await factsIn(to)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});
