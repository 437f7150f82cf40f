/** A manager learns of those who report to them, directly or through others, and of nobody else: typed, pressed, forged, and after a change. */
import fc from 'fast-check';
import { payloadOf } from '../../cards/contract/verbs';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { emptyPartner } from '../../domain/partner/partner';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import type { AppServices } from '../context/app-services';
import { importFile } from '../imports/import-file';
import { answerIn, askBy, noon, tenant, titles, worldOf } from '../partner/standing-cache.case';
import { listValues } from '../store/row-list';
import { commands } from '../intents/all-commands';
import { questions } from './every-question.case';
import { replyTo, type TurnInput } from './turn';

const mailOf = (id: string) => `${id}@fern.example`;
const person = (id: string, name: string, manager?: string): Person => ({
  id,
  name,
  identifiers: { ...noIdentifiers, corpEmail: [mailOf(id)], aadUserId: [`account-${id}`] },
  achievements: [{ title: titles[0]!, completedOn: '2020-05-01', source: 'test' }],
  office: `Office of ${name}`,
  ...(manager !== undefined && { manager: mailOf(manager) }),
});

/** Lena leads Ana and Bo, Bo leads Kai; Quillon leads Lena, and Orla nobody. */
const company: readonly Person[] = [
  person('quillon', 'Quillon Marchbanks'),
  person('lena', 'Lena Vogt', 'quillon'),
  person('ana', 'Ana Souza', 'lena'),
  person('bo', 'Bo Lind', 'lena'),
  person('kai', 'Kai Moreno', 'bo'),
  person('orla', 'Orla Fitzgerald', 'quillon'),
];

async function worldWith(people: readonly Person[]): Promise<AppServices> {
  const store = openMemory();
  const partner = { ...emptyPartner(tenant, 'competencies'), admins: ['boss'] };
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  await store.people.write(
    tenant,
    people.map((value) => ({ kind: 'create', value }) as const),
  );
  const asked = {
    askedBy: 'boss',
    askedAt: noon,
    due: '2021-03-01',
    opening: 1,
    state: { is: 'asked', at: noon },
  } as const;
  await store.tasks.write(
    tenant,
    people.map(({ id }) => ({
      kind: 'create',
      value: { ...asked, id: `${id}/70-532`, person: id, credential: '70-532' },
    })),
  );
  return worldOf(store, { access: { tenants: 'any', firstAdmins: [] } });
}

const ask = (input: TurnInput, by: string, services: AppServices) =>
  replyTo(input, askBy(`account-${by}`, noon), services);
const press = (person: string | undefined) => ({
  pressed: payloadOf({ ask: 'my-team', ...(person !== undefined && { person }) }),
});

it.each([
  ['lena', ['Ana Souza', 'Bo Lind', 'Kai Moreno']],
  ['bo', ['Kai Moreno']],
  ['quillon', ['Lena Vogt', 'Ana Souza', 'Bo Lind', 'Kai Moreno', 'Orla Fitzgerald']],
  ['orla', []],
])('%s sees %j and nobody else', async (manager, reports) => {
  const services = await worldWith(company);
  const { name, card } = await ask({ said: 'my team' }, manager, services);
  const shown = JSON.stringify(card);

  expect(name).toBe(reports.length > 0 ? 'my-team' : 'my-team-none');
  for (const one of company)
    expect([one.name, shown.includes(one.name)]).toEqual([one.name, reports.includes(one.name)]);
});

it.each([
  ['a report', 'ana', 'my-team'],
  ['a report of a report', 'kai', 'my-team'],
  ['their own manager', 'quillon', 'card-outdated'],
  ['somebody beside', 'orla', 'card-outdated'],
  ['themselves', 'lena', 'card-outdated'],
  ['a person who does not exist', 'nobody', 'card-outdated'],
])('a press that names %s is answered with it or like one that names nobody', async (_, named, answer) => {
  const services = await worldWith(company);
  const { name, card } = await ask(press(named), 'lena', services);

  expect(name).toBe(answer);
  for (const one of ['Quillon', 'Orla']) expect(JSON.stringify(card)).not.toContain(one);
});

