/** A manager is told of their own people on Mondays, once, in the private chat; and nobody reads a name of them around the audit trail. */
import { plainText } from '../../cards/elements/plain-text';
import { payloadOf } from '../../cards/contract/verbs';
import { earned, person } from '../../domain/alerts/derive-notices.case';
import { noticeKey } from '../../domain/alerts/notice';
import type { Person } from '../../domain/partner/people/person';
import type { Store } from '../../domain/ports';
import type { TurnRequest } from '../context/turn-request';
import type { Recording } from '../context/notifier.case';
import { ownDataOf } from '../imports/own-data-file';
import { forgetPerson } from '../erasure/forgetting';
import { scheduleSweep } from '../partner/sweep-schedule';
import { loadSubject } from '../partner/subject';
import { writeFacts } from '../partner/standing-cache';
import { listAll, listValues } from '../store/row-list';
import { wholeStore } from '../store/whole-store.case';
import { replyTo, type TurnInput } from '../turns/turn';
import { dayMs, hourMs, openAtRisk, tenant, type AtRisk } from './at-risk.case';
import { sweep } from './sweep';

const ends = (day: string) => [earned('p', { expiresOn: day })];
const named = (id: string, name: string, parts: Partial<Person> = {}): Person => ({ ...person(id, [], parts), name });

/** Lena leads Ana and Bo, Bo leads Kai; Orla reports to nobody. Certifications of Ana, Kai and Orla end soon. */
const company: readonly Person[] = [
  named('p-lena', 'Lena Vogt'),
  named('p-ana', 'Ana Souza', { manager: 'aad-p-lena', achievements: ends('2018-07-20') }),
  named('p-bo', 'Bo Lind', { manager: 'aad-p-lena' }),
  named('p-kai', 'Kai Moreno', { manager: 'aad-p-bo', achievements: ends('2018-08-20') }),
  named('p-orla', 'Orla Fitz', { achievements: ends('2018-08-21') }),
];
const names = company.map(({ name }) => name);
const monday = '2018-06-18';

interface World extends AtRisk {
  /** The new cards that were sent to somebody since it was last asked, and the earlier ones that changed. */
  readonly told: (id: string) => readonly string[];
  readonly changed: (id: string) => readonly string[];
}

/** The Friday before, from which on `openAtRisk` counts. */
async function openTeams(people = company, store?: Store): Promise<World> {
  const known = ['boss', 'aad-p-lena', 'aad-p-bo'];
  const world = await openAtRisk({ known, ...(store && { store }), policies: { staleDataAfter: 0 } });
  await world.put(people);
  await sweep(world.services);
  return { ...world, told: (id) => taken(world.notifier, id, false), changed: (id) => taken(world.notifier, id, true) };
}

function taken({ said }: Recording, id: string, isChange: boolean): readonly string[] {
  const own = said.filter(({ to, replaced }) => to.id === id && (replaced !== undefined) === isChange);
  for (const one of own) said.splice(said.indexOf(one), 1);
  return own.map(({ message }) => plainText(message.card));
}

/** To the Monday at nine in the morning, three days after the Friday at ten. */
async function toMonday({ pass, services }: AtRisk): Promise<void> {
  pass(3 * dayMs - hourMs);
  await sweep(services);
}

const asker = (id: string, { services }: AtRisk, scope: TurnRequest['scope'] = 'personal'): TurnRequest => ({
  tenant,
  user: { id, aadObjectId: id, name: id, mails: () => Promise.resolve([]) },
  members: () => Promise.resolve([]),
  locale: 'en',
  scope,
  conversation: `a:${id}`,
  now: services.now(),
});
const ask = (input: TurnInput, by: string, world: AtRisk, scope?: TurnRequest['scope']) =>
  replyTo(input, asker(by, world, scope), world.services);
const namesIn = (value: unknown) => names.filter((name) => JSON.stringify(value).includes(name));
const lenasKey = noticeKey('team', 'p-lena', monday);

it('tells each manager on Monday morning of their own people, by name, and nobody else', async () => {
  const world = await openTeams();
  expect(world.notifier.said.filter(({ to }) => to.id !== 'boss')).toEqual([]);
  await toMonday(world);
  const [toLena, toBo, toBoss] = ['aad-p-lena', 'aad-p-bo', 'boss'].map((id) =>
    world.notifier.said.filter(({ to }) => to.id === id).map(({ message }) => plainText(message.card)),
  );

  expect(toLena).toHaveLength(1);
  expect(toBo).toHaveLength(1);
  expect(toLena![0]).toMatch(/Your team, week of 18 Jun 2018[\s\S]*Ana Souza · p, counts until 20 Jul 2018/);
  expect(namesIn(toLena)).toEqual(['Ana Souza']);
  expect(namesIn(toBo)).toEqual(['Kai Moreno']);
  expect(toBoss!.join()).not.toContain('Your team, week of 18 Jun 2018');
});

