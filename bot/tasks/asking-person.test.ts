/** Asking one person for one credential, or for a goal: a preview that writes nothing, what the press writes, and nobody asked in vain. */
import { payloadOf } from '../../cards/contract/verbs';
import type { Question } from '../../cards/contract/question';
import { plainText } from '../../cards/elements/plain-text';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import { emptyPartner } from '../../domain/partner/partner';
import { openMemory } from '../../infra/memory/store';
import type { AppServices } from '../context/app-services';
import { askBy, noon, tenant, worldOf } from '../partner/standing-cache.case';
import { listValues } from '../store/row-list';
import { replyTo, type TurnInput } from '../turns/turn';

const wanted = '70-532';
const person = (id: string, name: string, parts: Partial<Person> = {}): Person => ({
  id,
  name,
  identifiers: { ...noIdentifiers, aadUserId: [`account-${id}`] },
  achievements: [],
  ...parts,
});
const people = [
  person('bo', 'Bo Lind'),
  person('ana', 'Ana Souza', { achievements: [{ title: wanted, completedOn: '2020-05-01', source: 'test' }] }),
  person('yuki', 'Yuki Sato', { leftOn: '2020-12-31' }),
];

async function world(): Promise<AppServices> {
  const store = openMemory();
  const partner = { ...emptyPartner(tenant, 'competencies'), admins: ['boss'] };
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  await store.people.write(
    tenant,
    people.map((value) => ({ kind: 'create', value }) as const),
  );
  return worldOf(store, { access: { tenants: 'any', firstAdmins: [] } });
}

const asking = (name: string, more: Partial<Question & { readonly ask: 'ask-people' }> = {}): TurnInput => ({
  pressed: payloadOf({ ask: 'ask-people', person: name, credential: wanted, ...more }),
});

async function told(input: TurnInput, services: AppServices, by = 'boss') {
  const { name, card } = await replyTo(input, askBy(by, noon), services);
  const press = card.actions?.find((action) => 'verb' in action && action.verb === 'ask-people');
  return { name, words: plainText(card), press };
}

const tasksIn = ({ store }: AppServices) => listValues(store.tasks, tenant);

it('writes one task, and only by the press on the preview', async () => {
  const services = await world();
  const preview = await told(asking('Bo Lind', { until: '2021-06-30' }), services);

  expect(preview.words).toContain(`Ask Bo Lind for ${wanted}?`);
  expect(preview.words).toContain('by 30 Jun 2021');
  expect(await tasksIn(services)).toEqual([]);

  const done = await told({ pressed: preview.press }, services);
  expect(done.words).toContain('1 person is asked');
  expect(await tasksIn(services)).toMatchObject([
    { person: 'bo', credential: wanted, due: '2021-06-30', askedBy: 'boss', state: { is: 'asked' } },
  ]);

  const again = await told(asking('bo'), services);
  expect(again).toMatchObject({ press: undefined, words: expect.stringContaining('has been asked for') });
});

it('is for the level to which a plan of the person leads by it, and for none where there is no such plan', async () => {
  const services = await world();
  const own = await told({ pressed: payloadOf({ ask: 'ask-people', person: 'bo' }) }, services);
  await told({ pressed: own.press }, services);
  await told({ pressed: (await told(asking('bo', { credential: '70-533' }), services)).press }, services);

  const goals = new Map((await tasksIn(services)).map(({ credential, goal }) => [credential, goal]));
  expect(goals.size).toBeGreaterThan(1);
  expect(goals.get('70-533')).toBeUndefined();
  for (const [credential, goal] of goals) if (credential !== '70-533') expect(goal).toMatchObject({ level: 'silver' });
});

it('asks one person for a goal, and nobody else, and lets no task of others fall away', async () => {
  const services = await world();
  const whole = { ask: 'ask-people', competency: 'cloud-platform' } as const;
  await told({ pressed: (await told({ pressed: payloadOf(whole) }, services)).press }, services);
  const before = await tasksIn(services);
  const preview = await told({ pressed: payloadOf({ ...whole, person: 'ana' }) }, services);
  if (preview.press) await told({ pressed: preview.press }, services);

  const others = (await tasksIn(services)).filter(({ person: whose }) => whose !== 'ana');
  expect(others).toEqual(before.filter(({ person: whose }) => whose !== 'ana'));
});

it('says that the day of an open task moves', async () => {
  const services = await world();
  await told({ pressed: (await told(asking('bo', { until: '2021-06-30' }), services)).press }, services);
  const again = await told(asking('bo', { until: '2021-05-31' }), services);

  expect(again.words).toContain('It is open already, due on 30 Jun 2021; only the day changes.');
  await told({ pressed: again.press }, services);
  expect(await tasksIn(services)).toMatchObject([{ due: '2021-05-31', opening: 1 }]);
});

it.each<[string, string, string, string | undefined]>([
  ['who holds it', 'ana', 'It is held and counts today.', undefined],
  ['who has left', 'yuki', 'Left the organization on 31 Dec 2020.', undefined],
  ['for a day that is over', 'bo', 'That day is over.', '2021-01-31'],
])('does not ask %s', async (_, id, why, until) => {
  const { words, press } = await told(asking(id, until === undefined ? {} : { until }), await world());

  expect(words).toContain(why);
  expect(press).toBeUndefined();
});

it.each([
  ['nobody on record', asking('Nobody'), 'unknown-person'],
  ['a credential that the programme does not name', asking('bo', { credential: '70-999' }), 'unknown-credential'],
])('refuses %s', async (_, input, code) => {
  expect((await told(input, await world())).name).toBe(code);
});

it('is for admins in their private chat', async () => {
  expect((await told(asking('bo'), await world(), 'account-ana')).name).toBe('admins-only');
});
