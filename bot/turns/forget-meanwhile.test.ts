/** A person who is forgotten while an import writes, or is taken back, stays forgotten, at whatever step of the one the other comes. */
import { emptyPartner } from '../../domain/partner/partner';
import { noIdentifiers } from '../../domain/partner/people/person';
import type { Store } from '../../domain/ports';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import { openOnAzurite, type OnAzurite } from '../../infra/tables/azurite.case';
import type { AppServices } from '../context/app-services';
import { forgetPerson } from '../erasure/forgetting';
import { importFile } from '../imports/import-file';
import { importToUndo, takeBackImport } from '../imports/import-undo';
import { noon, programme, worldOf } from '../partner/standing-cache.case';
import { loadSubject } from '../partner/subject';
import { interrupted } from '../store/interrupted-store.case';
import { listValues } from '../store/row-list';
import { wholeStore } from '../store/whole-store.case';

const signs = ['Zoe', 'zoe@fern.example', '9911991'];
const header = 'IndividualFirstName,IndividualLastName,CorpEmail,MCPID,TrainingTitle,TrainingCompletionDate';
const ana = 'Ana,Souza,ana@fern.example,77,70-532,2020-05-01';
const first = [header, ana, 'Zoe,Quist,zoe@fern.example,9911991,70-532,2020-05-01', ''].join('\r\n');
const second = [first, 'Zoe,Quist,zoe@fern.example,9911991,70-533,2020-06-01', '']
  .join('\r\n')
  .replaceAll('\r\n\r\n', '\r\n');

/** Laurel, and the partner that all of this happens to. */
interface World extends AppServices {
  readonly tenant: string;
}

function importText({ tenant, ...services }: World, csv: string) {
  const file = fileOf('trainings.csv', Buffer.from(csv));
  return importFile({ ...services, read: readImport }, { tenant, file, by: 'boss', dry: false });
}

async function forgetZoe({ tenant, ...services }: World): Promise<void> {
  const person = (await listValues(services.store.people, tenant)).find(({ name }) => name === 'Zoe Quist');
  if (!person) return;
  await forgetPerson(tenant, await loadSubject(tenant, { person }, services.store), { ...services, by: 'boss' });
}

async function takeBack({ tenant, ...services }: World): Promise<void> {
  const kept = await importToUndo(services, tenant, undefined);
  if (kept) await takeBackImport({ ...services, read: readImport }, tenant, kept);
}

/** Each is what was there before, what runs, and what runs at one step of it. */
const meetings: readonly {
  readonly name: string;
  readonly before: readonly string[];
  readonly runs: (world: World) => Promise<unknown>;
  readonly meanwhile: (world: World) => Promise<unknown>;
}[] = [
  {
    name: 'an import changes her record',
    before: [first],
    runs: (world) => importText(world, second),
    meanwhile: forgetZoe,
  },
  {
    name: 'an import creates her record, which another has created and which was forgotten',
    before: [],
    runs: (world) => importText(world, second),
    meanwhile: async (world) => {
      await importText(world, first);
      await forgetZoe(world);
    },
  },
  { name: 'an import is taken back', before: [first, second], runs: takeBack, meanwhile: forgetZoe },
  {
    name: 'she is forgotten, and an import comes',
    before: [first],
    runs: forgetZoe,
    meanwhile: (world) => importText(world, second),
  },
  {
    name: 'she is forgotten, and an import is taken back',
    before: [first, second],
    runs: forgetZoe,
    meanwhile: takeBack,
  },
];

/** Whether the step was reached, and what of her is in the store afterwards; each meeting has a partner of its own. */
async function meet({ name, before, runs, meanwhile }: (typeof meetings)[number], store: Store, at: number) {
  const tenant = `${name} at ${at}`;
  const world = (minutes: number): World => ({ ...worldOf(store, { now: () => noon + 60_000 * minutes }), tenant });
  await store.partners.write(tenant, [{ kind: 'create', value: emptyPartner(tenant, programme.id) }]);
  for (const [index, csv] of before.entries()) await importText(world(index - before.length), csv);
  const between = interrupted(store, async (request) => request === at && meanwhile(world(0)));
  await runs({ ...world(0), store: between.store });
  await importText(world(1), first);
  const kept = await wholeStore(store, tenant);
  return {
    wasReached: between.asked() > at,
    left: signs.filter((sign) => kept.includes(sign)),
    hasAna: kept.includes('Ana Souza'),
  };
}

it.each(meetings)('in memory, at every step: $name', async (meeting) => {
  let at = 0;
  for (let isMore = true; isMore; at += 1) {
    const { wasReached, left, hasAna } = await meet(meeting, openMemory(), at);
    isMore = wasReached;
    if (wasReached) expect({ at, left, hasAna }).toEqual({ at, left: [], hasAna: true });
  }
  expect(at).toBeGreaterThan(10);
});

describe('in tables, at some steps', () => {
  let azurite: OnAzurite;

  beforeAll(async () => {
    azurite = await openOnAzurite();
  });

  afterAll(() => azurite.close());

  it.each(meetings)('$name', async (meeting) => {
    for (const at of [2, 5, 8, 11, 14]) {
      const { wasReached, left, hasAna } = await meet(meeting, azurite.store, at);
      if (wasReached) expect({ at, left, hasAna }).toEqual({ at, left: [], hasAna: true });
    }
  });
});

it('a record that came between the look at her data and the mark goes too', async () => {
  const tenant = 'fern';
  const services = worldOf(openMemory());
  const account = 'aad0aad0-0000-4000-8000-00000000ab1e';
  const subject = await loadSubject(tenant, { account }, services.store);
  const identifiers = { ...noIdentifiers, aadUserId: [account], corpEmail: ['zoe@fern.example'] };
  const value = { id: 'late', name: 'Zoe Quist', identifiers, achievements: [] };
  await services.store.people.write(tenant, [{ kind: 'create', value }]);
  await forgetPerson(tenant, subject, services);

  expect(await listValues(services.store.people, tenant)).toEqual([]);
});