it('tells it once in the week, also after another import, and again on the next Monday', async () => {
  const world = await openTeams();
  await toMonday(world);
  expect(world.told('aad-p-lena')).toHaveLength(1);
  for (let day = 0; day < 4; day += 1) {
    await world.put([{ ...company[1]!, achievements: ends(`2018-07-1${day}`) }]);
    await sweep(world.services);
    world.pass(dayMs);
  }
  expect(world.told('aad-p-lena')).toEqual([]);
  expect(world.changed('aad-p-lena').map((card) => /counts until (\d+) Jul/.exec(card)?.[1])).toEqual([
    '10',
    '11',
    '12',
    '13',
  ]);
  world.pass(3 * dayMs);
  await sweep(world.services);

  expect(world.told('aad-p-lena').map(namesIn)).toEqual([['Ana Souza']]);
  expect(world.changed('aad-p-lena').filter((card) => card.includes('a newer alert has taken its place'))).toHaveLength(
    1,
  );
});

it('says nothing in the week in which an import brings the managers, and waits for Monday', async () => {
  const world = await openTeams(company.map(({ manager: _, ...one }) => one));
  world.pass(5 * dayMs);
  await sweep(world.services);
  await world.put(company);
  await sweep(world.services);
  expect(world.told('aad-p-lena')).toEqual([]);
  world.pass(5 * dayMs);
  await sweep(world.services);

  expect(world.told('aad-p-lena')).toHaveLength(1);
});

it('tells it later where no instance ran on the Monday', async () => {
  const world = await openTeams();
  world.pass(5 * dayMs);
  await sweep(world.services);

  expect(world.told('aad-p-lena')).toHaveLength(1);
});

it.each<[string, (world: World) => Promise<unknown>]>([
  ['has stopped it', (world) => ask({ pressed: payloadOf({ ask: 'stop-alerts', rule: 'team' }) }, 'aad-p-lena', world)],
  ['has left', ({ put }) => put([{ ...company[0]!, leftOn: '2018-06-16' }])],
  ['is on record no more', ({ services }) => removeRecord('p-lena', services)],
  [
    'leads others no more',
    ({ put }) => put([named('p-ana', 'Ana Souza', { manager: 'aad-p-bo', achievements: ends('2018-07-20') })]),
  ],
])('tells nothing to a manager who %s', async (_, change) => {
  const world = await openTeams();
  await change(world);
  await toMonday(world);

  expect(world.told('aad-p-lena')).toEqual([]);
});

async function removeRecord(id: string, services: AtRisk['services']): Promise<void> {
  await writeFacts(services, tenant, async ({ people }) => {
    const { version } = (await people.get(tenant, id))!;
    await people.write(tenant, [{ kind: 'remove', id, version }]);
  });
}

const aboutAlerts: readonly TurnInput[] = [
  { said: 'alerts' },
  ...(['acknowledge', 'assign', 'snooze', undefined] as const).map((act) => ({
    pressed: payloadOf({ ask: 'alerts', alert: lenasKey, ...(act && { act }) }),
  })),
  { pressed: payloadOf({ ask: 'alerts', alert: lenasKey, act: 'assign', to: 'boss' }) },
];

it.each(['aad-p-lena', 'aad-p-bo', 'aad-p-orla'])('names nobody in what %s is answered about alerts', async (who) => {
  const world = await openTeams();
  await toMonday(world);
  for (const scope of ['personal', 'channel'] as const)
    for (const input of aboutAlerts)
      expect([input, scope, namesIn((await ask(input, who, world, scope)).card)]).toEqual([input, scope, []]);
  const kept = (await listValues(world.store.notices, tenant)).find(({ key }) => key === lenasKey);

  expect(kept?.state.is).toBe(who === 'aad-p-lena' ? 'acknowledged' : 'open');
  expect(await listValues(world.store.audit, tenant)).toEqual([]);
});

it('answers an admin about alerts as if nobody had a manager, and refuses a press that names the alert of one', async () => {
  const [world, without] = [await openTeams(), await openTeams(company.map(({ manager: _, ...one }) => one))];
  await toMonday(world);
  await toMonday(without);
  const answers = (of: World) =>
    Promise.all([ask({ said: 'alerts' }, 'boss', of), ask({ said: 'alerts' }, 'boss', of, 'channel')]);
  const pressed = await Promise.all(aboutAlerts.slice(1).map((input) => ask(input, 'boss', world)));

  expect(await answers(world)).toEqual(await answers(without));
  expect(pressed.map(({ name }) => name)).toEqual(pressed.map(() => 'admins-only'));
  expect(namesIn(pressed.map(({ card }) => card))).toEqual([]);
});

