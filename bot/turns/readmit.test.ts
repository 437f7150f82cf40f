/** A forgotten person is let in again by an admin, after a preview; until then every import keeps them out. */
import { plainText } from '../../cards/elements/plain-text';
import { noIdentifiers } from '../../domain/partner/people/person';
import { emptyPartner } from '../../domain/partner/partner';
import type { Store } from '../../domain/ports';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import { openOnAzurite } from '../../infra/tables/azurite.case';
import type { AppServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import { forgetPerson } from '../erasure/forgetting';
import { importFile } from '../imports/import-file';
import { answerIn, askBy, noon, programme, tenant, worldOf } from '../partner/standing-cache.case';
import { keepForgotten } from '../partner/forgotten';
import { loadSubject } from '../partner/subject';
import { listValues } from '../store/row-list';
import { wholeStore } from '../store/whole-store.case';
import { replyTo } from './turn';

const csv = [
  'IndividualFirstName,IndividualLastName,CorpEmail,MCPID,TrainingTitle,TrainingCompletionDate',
  'Ana,Souza,ana@fern.example,77,70-532,2020-05-01',
  'Zoe,Quist,zoe@fern.example,9911991,70-532,2020-05-01',
  '',
].join('\r\n');

async function importAgain(services: AppServices): Promise<readonly string[]> {
  const file = fileOf('trainings.csv', Buffer.from(csv));
  await importFile({ ...services, read: readImport }, { tenant, file, by: 'boss', dry: false });
  return (await listValues(services.store.people, tenant)).map(({ name }) => name).sort();
}

function press(pressed: unknown, services: AppServices, by = 'boss'): Promise<Reply> {
  return replyTo({ pressed }, askBy(by, noon), services);
}

async function withoutZoe(store: Store = openMemory()): Promise<AppServices> {
  const services = worldOf(store);
  await store.partners.write(tenant, [{ kind: 'create', value: emptyPartner(tenant, programme.id) }]);
  await importAgain(services);
  await forgetZoe(services);
  return services;
}

async function forgetZoe(services: AppServices): Promise<void> {
  const person = (await listValues(services.store.people, tenant)).find(({ name }) => name === 'Zoe Quist')!;
  await forgetPerson(tenant, await loadSubject(tenant, { person }, services.store), { ...services, by: 'boss' });
}

const stores = [
  ['memory', async () => ({ store: openMemory() as Store, close: async () => undefined })],
  ['tables', openOnAzurite],
] as const;

describe.each(stores)('in %s', (_, open) => {
  it('a press on the preview lets the person in with the next import, and the audit trail says so', async () => {
    const { store, close } = await open();
    try {
      const services = await withoutZoe(store);
      const keptOut = await importAgain(services);
      const before = await wholeStore(store, tenant);
      const preview = await answerIn(services, 'let ZOE@fern.example in again');
      const previewed = await wholeStore(store, tenant);
      const done = await press(preview.card.actions?.[0], services);
      const again = await press(preview.card.actions?.[0], services);

      expect(keptOut).toEqual(['Ana Souza']);
      expect([preview.name, done.name, again.name]).toEqual(['readmit-wanted', 'readmitted', 'not-kept-out']);
      expect(previewed).toBe(before);
      expect(await importAgain(services)).toEqual(['Ana Souza', 'Zoe Quist']);
      const trail = (await listValues(store.audit, tenant)).filter(({ act }) => act === 'readmitted');
      expect(trail).toEqual([expect.objectContaining({ by: 'boss', whom: expect.stringContaining('forgotten-') })]);
    } finally {
      await close();
    }
  }, 60_000);
});

it.each(['zoe@fern.example', '9911991'])('“let %s in again” finds the person by each sign', async (sign) => {
  expect((await answerIn(await withoutZoe(), `let ${sign} in again`)).name).toBe('readmit-wanted');
});

it.each([
  ['let ana@fern.example in again', 'boss', 'not-kept-out'],
  ['let Zoe Quist in again', 'boss', 'not-kept-out'],
  ['let zoe@fern.example in again', 'employee', 'admins-only'],
  ['do not let zoe@fern.example in again', 'boss', 'help-topic'],
])('“%s” by %s is answered with %s', async (said, by, name) => {
  expect((await answerIn(await withoutZoe(), said, by)).name).toBe(name);
});

it('without an address it says how many are kept out, and the field leads on', async () => {
  const services = await withoutZoe();
  const form = await answerIn(services, 'readmit');
  const next = await press({ verb: 'readmit', data: { typed: ' zoe@fern.example ' } }, services);

  expect(plainText(form.card)).toContain('1 person is kept out.');
  expect(next.name).toBe('readmit-wanted');
});

it('the button of a preview lets nobody in who was forgotten again after it was used', async () => {
  const services = await withoutZoe();
  const preview = await answerIn(services, 'let zoe@fern.example in again');
  await press(preview.card.actions?.[0], services);
  await importAgain(services);
  await forgetZoe(services);

  expect((await press(preview.card.actions?.[0], services)).name).toBe('not-kept-out');
  expect(await importAgain(services)).toEqual(['Ana Souza']);
});

it('a person with two marks is let in by one press, and others stay out', async () => {
  const services = await withoutZoe();
  const [mark] = await listValues(services.store.forgotten, tenant);
  await services.store.forgotten.write(tenant, [{ kind: 'create', value: { ...mark!, id: 'forgotten-too' } }]);
  await keepForgotten(tenant, { ...noIdentifiers, mcpId: ['5'] }, services);
  await press((await answerIn(services, 'let 9911991 in again')).card.actions?.[0], services);

  expect(await listValues(services.store.forgotten, tenant)).toHaveLength(1);
  expect(await importAgain(services)).toContain('Zoe Quist');
});

it('two admins press at the same moment: both are answered, and the person is let in', async () => {
  const services = await withoutZoe();
  const { card } = await answerIn(services, 'let 9911991 in again');
  const replies = await Promise.all([press(card.actions?.[0], services), press(card.actions?.[0], services)]);

  expect(replies.map(({ name }) => name)).toContain('readmitted');
  expect(await importAgain(services)).toContain('Zoe Quist');
});

it('a mark of one organisation is none of another', async () => {
  const services = await withoutZoe();
  const { card } = await answerIn(services, 'let 9911991 in again');
  const elsewhere = { ...askBy('boss', noon), tenant: 'fabrikam' };
  const [pressed, typed] = [
    await replyTo({ pressed: card.actions?.[0] }, elsewhere, services),
    await replyTo({ said: 'let 9911991 in again' }, elsewhere, services),
  ];

  expect([pressed.name, typed.name]).toEqual(['not-kept-out', 'not-kept-out']);
  expect(await listValues(services.store.forgotten, tenant)).toHaveLength(1);
});
