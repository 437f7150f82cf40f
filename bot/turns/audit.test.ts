/** The audit trail: what is recorded, before what, and who is shown it. */
import { plainText } from '../../cards/elements/plain-text';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { AuditEntry } from '../../domain/partner/audit-entry';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory, type MemoryStore } from '../../infra/memory/store';
import { exportedFiles } from '../../infra/export/exported-files';
import { answerIn, askBy, noon, tenant, worldOf } from '../partner/standing-cache.case';
import { purgeAudit } from '../store/audit-list';
import { listValues } from '../store/row-list';
import { replyTo } from './turn';

const chen: Person = { id: 'p1', name: 'Chen Wei', identifiers: noIdentifiers, achievements: [] };

async function storeWithChen(fault?: Parameters<typeof openMemory>[0]): Promise<MemoryStore> {
  const store = openMemory(fault);
  await store.people.write(tenant, [{ kind: 'create', value: chen }]);
  return store;
}

async function deedsIn(store: MemoryStore): Promise<readonly string[]> {
  return (await listValues(store.audit, tenant)).map(({ act, about, by }) => `${act} ${about} ${by}`);
}

it.each([
  ['people', 'boss', ['people-read people boss']],
  ['person Chen Wei', 'boss', ['people-read person boss']],
  ['key people', 'boss', ['people-read key-people boss']],
  ['who holds 70-532', 'boss', ['people-read who-holds boss']],
  ['my record', 'boss', []],
  ['people', 'employee', []],
  ['who holds 70-532', 'employee', []],
  ['progress', 'boss', []],
])('of “%s” by %s it records %j', async (said, user, deeds) => {
  const store = await storeWithChen();
  await answerIn(worldOf(store), said, user);

  expect(await deedsIn(store)).toEqual(deeds);
});

it.each([
  ['figure azure consumption 5', 'corrected figure boss', 'figures'],
  ['left Chen Wei 2021-01-15', 'corrected left boss', 'people'],
  ['override devops gold until 30 Sep 2021', 'overridden override boss', 'partners'],
  ['membership gold 2 Apr 2020', 'corrected membership boss', 'partners'],
])('“%s” is recorded before it is written, and not when it is only previewed', async (said, deed, noun) => {
  const store = await storeWithChen();
  const services = worldOf(store, { programmes: new Map([['competencies', builtInProgramme('competencies')]]) });
  const preview = await answerIn(services, said);
  const previewed = await deedsIn(store);
  await replyTo({ pressed: preview.card.actions?.[0] }, askBy('boss'), services);

  const nouns = store.requests.filter(({ operation }) => operation === 'write').map((one) => one.noun);
  expect(previewed).toEqual([]);
  expect(await deedsIn(store)).toEqual([deed]);
  expect(nouns.indexOf('audit')).toBeGreaterThan(-1);
  expect(nouns.lastIndexOf({ figures: 'figure', people: 'person', partners: 'partner' }[noun])).toBeGreaterThan(
    nouns.indexOf('audit'),
  );
});

it('is never in the way of an answer, and a write that it cannot record is not made', async () => {
  const store = await storeWithChen(({ noun, operation }) =>
    noun === 'audit' && operation === 'write' ? new Error('made to fail') : undefined,
  );
  const services = worldOf(store);
  const reading = await answerIn(services, 'people');
  const preview = await answerIn(services, 'left Chen Wei 2021-01-15');
  const writing = await replyTo({ pressed: preview.card.actions?.[0] }, askBy('boss'), services);

  expect([reading.name, writing.name]).toEqual(['people', 'store-unavailable']);
  expect((await store.people.get(tenant, 'p1'))?.value).toEqual(chen);
});

it('records the first person who becomes the admin by writing', async () => {
  const store = openMemory();
  await answerIn(worldOf(store, { access: { tenants: 'any', firstAdmins: 'first-speaker' } }), 'progress', 'ana');

  expect(await deedsIn(store)).toEqual(['admin-granted first-speaker ana']);
});

const entry = (id: string, at: string, by: string): AuditEntry => ({
  id: `${at} ${id}`,
  at,
  by,
  act: 'imported',
  about: 'import',
});

async function storeWithEntries(): Promise<MemoryStore> {
  const store = openMemory();
  const entries = [
    entry('1', '2021-01-01T10:00:00.000Z', 'boss'),
    entry('2', '2021-01-20T10:00:00.000Z', 'boss'),
    entry('3', '2021-01-31T10:00:00.000Z', 'ana'),
  ];
  await store.audit.write(
    tenant,
    entries.map((value) => ({ kind: 'create', value })),
  );
  return store;
}

it.each([
  ['audit', 'boss', 'audit', '3 entries'],
  ['audit since 2021-01-15', 'boss', 'audit', '2 entries'],
  ['audit ana', 'boss', 'audit', '1 entry'],
  ['audit trail boss since 2021-01-15', 'boss', 'audit', '1 entry'],
  ['аудит с 2021-01-15', 'boss', 'audit', '2 entries'],
  ['auditoria desde 2021-01-15', 'boss', 'audit', '2 entries'],
  ['稽核', 'boss', 'audit', '3 entries'],
  ['audit', 'employee', 'admins-only', ''],
])('“%s” of %s is answered with %s, %s', async (said, user, name, heading) => {
  const reply = await answerIn(worldOf(await storeWithEntries()), said, user);

  expect(reply.name).toBe(name);
  expect(plainText(reply.card)).toContain(heading);
});

it('is exported, and a sweep removes what is past its time', async () => {
  const store = await storeWithEntries();
  const file = exportedFiles(store, tenant, { programmes: worldOf(store).programmes, now: () => noon }).find(
    ({ about }) => about === 'audit',
  )!;
  let text = '';
  for await (const piece of file.content()) text += piece;
  await purgeAudit(tenant, { store, oldest: Date.parse('2021-01-20T10:00:00Z') });

  expect(text.split('\r\n')).toHaveLength(5);
  expect(text).toContain('2021-01-20T10:00:00.000Z,boss,imported,import');
  expect((await listValues(store.audit, tenant)).map(({ by }) => by)).toEqual(['boss', 'ana']);
});