it('learns nothing of others by any command, typed or pressed with any of their ids', async () => {
  const services = await worldWith(company);
  const secrets = ['Quillon', 'Orla', mailOf('quillon'), mailOf('orla')];
  const aimed = questions.flatMap((question) =>
    ['orla', 'quillon'].map((id) => {
      const { verb, data } = payloadOf(question);
      return { pressed: { verb, data: { ...data, person: id, people: [id], task: `${id}/70-532`, office: 'Office' } } };
    }),
  );
  const typed = commands.flatMap(({ phrases }) => [{ said: phrases.en[0] }, { said: `${phrases.en[0]} orla` }]);
  for (const input of [...typed, ...aimed]) {
    const { name, card } = await ask(input, 'lena', services);
    for (const secret of secrets)
      expect([input, name, JSON.stringify(card).includes(secret)]).toEqual([input, name, false]);
  }
}, 60_000);

it.each(['groupChat', 'channel'] as const)('answers only in the personal chat, not in a %s', async (scope) => {
  const services = await worldWith(company);
  const request = { ...askBy('account-lena', noon), scope };

  expect((await replyTo({ said: 'my team' }, request, services)).name).toBe('only-in-private');
  expect((await replyTo(press('ana'), request, services)).name).toBe('only-in-private');
});

it('knows a manager by the next import: what was theirs is theirs no longer', async () => {
  const services = await worldWith(company);
  const list = `WorkEmail,Manager\r\n${mailOf('bo')},${mailOf('orla')}\r\n`;
  const file = fileOf('people.csv', Buffer.from(list));
  expect((await ask(press('kai'), 'lena', services)).name).toBe('my-team');
  await importFile({ ...services, read: readImport }, { tenant, file, by: 'boss', dry: false });

  expect((await ask(press('kai'), 'lena', services)).name).toBe('card-outdated');
  expect(JSON.stringify((await ask({ said: 'my team' }, 'lena', services)).card)).not.toMatch(/Bo Lind|Kai/);
  expect((await ask(press('kai'), 'orla', services)).name).toBe('my-team');
});

it('records who read names, also for a manager', async () => {
  const services = await worldWith(company);
  await ask({ said: 'my team' }, 'lena', services);
  await ask({ said: 'my team' }, 'orla', services);

  expect(await listValues(services.store.audit, tenant)).toMatchObject([
    { act: 'people-read', about: 'my-team', by: 'account-lena' },
  ]);
});

it('an admin whom no one reports to sees all, as before', async () => {
  const services = await worldWith(company);
  const shown = JSON.stringify((await answerIn(services, 'my team')).card);

  for (const { name } of company.slice(0, 4)) expect(shown).toContain(name);
});

it('shows exactly those from whom the way up comes to the reader, whatever the lines are', async () => {
  const lines = fc.array(fc.nat(7), { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(lines, fc.nat(7), async (above, reader) => {
      const people = above.map((manager, at) =>
        person(`p${at}`, `Person-${at}-x`, manager === at ? undefined : `p${manager}`),
      );
      const comesTo = (at: number) => {
        for (let steps = 0, next = at; steps < 8; steps++) {
          if (above[next] === next) return false;
          next = above[next]!;
          if (next === reader) return true;
        }
        return false;
      };
      const { card } = await ask({ said: 'my team' }, `p${reader}`, await worldWith(people));
      const shown = people.filter(({ name }) => JSON.stringify(card).includes(name)).map(({ id }) => id);

      expect(shown).toEqual(people.flatMap(({ id }, at) => (at !== reader && comesTo(at) ? [id] : [])));
    }),
    { numRuns: 25 },
  );
});