it('shows the manager the number of them among alerts, and by name what `my team` shows and the audit trail records', async () => {
  const world = await openTeams();
  await toMonday(world);
  const { card } = await ask({ said: 'alerts' }, 'aad-p-lena', world);
  const opened = JSON.stringify(card).match(/"verb":"my-team"/g) ?? [];

  expect(plainText(card)).toContain('1 achievement stops counting within 90 days');
  expect(opened.length).toBeGreaterThan(0);
  await ask({ pressed: payloadOf({ ask: 'my-team' }) }, 'aad-p-lena', world);
  expect(await listValues(world.store.audit, tenant)).toMatchObject([{ act: 'people-read', by: 'aad-p-lena' }]);
});

it('a manager who is forgotten is in no row any more, nor in a key, and is told nothing', async () => {
  const world = await openTeams();
  await toMonday(world);
  const lena = (await world.store.people.get(tenant, 'p-lena'))!.value;
  expect((await listAll(world.store.notices, tenant)).map(({ value }) => value.key)).toContain(lenasKey);
  await forgetPerson(tenant, await loadSubject(tenant, { person: lena }, world.store), world.services);
  await sweep(world.services);
  world.told('aad-p-lena');
  const left = await wholeStore(world.store, tenant);
  world.pass(7 * dayMs);
  await scheduleSweep(world.services, tenant);
  await sweep(world.services);

  expect(left).not.toMatch(/p-lena|Lena Vogt/);
  expect(world.told('aad-p-lena')).toEqual([]);
});

it('a report who is forgotten is told of no more', async () => {
  const world = await openTeams();
  await toMonday(world);
  const ana = (await world.store.people.get(tenant, 'p-ana'))!.value;
  await forgetPerson(tenant, await loadSubject(tenant, { person: ana }, world.store), world.services);
  const left = await wholeStore(world.store, tenant);
  expect(namesIn(world.told('aad-p-lena'))).toEqual(['Ana Souza']);
  await sweep(world.services);
  const stands = (await listValues(world.store.notices, tenant)).find(({ key }) => key === lenasKey)?.state.is;

  expect(left).not.toMatch(/p-ana|Ana Souza/);
  expect(stands).toBe('resolved');
  expect(world.changed('aad-p-lena').map(namesIn)).toEqual([[]]);
});

it('the card that was sent names nobody any more who reports to another manager since', async () => {
  const world = await openTeams([
    ...company,
    named('p-zoe', 'Zoe Quist', { manager: 'aad-p-lena', achievements: ends('2018-08-01') }),
  ]);
  await toMonday(world);
  expect(namesIn(world.told('aad-p-lena'))).toEqual(['Ana Souza']);
  await world.put([{ ...company[1]!, manager: 'aad-p-bo' }]);
  await sweep(world.services);
  const [card] = world.changed('aad-p-lena');

  expect(card).toContain('Zoe Quist');
  expect(namesIn(card)).toEqual([]);
});

it('what is kept of a person has their part of it; the manager gets the numbers and nobody’s id', async () => {
  const world = await openTeams();
  await toMonday(world);
  const alertsOf = async (id: string) => (await ownDataOf(asker(id, world), world.services)).alerts;
  const teamAlerts = async (id: string) =>
    (await alertsOf(id)).filter((one) => JSON.stringify(one).includes('"rule":"team"'));

  expect(await teamAlerts('aad-p-lena')).toMatchObject([
    { key: lenasKey, reason: { people: 2, counts: { ending: 1 } } },
  ]);
  expect(JSON.stringify(await teamAlerts('aad-p-lena'))).not.toMatch(/p-ana|p-bo/);
  expect(await teamAlerts('aad-p-ana')).toEqual([
    {
      reason: {
        rule: 'team',
        week: monday,
        matters: [{ is: 'ending', person: 'p-ana', credential: 'p', on: '2018-07-20' }],
      },
      openedAt: expect.any(Number) as number,
    },
  ]);
});

it('stands beside what else a manager is told on the day, with what it is about', async () => {
  const world = await openTeams();
  world.told('aad-p-lena');
  const expiring = { ...company[0]!, achievements: ends('2018-07-18') };
  await world.put([expiring]);
  await toMonday(world);
  const card = world.told('aad-p-lena').find((one) => one.includes('Your team'));

  expect(card).toContain('Your team, week of 18 Jun 2018');
  expect(card).toContain('1 achievement stops counting within 90 days');
  expect(card).toContain('Your certification expires on 18 Jul 2018');
  expect(namesIn(card)).toEqual([]);
});
